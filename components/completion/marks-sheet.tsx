import { getMessages, getTranslations } from "next-intl/server";
import type { MarksColumn, MarksRow, MarksWords } from "@/components/completion/marks-table";
import { MarksTable } from "@/components/completion/marks-table";
import { Sheet } from "@/components/layout/sheet";
import { ButtonLink } from "@/components/ui/button-link";
import { Form } from "@/components/ui/form";
import { Submit } from "@/components/ui/submit";
import { DayField } from "@/components/ui/text-field";
import type { Day } from "@/lib/calendar";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { recordMakeUp, recordResults } from "@/lib/completion/actions";
import type { CompletionRow } from "@/lib/completion/queries/people";
import { type ExamPart, failedParts, type Marks, printedMark, type Terms } from "@/lib/completion/rules";
import { newSubmissionKey } from "@/lib/submission-key";

type Props = { cohort: CohortRecord; people: CompletionRow[]; terms: Terms; today: Day };

/** Attended 课时 of everybody; once the exam has begun, its marks. */
export async function ResultsSheet({ cohort, people, terms, today }: Props) {
  const t = await getTranslations("completion.marks");
  const examined = cohort.state === "EXAM";
  const parts = examined ? terms.parts.map(columnOf) : [];
  const rows = people.map((person) => ({
    ...rowOf(person, person.exam),
    fixed:
      person.state === "IN_TRAINING"
        ? []
        : [...parts, ...(person.state === "COMPLETED" ? (["attended"] as const) : [])],
  }));

  return (
    <Sheet title={t("results.title")} note={t(examined ? "results.note" : "results.noteBefore", limitsOf(terms))}>
      <Form action={recordResults} id="results" submissionKey={newSubmissionKey()}>
        {examined && (
          <HeldOn default={people.find(({ exam }) => exam)?.exam?.heldOn ?? today} hint={t("results.day")} />
        )}
        <MarksForm cohortId={cohort.id} rows={rows} columns={["attended", ...parts]} save={t("results.save")} />
      </Form>
    </Sheet>
  );
}

/** R50: the one make-up, for those who failed, in the parts they failed. */
export async function MakeUpSheet({ cohort, people, terms, today }: Props) {
  const t = await getTranslations("completion.marks");
  const sitting = people.filter(
    ({ state, exam, attended, scheduled }) =>
      state === "IN_TRAINING" && exam && failedParts({ exam, makeUp: null, attended, scheduled }, terms).length > 0,
  );
  if (cohort.state !== "EXAM" || sitting.length === 0) return null;

  const rows = sitting.map((person) => {
    const failed = failedParts({ ...person, makeUp: null }, terms);
    return {
      ...rowOf(person, person.makeUp),
      fixed: terms.parts.filter((part) => !failed.includes(part)).map(columnOf),
    };
  });
  return (
    <section id="make-up">
      <Sheet title={t("makeUp.title", { count: rows.length })} note={t("makeUp.note", limitsOf(terms))}>
        <Form action={recordMakeUp} id="makeUp" submissionKey={newSubmissionKey()}>
          <HeldOn default={sitting.find(({ makeUp }) => makeUp)?.makeUp?.heldOn ?? today} hint={t("makeUp.day")} />
          <MarksForm cohortId={cohort.id} rows={rows} columns={terms.parts.map(columnOf)} save={t("makeUp.save")} />
        </Form>
      </Sheet>
    </section>
  );
}

type FormProps = { cohortId: string; rows: MarksRow[]; columns: MarksColumn[]; save: string };

async function MarksForm({ cohortId, rows, columns, save }: FormProps) {
  const t = await getTranslations("completion");
  return (
    <>
      <input type="hidden" name="cohortId" value={cohortId} />
      <MarksTable rows={rows} columns={columns} words={await marksWords()} />
      <div className="sheet-body actions">
        <Submit main>{save}</Submit>
        <ButtonLink href={`/cohorts/${cohortId}/completion`}>{t("toCompletion")}</ButtonLink>
      </div>
    </>
  );
}

async function HeldOn({ default: defaultValue, hint }: { default: Day; hint: string }) {
  const { field } = await getMessages();
  return (
    <div className="sheet-body">
      <DayField name="heldOn" label={field.heldOn} hint={hint} defaultValue={defaultValue} />
    </div>
  );
}

const columnOf = (part: ExamPart): MarksColumn => (part === "plan" ? "plans" : part);
const limitsOf = ({ attendancePercent, passMark, makeUpDays }: Terms) => ({ attendancePercent, passMark, makeUpDays });

const printed = (mark: number | null | undefined) => (mark == null ? "" : printedMark(mark));

function rowOf({ id, version, name, village, lastFour, scheduled, attended }: CompletionRow, marks: Marks | null) {
  const values = {
    attended: attended === null ? "" : String(attended),
    theory: printed(marks?.theory),
    practice: printed(marks?.practice),
    plans: marks?.plan ?? "",
  };
  return { id, version, name, place: `${village} …${lastFour}`, scheduled, values };
}

async function marksWords(): Promise<MarksWords> {
  const { completion } = await getMessages();
  const { columns, grades, marks } = completion;
  return {
    caption: marks.caption,
    number: columns.number,
    name: columns.name,
    scheduled: columns.scheduled,
    columns: { attended: columns.attended, theory: columns.theory, practice: columns.practice, plans: columns.plan },
    cell: marks.cell,
    grades: [["", marks.noGrade], ...Object.entries(grades)],
  };
}
