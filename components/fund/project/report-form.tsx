import { SelectField } from "@/components/ui/form/choice-field";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { DayField, TextArea, TextField } from "@/components/ui/form/text-field";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { states } from "@/lib/fund/rules/sums";
import { reportProject } from "@/lib/project/actions";
import type { ProjectRecord } from "@/lib/project/queries";
import type { Day } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** R72: where the works stand on a day; what was reported last is preset, states before it are not offered. */
export async function ReportForm({ project, today }: { project: ProjectRecord; today: Day }) {
  const [t, state, label] = await Promise.all([
    getTranslations("project.reports"),
    getTranslations("state.project"),
    labelsOf("project"),
  ]);
  const last = project.reports[0];
  const reached = states.indexOf(project.state);

  return (
    <Form
      id="report-form"
      action={reportProject}
      submissionKey={newSubmissionKey()}
      refusedTitle={t("refused")}
      aria-label={t("report")}
    >
      <input type="hidden" name="projectId" value={project.id} />
      <div className="fields">
        <SelectField
          name="state"
          label={label.state}
          options={states.slice(reached).map((value) => ({ value, label: state(value) }))}
          defaultValue={project.state}
          width="short"
        />
        <DayField name="datedOn" label={label.datedOn} min={last?.datedOn} max={today} defaultValue={today} />
        <TextField
          name="physicalProgress"
          label={label.physicalProgress}
          hint={t("progressHint")}
          inputMode="numeric"
          maxLength={3}
          width="short"
          defaultValue={last?.physicalProgress ?? 0}
        />
        <TextField name="documentNo" label={label.documentNo} hint={t("paperHint")} maxLength={60} optional />
        <div className="whole">
          <TextArea name="problem" label={label.problem} maxLength={200} rows={2} width="wide" optional />
        </div>
      </div>
      <Submit>{t("report")}</Submit>
    </Form>
  );
}
