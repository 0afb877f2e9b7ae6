import { getMessages } from "next-intl/server";
import { AmountField } from "@/components/fund/record/amount-field";
import { amountWords } from "@/components/fund/record/scales";
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
import { labelsOf, sentences } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { ProjectStanding } from "@/prisma/generated/enums";
import { StaleAdjustment } from "./stale-adjustment";

type Props = { project: ProjectRecord; draft: Adjustment | null; today: Day };

/** R73: what was approved, preset with what stands today or with a draft; why and on which paper it becomes something else. */
export async function AdjustmentForm({ project, draft, today }: Props) {
  const [t, state, label, { money, project: words }] = await Promise.all([
    getTranslations("project.adjustment"),
    getTranslations("state.standing"),
    labelsOf("adjustment"),
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
            label={label.standing}
            options={Object.values(ProjectStanding).map((value) => ({ value, label: state(value) }))}
            defaultValue={stands.standing}
            inLine
          />
          <DayField
            name="dueOn"
            label={label.dueOn}
            defaultValue={stands.dueOn ? dayFromDate(stands.dueOn) : undefined}
            optional={!project.dueOn}
          />
          <AmountField
            name="totalInvestment"
            label={label.totalInvestment}
            unit={label.unit}
            words={await amountWords()}
            defaultAmount={typedWan(stands.totalInvestment)}
          />
          <CheckField
            name="isConstruction"
            label={label.isConstruction}
            hint={words.hints.construction}
            defaultChecked={stands.isConstruction}
          />
          <div className="whole">
            <TextArea
              name="target"
              label={label.target}
              maxLength={300}
              rows={2}
              width="wide"
              defaultValue={stands.target}
            />
          </div>
          <TextField name="site" label={label.site} maxLength={80} defaultValue={stands.site} />
          <div className="whole">
            <TextArea
              name="content"
              label={label.content}
              maxLength={1_000}
              rows={2}
              width="wide"
              defaultValue={stands.content}
              optional
            />
          </div>
          <DayField name="datedOn" label={label.datedOn} max={today} defaultValue={draft?.datedOn ?? today} />
          <TextField
            name="documentNo"
            label={label.documentNo}
            hint={t("paperHint")}
            maxLength={60}
            defaultValue={draft?.documentNo}
          />
          <div className="whole">
            <TextArea
              name="reason"
              label={label.reason}
              hint={t("reasonHint")}
              maxLength={300}
              rows={2}
              width="wide"
              defaultValue={draft?.reason}
            />
          </div>
        </div>
      </Sheet>
      <SecondLook words={await sentences(money.doubts)} />
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
