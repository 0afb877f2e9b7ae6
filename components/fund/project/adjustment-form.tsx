import { getMessages, getTranslations } from "next-intl/server";
import { AmountField } from "@/components/fund/record/amount-field";
import { SecondLook } from "@/components/fund/record/second-look";
import { Sheet } from "@/components/layout/sheet";
import { ButtonLink } from "@/components/ui/button-link";
import { CheckField, RadioField } from "@/components/ui/form/choice-field";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { DayField, TextArea, TextField } from "@/components/ui/form/text-field";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { adjustProject } from "@/lib/project/actions";
import { type Adjustment, type ProjectRecord, standsWith } from "@/lib/project/queries";
import { type Day, dateFromDay, dayFromDate } from "@/lib/value/calendar";
import { typedWan } from "@/lib/value/money";
import { ProjectStanding } from "@/prisma/generated/enums";
import { StaleAdjustment } from "./stale-adjustment";

type Props = { project: ProjectRecord; draft: Adjustment | null; today: Day };

/** R73: what was approved, preset with what stands today or with a draft; why and on which paper it becomes something else. */
export async function AdjustmentForm({ project, draft, today }: Props) {
  const [t, state, { field, money, project: words }] = await Promise.all([
    getTranslations("project.adjustment"),
    getTranslations("state.standing"),
    getMessages(),
  ]);

  const stands = standsWith({ ...project, dueOn: project.dueOn && dateFromDay(project.dueOn) }, draft);

  return (
    <Form
      action={adjustProject}
      submissionKey={newSubmissionKey()}
      version={project.version + (draft?.version ?? 0)}
      refusedTitle={t("refused")}
      refused={<StaleAdjustment projectId={project.id} draft={draft} />}
    >
      <input type="hidden" name="projectId" value={project.id} />
      {draft && <input type="hidden" name="adjustmentId" value={draft.id} />}
      <Sheet title={t("new")} note={t("note")}>
        <div className="sheet-body fields">
          <RadioField
            name="standing"
            label={field.standing}
            options={Object.values(ProjectStanding).map((value) => ({ value, label: state(value) }))}
            defaultValue={stands.standing}
            inLine
          />
          <DayField
            name="dueOn"
            label={field.dueOn}
            defaultValue={stands.dueOn ? dayFromDate(stands.dueOn) : undefined}
            optional={!project.dueOn}
          />
          <AmountField
            label={field.totalInvestment}
            words={money.amount}
            defaultAmount={typedWan(stands.totalInvestment)}
          />
          <CheckField
            name="isConstruction"
            label={words.construction}
            hint={words.hints.construction}
            defaultChecked={stands.isConstruction}
          />
          <div className="whole">
            <TextArea
              name="target"
              label={field.target}
              maxLength={300}
              rows={2}
              width="wide"
              defaultValue={stands.target}
            />
          </div>
          <TextField name="site" label={field.site} maxLength={80} defaultValue={stands.site} />
          <div className="whole">
            <TextArea
              name="content"
              label={field.content}
              maxLength={1_000}
              rows={2}
              width="wide"
              defaultValue={stands.content}
              optional
            />
          </div>
          <DayField name="datedOn" label={t("dayLabel")} max={today} defaultValue={draft?.datedOn ?? today} />
          <TextField
            name="documentNo"
            label={t("paper")}
            hint={t("paperHint")}
            maxLength={60}
            defaultValue={draft?.documentNo}
          />
          <div className="whole">
            <TextArea
              name="reason"
              label={field.reason}
              hint={t("reasonHint")}
              maxLength={300}
              rows={2}
              width="wide"
              defaultValue={draft?.reason}
            />
          </div>
        </div>
      </Sheet>
      <SecondLook words={money.doubts} />
      <div className="actions">
        <Submit main name="intent" value="SUBMIT">
          {t("submit")}
        </Submit>
        <Submit name="intent" value="DRAFT">
          {t("saveDraft")}
        </Submit>
        <ButtonLink href={`/fund/projects/${project.id}`}>{t("cancel")}</ButtonLink>
      </div>
    </Form>
  );
}
