import { describe, expect, test } from "vitest";
import { recordAccess } from "@/lib/audit/record";
import { roles } from "@/lib/auth/permissions";
import { recordResults } from "@/lib/completion/commands/record";
import { db } from "@/lib/database/db";
import { grantExport } from "@/lib/report/commands/grant";
import { rosterReport } from "@/lib/report/queries/roster";
import { findTraineeFile } from "@/lib/trainee-file/queries/file";
import { day } from "@/lib/value/calendar";
import { prover, rosterOf, take } from "@/tests/support/exports";
import * as make from "@/tests/support/make";
import { complete, issue, sheetOf } from "@/tests/support/results";

const songmai = "513338100201";
const songmaiOfTaiyanggu = "513338104200";

const examDay = day("2018-09-04");
const reader = { role: "BASE_STAFF", today: examDay } as const;

describe("一人一档", () => {
  test("R48–R52: a cohort shows 课时 attended and rate, marks and outcome; the certificate its number and day", async () => {
    const [clerk, head] = [await make.signer("BASE_STAFF", examDay), await make.signer("BASE_DIRECTOR", examDay)];
    const cohort = await make.examined();
    await complete(clerk, cohort.id, cohort.enrolments);
    const [certificate] = await issue(clerk, head, cohort.id);
    const { traineeId } = await db.enrolment.findUniqueOrThrow({
      where: { id: cohort.enrolments[0] as string },
      select: { traineeId: true },
    });

    const file = await findTraineeFile(traineeId, reader);

    expect(file.cohorts).toMatchObject([
      {
        ...{ cohortId: cohort.id, number: cohort.number, state: "COMPLETED", attended: 10, scheduled: 10, reasons: [] },
        ...{ exam: { heldOn: examDay, theory: 700, practice: 800 }, parts: ["theory", "practice"] },
      },
    ]);
    expect(file.certificates).toMatchObject([{ number: certificate?.number, issuedOn: examDay, voidedOn: null }]);
    expect(file.arrivals).toMatchObject([{ cohort: cohort.number, knownBy: "LEDGER", day: null }]);
  });

  test("R48: who did not complete is told why, by the figures in force when the cohort began", async () => {
    const cohort = await make.examined();
    const [enrolmentId = ""] = cohort.enrolments;
    const clerk = await make.signer("BASE_STAFF", examDay);
    const marks = { attended: 9, theory: 700, practice: 595 };
    await recordResults(clerk, await sheetOf(cohort.id, examDay, [[enrolmentId, marks]]));
    const { traineeId } = await db.enrolment.findUniqueOrThrow({
      where: { id: enrolmentId },
      select: { traineeId: true },
    });

    const { cohorts } = await findTraineeFile(traineeId, { ...reader, today: day("2018-10-10") });

    expect(cohorts[0]?.reasons).toEqual([
      { name: "MARK_LOW", figures: { part: "practice", mark: "59.5", passMark: 60 } },
    ]);
  });

  test("a person of whom nothing is known has an empty file", async () => {
    const { id } = await make.trainee();

    expect(await findTraineeFile(id, reader)).toEqual({
      ...{ cohorts: [], certificates: [], leaves: [], arrivals: [], names: [], corrections: [], looks: [] },
      seesLooks: false,
    });
  });
});

describe("the home", () => {
  test.each([
    ["the village of then", songmai],
    ["the village that became of it", songmaiOfTaiyanggu],
  ])("is called as on the first day of each cohort, and as today beside it: %s", async (_, villageCode) => {
    const { id: traineeId } = await make.trainee({ villageCode });
    const then = await make.cohort({ startsOn: day("2018-08-06") });
    const since = await make.cohort({ startsOn: day("2020-08-03") });
    await make.enrolment(then.id, { traineeId });
    await make.enrolment(since.id, { traineeId });

    const { cohorts } = await findTraineeFile(traineeId, { ...reader, today: day("2021-01-04") });

    expect(cohorts.map(({ home, homeNow }) => [home, homeNow])).toEqual([
      [{ township: "太阳谷镇", village: "松麦村" }, null],
      [{ township: "松麦镇", village: "松麦村" }, "太阳谷镇"],
    ]);
  });

  test("has one name as long as nothing was renamed", async () => {
    const { id: traineeId } = await make.trainee({ villageCode: songmai });
    await make.enrolment((await make.cohort()).id, { traineeId });

    const { cohorts } = await findTraineeFile(traineeId, { ...reader, today: day("2019-12-31") });

    expect(cohorts[0]).toMatchObject({ home: { township: "松麦镇" }, homeNow: null });
  });
});

describe("R92, R93: who looked at the numbers of a person", () => {
  const looked = (subjectType: string, subjectId: string, verb: string) =>
    recordAccess(db, make.actor("COUNTY_REVIEWER"), {
      verb,
      subjectType,
      subjectId,
      field: "idNumber",
      reason: "REPORT",
    });

  test("is told to the director, of this person only, and not the doors that stayed closed", async () => {
    const [one, other] = [await make.trainee(), await make.trainee()];
    await looked("trainee", one.id, "trainee.reveal");
    await looked("trainee", one.id, "refused");
    await looked("trainee", other.id, "trainee.reveal");

    const { looks } = await findTraineeFile(one.id, { ...reader, role: "BASE_DIRECTOR" });

    expect(looks).toMatchObject([{ verb: "trainee.reveal", field: "idNumber", reason: "REPORT" }]);
  });

  test("knows a file of whole numbers of a cohort the person had a place in by then, and none of another", async () => {
    const { cohort } = await rosterOf(1);
    const { traineeId } = await db.enrolment.findFirstOrThrow({
      where: { cohortId: cohort.id },
      select: { traineeId: true },
    });
    const { cohort: another } = await rosterOf(1);
    for (const { id } of [cohort, another]) {
      const { actor, proof } = await prover();
      const wish = { report: "roster", query: `cohort=${id}`, purpose: "INSPECTION" as const, ...proof };
      const { grant } = await grantExport(actor, wish);
      await take({ report: rosterReport, filter: { cohort: id }, format: "xlsx", grant }, actor);
    }
    await take({ report: rosterReport, filter: { cohort: cohort.id }, format: "xlsx" });
    const { id: late } = await make.trainee();
    await make.enrolment(cohort.id, { traineeId: late });

    const director = { ...reader, role: "BASE_DIRECTOR" } as const;

    expect((await findTraineeFile(traineeId, director)).looks).toMatchObject([
      { verb: "report.exportFull", subjectType: "export", field: "roster", reason: "INSPECTION", rows: 1 },
    ]);
    expect((await findTraineeFile(late, director)).looks).toEqual([]);
  });

  test.each(roles.filter((role) => role !== "BASE_DIRECTOR"))("is not read for %s", async (role) => {
    const { id } = await make.trainee();
    await looked("trainee", id, "trainee.reveal");

    expect(await findTraineeFile(id, { ...reader, role })).toMatchObject({ looks: [], seesLooks: false });
  });
});
