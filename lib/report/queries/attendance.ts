import "server-only";
import { z } from "zod";
import { findAttendance } from "@/lib/attendance/queries/grid";
import { id } from "@/lib/command/fields";
import { attendanceRate, printedRate } from "@/lib/completion/rules";
import { coverOf, findCover } from "@/lib/report/queries/cohort-cover";
import { report } from "@/lib/report/sheet/report";
import { translatorOf } from "@/lib/wording/translations";
import { AttendanceMark } from "@/prisma/generated/enums";

const count = { kind: "number", width: 7 } as const;

/** 考勤汇总, annex of the completion report: everybody's 课时 and how often each mark was given; says where the 课时 come from. */
export const attendanceReport = report({
  kind: "attendance",
  permission: "report:export",
  filter: z.object({ cohort: id }),
  columns: {
    number: { kind: "number", width: 5 },
    name: { kind: "text", width: 12 },
    scheduled: count,
    attended: count,
    rate: { kind: "text", width: 8 },
    PRESENT: count,
    LATE: count,
    LEFT_EARLY: count,
    PERSONAL_LEAVE: count,
    SICK_LEAVE: count,
    ABSENT: count,
    waiting: count,
    note: { kind: "text", width: 14 },
  },
  async open(tx, { cohort: cohortId }, { locale }) {
    const cover = await findCover(tx, cohortId);
    if (!cover) return null;

    const say = translatorOf(locale);
    const { about, official, line } = coverOf(cover, locale);
    const { people } = await findAttendance(cohortId, tx);
    const typed = people.some((person) => person.typed);
    return {
      about,
      official,
      screen: `/cohorts/${cohortId}/attendance`,
      lines: [line, say(`report.kinds.attendance.${typed ? "typed" : "rolled"}`)],
      draft: cover.state !== "CLOSED",
      count: people.length,
      rows: people.map((person, n) => ({
        number: n + 1,
        name: person.name,
        scheduled: person.scheduled,
        attended: person.attended,
        rate: rateOf(person),
        ...(typed ? unknown : countsOf(person.marks)),
        waiting: typed ? null : person.waiting,
        note: person.state === "DROPPED" ? say("state.enrolment.DROPPED") : null,
      })),
      foot: () => [say("report.file.signed")],
    };
  },
});

const rateOf = (person: { attended: number | null; scheduled: number }) => {
  const rate = attendanceRate(person);
  return rate === null ? null : `${printedRate(rate)}%`;
};

type Counts = Record<AttendanceMark, number | null>;

const countsOf = (marks: Record<string, AttendanceMark | null>): Counts =>
  Object.fromEntries(
    Object.values(AttendanceMark).map((mark) => [mark, Object.values(marks).filter((one) => one === mark).length]),
  ) as Counts;

/** A ledger says how many 课时, not how they came about. */
const unknown = Object.fromEntries(Object.values(AttendanceMark).map((mark) => [mark, null])) as Counts;
