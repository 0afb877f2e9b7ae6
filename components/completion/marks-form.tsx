import { getMessages } from "next-intl/server";
import type { MarksColumn, MarksRow, MarksWords } from "@/components/completion/marks-table";
import { MarksTable } from "@/components/completion/marks-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Submit } from "@/components/ui/form/submit";
import type { CompletionRow } from "@/lib/completion/queries/people";
import { type ExamPart, type Marks, printedMark, type Terms } from "@/lib/completion/rules";
import type { Day } from "@/lib/value/calendar";
import { sentences } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type FormProps = { cohortId: string; rows: MarksRow[]; columns: MarksColumn[]; save: string };

/** The table, the cohort it is about, and the button. */
export async function MarksForm({ cohortId, rows, columns, save }: FormProps) {
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

export const columnOf = (part: ExamPart): MarksColumn => (part === "plan" ? "plans" : part);
export const limitsOf = ({ attendancePercent, passMark, makeUpDays }: Terms) => ({
  attendancePercent,
  passMark,
  makeUpDays,
});

const printed = (mark: number | null | undefined) => (mark == null ? "" : printedMark(mark));

/** One person as a row, with the marks of one attempt as they are printed; a day that is not known yet is offered as today. */
export function rowOf(
  { id, version, name, village, lastFour, scheduled, held, attended }: CompletionRow,
  marks: Marks | null,
  today: Day,
) {
  const values = {
    attended: attended === null ? "" : String(attended),
    theory: printed(marks?.theory),
    practice: printed(marks?.practice),
    plans: marks?.plan ?? "",
    heldOns: marks?.heldOn ?? today,
  };
  return { id, version, name, place: `${village} …${lastFour}`, scheduled, held, values };
}

async function marksWords(): Promise<MarksWords> {
  const { completion } = await getMessages();
  const { columns, grades, marks } = completion;
  return {
    caption: marks.caption,
    number: columns.number,
    name: columns.name,
    scheduled: columns.scheduled,
    held: await sentences(marks.held),
    columns: {
      attended: columns.attended,
      theory: columns.theory,
      practice: columns.practice,
      plans: columns.plan,
      heldOns: columns.heldOn,
    },
    cell: await sentences(marks.cell),
    grades: [["", marks.noGrade], ...Object.entries(grades)],
  };
}
