import { expect, test } from "vitest";
import { findAttendance } from "@/lib/attendance/queries/grid";
import { addDays, day } from "@/lib/value/calendar";
import type { AttendanceMark } from "@/prisma/generated/enums";
import * as make from "@/tests/support/make";
import { inClass, roll } from "@/tests/support/rolls/scene";

const first = day("2018-08-07");

/** One person with these marks in lessons of a day each; null is a lesson whose roll lacks the person. */
async function marked(marks: (AttendanceMark | null)[], ahead = 0) {
  const days = [
    ...marks.map((_, n) => addDays(first, n)),
    ...Array.from({ length: ahead }, (_, n) => day(`2037-01-0${n + 1}`)),
  ];
  const { id, lessons, people } = await inClass({ people: 1, days });
  for (const [n, mark] of marks.entries())
    if (mark) await roll(make.actor(), lessons[n] as string, { [people[0] as string]: mark });
  const [person] = (await findAttendance(id)).people;
  return { id, person };
}

test("R47: the rates so far are of lessons that are over or marked, in 课时 and in number; those ahead are in neither", async () => {
  const { person } = await marked(["PRESENT", "LATE", "ABSENT", null], 2);

  expect(person).toMatchObject({ scheduled: 24, attended: 8, duePeriods: 16, dueLessons: 4, there: 2, waiting: 1 });
});

test.each([
  [["PRESENT", "ABSENT", "ABSENT"], true],
  [["ABSENT", null, "ABSENT", null], true],
  [["ABSENT", "ABSENT", "PRESENT"], false],
  [["ABSENT", "SICK_LEAVE"], false],
  [["ABSENT"], false],
  [[null], false],
] as const)(
  "two absences in a row are seen; leave between them, or a roll that lacks them, is none: %j",
  async (marks, away) => {
    const { person } = await marked([...marks]);

    expect(person?.staysAway).toBe(away);
  },
);
