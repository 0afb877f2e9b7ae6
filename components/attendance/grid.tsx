import { getLocale, getMessages } from "next-intl/server";
import type { GridCell, GridLesson, GridPerson } from "@/components/attendance/grid-row";
import { GridTable } from "@/components/attendance/grid-table";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import { takeSeveral } from "@/lib/attendance/actions";
import { typedMarks } from "@/lib/attendance/queries/cells";
import type { Attendance } from "@/lib/attendance/queries/grid";
import { keysOf } from "@/lib/attendance/rules";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { attendanceRate, printedRate } from "@/lib/completion/rules";
import { takesMarks } from "@/lib/trainee/rules/enrolment-states";
import { formatDay } from "@/lib/value/calendar";
import { labelsOf, sentences } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { AttendanceMark } from "@/prisma/generated/enums";

type Props = {
  cohortId: string;
  attendance: Attendance;
  byLesson: boolean;
  /** Whether this reader takes rolls here; R45: of lessons older than so many hours with a reason. */
  edits: boolean;
  hours: number;
  /** How many marks of these lessons wait for a word: what was held back makes a new sheet, like what was saved. */
  pending: number;
};

/** 考勤表 of a cohort, and for who takes rolls the form around it. */
export async function AttendanceGrid({
  cohortId,
  attendance: { lessons, people },
  byLesson,
  edits,
  hours,
  pending,
}: Props) {
  const [t, label, locale] = await Promise.all([
    getTranslations("attendance.grid"),
    labelsOf("attendance"),
    getLocale(),
  ]);
  const shown = byLesson ? lessons : [];
  const over = shown.some((lesson) => lesson.begun && lesson.over);
  const sheet = {
    lessons: shown.map(
      ({ id, day, startsAt: from, title, begun, there, expected, waiting }): GridLesson => ({
        id,
        day: day.slice(5),
        from,
        whole: t("rollOf", { day: formatDay(day, locale, "table"), from, title }),
        begun,
        counted: begun && waiting < expected ? `${there}/${expected}` : "",
        waiting,
      }),
    ),
    people: people.map((person) => personOf(person, shown)),
    words: await gridWords(),
    edits,
    id: "grid-changes",
  };
  if (!edits) return <GridTable {...sheet} />;
  return (
    // What was saved or held back comes with a sheet of its own; what is typed stays through every other answer.
    <Form action={takeSeveral} id="grid" submissionKey={newSubmissionKey()} key={`${stampOf(people)}-${pending}`}>
      <input type="hidden" name="cohortId" value={cohortId} />
      <GridTable {...sheet}>
        <p className="small muted mb-3">{await legend()}</p>
        {over && (
          <TextField
            name="reason"
            label={label.reason}
            hint={t("reasonHint", { hours })}
            maxLength={200}
            width="wide"
            optional
          />
        )}
        <Submit main>{t("save")}</Submit>
      </GridTable>
    </Form>
  );
}

type Person = Attendance["people"][number];

function personOf(person: Person, lessons: Attendance["lessons"]): GridPerson {
  const { traineeId, name, lastFour, staysAway, state, scheduled, held, attended, waiting } = person;
  // R47 of the lessons so far; once all are held it is the rate that counts.
  const byPeriods = attendanceRate({ attended, scheduled: person.duePeriods });
  const byLessons = person.typed ? null : attendanceRate({ attended: person.there, scheduled: person.dueLessons });
  const rate = (tenths: number | null) => (tenths === null ? "–" : `${printedRate(tenths)}%`);
  return {
    id: traineeId,
    name,
    lastFour,
    away: staysAway,
    open: takesMarks(state),
    figures: [
      String(scheduled),
      String(held),
      attended === null ? "–" : String(attended),
      rate(byPeriods),
      rate(byLessons),
      String(waiting),
    ],
    cells: lessons.map(({ id, day }): GridCell => {
      if (!(id in person.marks)) return null;
      const leave = person.leaves.find(({ from, to }) => from <= day && day <= to)?.mark;
      const seen = person.versions[id] ?? 0;
      return leave ? [person.marks[id] ?? "", seen, leave] : [person.marks[id] ?? "", seen];
    }),
  };
}

const columns = ["scheduled", "held", "attended", "rate", "rateByLessons", "waiting"] as const;

async function gridWords() {
  const { marks, signs, grid } = (await getMessages()).attendance;
  const { cell, allOf, changed, wrong, pasted, lost, outside } = grid;
  return {
    marks,
    signs,
    caption: grid.caption,
    name: grid.name,
    columns: columns.map((column) => grid[column]),
    absences: grid.absences,
    there: grid.there,
    all: grid.all,
    typed: typedMarks(),
    unchanged: grid.unchanged,
    ...(await sentences({ cell, allOf, changed, wrong, pasted, lost, outside })),
  };
}

/** Which sign, word or key sets which mark. */
async function legend(): Promise<string> {
  const [t, { attendance }] = await Promise.all([getTranslations("attendance.grid"), getMessages()]);
  const keys = Object.values(AttendanceMark).map((mark) =>
    t("key", { sign: attendance.signs[mark], mark: attendance.marks[mark], keys: keysOf(mark, attendance.typed) }),
  );
  return t("keys", { keys: keys.join(t("between")) });
}

const stampOf = (people: Person[]): number =>
  people.reduce((sum, { versions }) => sum + Object.values(versions).reduce((all, one) => all + one, 0), 0);
