import { expect, test } from "vitest";
import { closeCohort, proposeClosing } from "@/lib/cohort/commands/close";
import { findGaps } from "@/lib/cohort/queries/gaps";
import { decideCompletions } from "@/lib/completion/commands/decide";
import { recordResults } from "@/lib/completion/commands/record";
import { judgeCohort } from "@/lib/completion/queries/standing";
import { db } from "@/lib/database/db";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { issue, sheetOf } from "@/tests/support/results";
import { inClass, led, roll } from "@/tests/support/rolls/scene";

const [first, second] = [day("2018-08-07"), day("2018-08-08")];
const clerk = make.actor("BASE_STAFF", day("2018-09-05"));

/** One person in two lessons of four 课时, as many rolls taken as there are marks, and the exam begun. */
async function rolled(...marks: ("PRESENT" | "ABSENT")[]) {
  const cohort = await inClass({ people: 1, days: [first, second] });
  const [{ id: enrolmentId, traineeId }] = cohort.enrolments as [{ id: string; traineeId: string }];
  for (const [n, mark] of marks.entries()) await roll(clerk, cohort.lessons[n] as string, { [traineeId]: mark });
  await led(cohort.id, "EXAM");
  return { ...cohort, enrolmentId };
}

test("R47: attended 课时 come from the roll, exactly, and the certificate keeps them", async () => {
  const { id, enrolmentId } = await rolled("PRESENT", "PRESENT");
  await recordResults(
    clerk,
    await sheetOf(id, clerk.today, [[enrolmentId, { attended: 8, theory: 700, practice: 800 }]]),
  );
  await decideCompletions(clerk, { cohortId: id, completing: 1, notCompleting: 0 });

  const certificates = await issue(clerk, make.actor("BASE_DIRECTOR", clerk.today), id);

  expect(certificates).toMatchObject([{ attendedPeriods: 8, scheduledPeriods: 8 }]);
  expect(await db.enrolment.findUnique({ where: { id: enrolmentId } })).toMatchObject({ attendedPeriods: null });
});

test("R48: half of the 课时 attended is not enough, whatever was typed elsewhere", async () => {
  const { id } = await rolled("PRESENT", "ABSENT");

  const [judged] = await judgeCohort(id, clerk.today);

  expect(judged).toMatchObject({ attended: 4, scheduled: 8, outcome: "NOT_COMPLETED" });
  expect(judged?.reasons).toMatchObject([{ name: "ATTENDANCE_LOW", figures: { rate: "50.0" } }]);
});

test("R53: a lesson without a roll keeps the outcome open and the cohort from being closed", async () => {
  const { id } = await rolled("PRESENT");

  const [judged] = await judgeCohort(id, clerk.today);

  expect(judged).toMatchObject({ outcome: "OPEN", reasons: [{ name: "ROLL_MISSING", figures: { waiting: 1 } }] });
  expect(await findGaps(db, id, clerk.today)).toMatchObject({ missing: 1 });
  const { version } = await db.cohort.findUniqueOrThrow({ where: { id }, select: { version: true } });
  await expect(
    proposeClosing(make.actor("BASE_DIRECTOR", clerk.today), { cohortId: id, version }),
  ).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  await expect(
    closeCohort(make.actor("COUNTY_REVIEWER", clerk.today), { cohortId: id, version }),
  ).rejects.toMatchObject({ refusal: "WRONG_STATE" });
});
