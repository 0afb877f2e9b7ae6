import { getMessages, getTranslations } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { AmountField } from "@/components/money/amount-field";
import { ButtonLink } from "@/components/ui/button-link";
import { CheckField, RadioField } from "@/components/ui/choice-field";
import { Form } from "@/components/ui/form";
import { Submit } from "@/components/ui/submit";
import { DayField, TextArea, TextField } from "@/components/ui/text-field";
import type { Day } from "@/lib/calendar";
import { typedWan } from "@/lib/money";
import { adjustProject } from "@/lib/project/actions";
import type { ProjectRecord } from "@/lib/project/queries";
import { newSubmissionKey } from "@/lib/submission-key";
import { ProjectStanding } from "@/prisma/generated/enums";

/** R73: what was approved, preset with what stands today; why and on which paper it becomes something else. */
export async function AdjustmentForm({ project, today }: { project: ProjectRecord; today: Day }) {
  const [t, state, { field, money, project: words }] = await Promise.all([
    getTranslations("project.adjustment"),
    getTranslations("state.standing"),
    getMessages(),
  ]);

  return (
    <Form
      action={adjustProject}
      submissionKey={newSubmissionKey()}
      version={project.version}
      refusedTitle={t("refused")}
    >
      <input type="hidden" name="projectId" value={project.id} />
      <Sheet title={t("new")} note={t("note")}>
        <div className="sheet-body fields">
          <RadioField
            name="standing"
            label={field.standing}
            options={Object.values(ProjectStanding).map((value) => ({ value, label: state(value) }))}
            defaultValue={project.standing}
            inLine
          />
          <DayField
            name="dueOn"
            label={field.dueOn}
            defaultValue={project.dueOn ?? undefined}
            optional={!project.dueOn}
          />
          <AmountField
            label={field.totalInvestment}
            words={money.amount}
            defaultAmount={typedWan(project.totalInvestment)}
          />
          <CheckField
            name="isConstruction"
            label={words.construction}
            hint={words.hints.construction}
            defaultChecked={project.isConstruction}
          />
          <div className="whole">
            <TextArea
              name="target"
              label={field.target}
              maxLength={300}
              rows={2}
              width="wide"
              defaultValue={project.target}
            />
          </div>
          <TextField name="site" label={field.site} maxLength={80} defaultValue={project.site} />
          <div className="whole">
            <TextArea
              name="content"
              label={field.content}
              maxLength={1_000}
              rows={2}
              width="wide"
              defaultValue={project.content}
              optional
            />
          </div>
          <DayField name="datedOn" label={t("dayLabel")} max={today} defaultValue={today} />
          <TextField name="documentNo" label={t("paper")} hint={t("paperHint")} maxLength={60} />
          <div className="whole">
            <TextArea name="reason" label={field.reason} hint={t("reasonHint")} maxLength={300} rows={2} width="wide" />
          </div>
        </div>
      </Sheet>
      <div className="actions">
        <Submit main>{t("submit")}</Submit>
        <ButtonLink href={`/fund/projects/${project.id}`}>{t("cancel")}</ButtonLink>
      </div>
    </Form>
  );
}
