import { expect, test } from "vitest";
import type { EditCohort } from "@/lib/cohort/schema";
import { db } from "@/lib/database/db";
import { editCohort } from "@/lib/enrolment/commands/edit-cohort";
import { enrol } from "@/lib/enrolment/commands/enrol";
import { cancelEnrolment } from "@/lib/enrolment/commands/leave";
import { asRefusal } from "@/lib/refusal/refusal";
import { addDays, type Day, day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const staff = (today: Day) => make.actor("BASE_STAFF", today);
const queueOf = (ids: string[]) =>
  db.enrolment.findMany({
    where: { id: { in: ids } },
    orderBy: { queueNo: "asc" },
    select: { state: true, waitStopped: true },
  });
const free = () => sql("app", "SELECT * FROM checks.waiting_with_free_seat");

/** A cohort of one place that was given up on a day, with two who wait and were passed over. */
async function passedOver(startsOn: Day, today: Day) {
  const cohort = await make.cohort({ startsOn, seats: 1 });
  const { id } = await make.enrolment(cohort.id);
  const queue: string[] = [];
  for (let n = 0; n < 2; n++) queue.push((await make.enrolment(cohort.id, { state: "WAITLISTED" })).id);
  await cancelEnrolment(staff(today), { enrolmentId: id, reason: "外出务工", version: 1 });
  return { ...cohort, queue };
}

/** As the edit form sends it. */
async function edit(cohortId: string, today: Day, change: Partial<EditCohort>) {
  const { version } = await db.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: { version: true } });
  const unchanged = { title: "美容师 五级", ...make.papers, place: undefined };
  const endsOn = addDays(change.startsOn ?? today, 30);
  return editCohort(staff(today), { cohortId, version, ...unchanged, endsOn, ...change });
}

test.each([
  ["TOO_LATE", day("2014-08-06")],
  ["APPROVAL_NEEDED", day("2014-08-04")],
])(
  "I5, R34: whom the start had passed over (%s) is asked again when it is moved later, the first of them",
  async (why, today) => {
    const { id, queue } = await passedOver(day("2014-08-04"), today);
    // I5: one place is asked about once; the first keeps the claim to it.
    const next = why === "APPROVAL_NEEDED" ? null : why;
    expect(await queueOf(queue)).toMatchObject([{ waitStopped: why }, { waitStopped: next }]);

    const { promoted } = await edit(id, today, { startsOn: day("2014-10-08") });

    expect(promoted).toEqual([queue[0]]);
    expect(await queueOf(queue)).toMatchObject([{ state: "CONFIRMED", waitStopped: null }, { state: "WAITLISTED" }]);
    expect(await db.auditEntry.count({ where: { subjectId: queue[0] as string, verb: "enrolment.promote" } })).toBe(1);
    expect(await free()).toEqual([]);
  },
);

test("I5: a newcomer at the moment of the move does not overtake those who wait", async () => {
  const today = day("2015-08-05");
  const { id, queue } = await passedOver(day("2015-08-03"), today);
  const { id: traineeId } = await make.trainee();

  const [, newcomer] = await Promise.allSettled([
    edit(id, today, { startsOn: day("2015-10-08") }),
    enrol(staff(today), { cohortId: id, traineeId, place: "CONFIRMED" }),
  ]);

  expect(newcomer.status === "rejected" && asRefusal(newcomer.reason)?.refusal).toMatch(/^TOO_LATE$|^COHORT_FULL$/);
  expect(await queueOf(queue)).toMatchObject([{ state: "CONFIRMED" }, { state: "WAITLISTED" }]);
});

test.each([
  ["into a year with places", { startsOn: day("2017-03-06") }],
  ["off the base", { startsOn: day("2016-09-05"), atBase: false, place: "扎格村" }],
] as const)(
  "I5, R21, R27: whom a full year had passed over is asked again when the cohort moves %s",
  async (_, change) => {
    const today = day("2016-08-01");
    const { id } = await make.cohort({ startsOn: day("2016-09-05"), seats: 1 });
    const waiting = await make.enrolment(id, { state: "WAITLISTED", waitStopped: "YEAR_FULL" });

    const { promoted } = await edit(id, today, change);

    expect(promoted).toEqual([waiting.id]);
    expect(await sql("app", "SELECT * FROM checks.counter_drift")).toEqual([]);
  },
);
