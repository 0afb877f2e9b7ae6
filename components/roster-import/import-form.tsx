import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { Sheet } from "@/components/layout/sheet";
import { ImportReport } from "@/components/roster-import/report";
import { CheckField, RadioField, SelectField } from "@/components/ui/form/choice-field";
import { FileField } from "@/components/ui/form/file-field";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { DayField, TextArea } from "@/components/ui/form/text-field";
import type { Actor } from "@/lib/auth/actor";
import { listCodes } from "@/lib/code/queries/words";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { listOpenCohorts } from "@/lib/enrolment/queries/open-cohorts";
import { importRoster } from "@/lib/roster-import/actions";
import { columns, headingOf, required } from "@/lib/roster-import/rules/columns";
import template from "@/lib/roster-import/template.json" with { type: "json" };
import { labelsOf, sentences } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type Props = { actor: Actor; cohortId: string | undefined; children: ReactNode };

/** U12, U13: a roster is pasted, checked, and written once its report was seen. */
export async function ImportForm({ actor, cohortId, children }: Props) {
  const [t, label, { rosterImport }] = await Promise.all([
    getTranslations("rosterImport"),
    labelsOf("rosterImport"),
    getMessages(),
  ]);
  const [words, cohorts] = await Promise.all([sentences(rosterImport.report), listOpenCohorts(actor)]);
  const between = t("between");
  const needed = required.map(headingOf);
  const others = columns.map(headingOf).filter((heading) => !needed.includes(heading));
  return (
    <Form action={importRoster} submissionKey={newSubmissionKey()} refusedTitle={t("refused")}>
      <Sheet title={t("list")} note={t("listNote")}>
        <div className="sheet-body">
          <p>
            <a href="/trainees/import/template" download>
              {t("template")}
            </a>
          </p>
          <p>{t("needed", { columns: needed.join(between) })}</p>
          <p className="muted mb-4">{t("others", { columns: others.join(between) })}</p>
          <FileField name="file" label={label.file} hint={t("fileHint")} accept=".xlsx,.csv,.txt" optional />
          <TextArea name="roster" label={label.roster} hint={t("hint")} rows={4} width="wide" optional />
          <SelectField
            name="cohortId"
            label={label.cohortId}
            hint={t("cohortHint")}
            empty={t("noCohort")}
            options={cohorts.map(({ id, number, title, confirmed, seats }) => ({
              value: id,
              label: t("cohort", { number, title, confirmed, seats }),
            }))}
            defaultValue={cohortId}
            optional
          />
          <CheckField name="waits" label={label.waits} />
          <Notice today={actor.today} />
          <Submit main name="rows" value="CHECK">
            {t("check")}
          </Submit>
        </div>
      </Sheet>
      <ImportReport words={words} backName={`${template.files.back}.xlsx`} />
      {children}
    </Form>
  );
}

/** R96: how those who are new were told what becomes of their data. */
async function Notice({ today }: Pick<Actor, "today">) {
  const [t, label, ways] = await Promise.all([
    getTranslations("rosterImport"),
    labelsOf("trainee"),
    listCodes("NOTICE_WAY"),
  ]);
  return (
    <>
      <RadioField name="noticeWay" label={label.noticeWay} hint={t("noticeHint")} options={ways} inLine />
      <DayField name="noticeGivenOn" label={label.noticeGivenOn} defaultValue={today} max={today} />
    </>
  );
}
