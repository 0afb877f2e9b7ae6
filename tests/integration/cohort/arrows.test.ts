import { beforeEach, describe, expect, test } from "vitest";
import { closeCohort, proposeClosing, returnClosing, startExam, takeExamBack } from "@/lib/cohort/commands/close";
import { approveCohort, rejectCohort, returnCohort } from "@/lib/cohort/commands/decide";
import { submitCohort } from "@/lib/cohort/commands/submit";
import { type CohortState, cohortArrows, mayCohortBecome } from "@/lib/cohort/rules/states";
import { db } from "@/lib/database/db";
import { startCohort } from "@/lib/enrolment/commands/cohort";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

/** I16: what the act that leads to a state is signed with. */
const signatures: Partial<Record<CohortState, string>> = {
  SUBMITTED: `, submitted_by_id = '${make.actor("BASE_DIRECTOR").id}'`,
  APPROVED: `, approved_by_id = '${make.actor("COUNTY_REVIEWER").id}'`,
  CLOSED: `, closed_by_id = '${make.actor("COUNTY_REVIEWER").id}'`,
};
const states = Object.keys(cohortArrows) as CohortState[];
const staff = () => make.actor("BASE_STAFF");
const reviewer = () => make.actor("COUNTY_REVIEWER");
const approval = { documentNo: "得人社〔2018〕31号", opinion: undefined };

/** Off the base, with a timetable that needs no classroom. */
const outside = { atBase: false, place: "扎格村", timetabled: true };

const stateOf = async (id: string) =>
  (await db.cohort.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
const versionOf = async (id: string) =>
  (await db.cohort.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;
const verbsOf = async (id: string) =>
  (await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: "asc" }, select: { verb: true } })).map(
    ({ verb }) => verb,
  );

describe("I15: every pair of states", () => {
  const pairs = states.flatMap((from) => states.filter((to) => to !== from).map((to) => [from, to] as const));

  test("goes along the arrows and is refused everywhere else, also past the portal's code", {
    timeout: 300_000,
  }, async () => {
    const went: string[] = [];
    const { id: county } = make.actor("COUNTY_REVIEWER");
    for (const [from, to] of pairs) {
      const { id } = await make.cohort({ ...outside, state: from });
      if (from === "EXAM")
        await proposeClosing(make.actor("BASE_DIRECTOR"), { cohortId: id, version: await versionOf(id) });
      const reopened = `, reopened_by_id = '${county}', reopen_reason = '更正结果'`;
      const signed = from === "CLOSED" && to === "EXAM" ? reopened : (signatures[to] ?? "");
      const moved = await sql(
        "app",
        `WITH noted AS (INSERT INTO audit_entries (actor_id, actor_name, actor_role, verb, subject_type, subject_id, before, after)
           VALUES (gen_random_uuid(), 'sql', 'BASE_STAFF', 'cohort.sql', 'cohort', $1::text, '{}', '{}'))
         UPDATE cohorts SET state = $2::"CohortState"${signed} WHERE id = $1::uuid`,
        [id, to],
      ).then(
        () => true,
        (error: { message: string }) => error.message !== "WRONG_STATE" && Promise.reject(error),
      );
      if (moved) went.push(`${from} ${to}`);
    }

    expect(went).toEqual(pairs.filter(([from, to]) => mayCohortBecome(from, to)).map(([from, to]) => `${from} ${to}`));
  });
});

type Step = (cohortId: string, version: number) => Promise<unknown>;

const steps: Record<string, { step: Step; from: CohortState[] }> = {
  submit: { step: (cohortId, version) => submitCohort(staff(), { cohortId, version }), from: ["DRAFT", "RETURNED"] },
  approve: {
    step: (cohortId, version) => approveCohort(reviewer(), { cohortId, version, ...approval }),
    from: ["SUBMITTED"],
  },
  return: {
    step: (cohortId, version) => returnCohort(reviewer(), { cohortId, version, reason: "课表不全" }),
    from: ["SUBMITTED"],
  },
  reject: {
    step: (cohortId, version) => rejectCohort(reviewer(), { cohortId, version, reason: "重复开班" }),
    from: ["SUBMITTED"],
  },
  start: {
    step: (cohortId, version) => startCohort(make.actor("BASE_STAFF", day("2030-01-01")), { cohortId, version }),
    from: ["APPROVED"],
  },
  examBack: {
    step: (cohortId, version) => takeExamBack(make.actor("BASE_DIRECTOR"), { cohortId, version, reason: "还有两节课" }),
    from: ["EXAM"],
  },
  exam: { step: (cohortId, version) => startExam(staff(), { cohortId, version }), from: ["IN_PROGRESS"] },
  propose: {
    step: (cohortId, version) => proposeClosing(make.actor("BASE_DIRECTOR"), { cohortId, version }),
    from: ["EXAM"],
  },
};

describe.each(Object.entries(steps))("I15: to %s", (_, { step, from }) => {
  test.each(states)("from %s", async (state) => {
    const { id } = await make.cohort({ ...outside, state });

    const answer = step(id, await versionOf(id));

    if (from.includes(state)) await expect(answer).resolves.not.toThrow();
    else await expect(answer).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });
});

describe("the way of a cohort", () => {
  let id: string;
  beforeEach(async () => {
    id = (await make.cohort({ ...outside, state: "DRAFT" })).id;
  });

  test("I29: from draft to closed leaves one entry a step", async () => {
    const director = make.actor("BASE_DIRECTOR");
    await submitCohort(staff(), { cohortId: id, version: await versionOf(id) });
    await returnCohort(reviewer(), { cohortId: id, version: await versionOf(id), reason: "缺考核方案" });
    await submitCohort(staff(), { cohortId: id, version: await versionOf(id) });
    await approveCohort(reviewer(), { cohortId: id, version: await versionOf(id), ...approval });

    expect(await stateOf(id)).toBe("APPROVED");
    expect(await verbsOf(id)).toEqual([
      "cohort.make",
      "cohort.submit",
      "cohort.return",
      "cohort.submit",
      "cohort.approve",
    ]);

    const { id: over } = await make.cohort({ state: "EXAM" });
    await proposeClosing(director, { cohortId: over, version: await versionOf(over) });
    await closeCohort(reviewer(), { cohortId: over, version: await versionOf(over) });

    expect(await stateOf(over)).toBe("CLOSED");
    expect(await verbsOf(over)).toEqual(["cohort.make", "cohort.proposeClosing", "cohort.close"]);
  });

  test("a second click on the same step is refused and changes nothing", async () => {
    const version = await versionOf(id);

    const answers = await Promise.allSettled([1, 2].map(() => submitCohort(staff(), { cohortId: id, version })));

    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { refusal: "WRONG_STATE" } });
    expect(await verbsOf(id)).toEqual(["cohort.make", "cohort.submit"]);
  });

  test("I27: an older version of the page is refused", async () => {
    const version = await versionOf(id);

    await expect(submitCohort(staff(), { cohortId: id, version: version + 1 })).rejects.toMatchObject({
      refusal: "STALE",
    });

    expect(await stateOf(id)).toBe("DRAFT");
  });

  test("I16: who created or submitted does not approve, another one does", async () => {
    // A role may change between the two acts.
    const creator = make.actor("BASE_DIRECTOR");
    const { id: own } = await make.cohort({ ...outside, state: "DRAFT", createdById: creator.id });
    const submitter = make.actor("BASE_STAFF");
    await submitCohort(submitter, { cohortId: own, version: await versionOf(own) });

    for (const self of [creator, submitter]) {
      const reviewing = { ...self, role: "COUNTY_REVIEWER" as const };
      await expect(
        approveCohort(reviewing, { cohortId: own, version: await versionOf(own), ...approval }),
      ).rejects.toMatchObject({ refusal: "SAME_PERSON" });
    }
    await approveCohort(reviewer(), { cohortId: own, version: await versionOf(own), ...approval });

    expect(await stateOf(own)).toBe("APPROVED");
  });

  test("I16: past the portal's code the database says the same", async () => {
    const creator = make.actor();
    const { id: own } = await make.cohort({ state: "SUBMITTED", createdById: creator.id });

    const approved = sql("app", "UPDATE cohorts SET state = 'APPROVED', approved_by_id = created_by_id WHERE id = $1", [
      own,
    ]);

    await expect(approved).rejects.toMatchObject({ message: "SAME_PERSON" });
  });

  test("I16: who proposed the closing does not close; without a proposal nobody does", async () => {
    const { id: over } = await make.cohort({ state: "EXAM" });
    const proposer = make.actor("BASE_DIRECTOR");

    await expect(closeCohort(reviewer(), { cohortId: over, version: await versionOf(over) })).rejects.toMatchObject({
      refusal: "WRONG_STATE",
      figures: { case: "CLOSING_NOT_PROPOSED" },
    });
    await proposeClosing(proposer, { cohortId: over, version: await versionOf(over) });
    await expect(proposeClosing(proposer, { cohortId: over, version: await versionOf(over) })).rejects.toMatchObject({
      refusal: "WRONG_STATE",
    });
    const promoted = { ...proposer, role: "COUNTY_REVIEWER" as const };
    await expect(closeCohort(promoted, { cohortId: over, version: await versionOf(over) })).rejects.toMatchObject({
      refusal: "SAME_PERSON",
    });

    expect(await stateOf(over)).toBe("EXAM");
  });

  test("R53: the county sends a closing back with a reason, and the base proposes again", async () => {
    const { id: over } = await make.cohort({ state: "EXAM" });
    const [director, county] = [make.actor("BASE_DIRECTOR"), reviewer()];
    const sendBack = async (by = county) =>
      returnClosing(by, { cohortId: over, version: await versionOf(over), reason: "缺两份成绩单" });
    await expect(sendBack()).rejects.toMatchObject({ figures: { case: "CLOSING_NOT_PROPOSED" } });
    await proposeClosing(director, { cohortId: over, version: await versionOf(over) });
    await expect(sendBack({ ...director, role: "COUNTY_REVIEWER" })).rejects.toMatchObject({ refusal: "SAME_PERSON" });

    await sendBack();

    expect(await db.cohort.findUnique({ where: { id: over } })).toMatchObject({
      state: "EXAM",
      closingProposedById: null,
      closingReturnedById: county.id,
      closingReturnedAt: expect.any(Date),
      closingReturnReason: "缺两份成绩单",
    });
    await proposeClosing(director, { cohortId: over, version: await versionOf(over) });
    await closeCohort(county, { cohortId: over, version: await versionOf(over) });
    expect(await verbsOf(over)).toEqual([
      "cohort.make",
      ...["cohort.proposeClosing", "cohort.returnClosing", "cohort.proposeClosing", "cohort.close"],
    ]);
  });

  test.each(["APPLIED", "WAITLISTED", "CONFIRMED", "IN_TRAINING"] as const)(
    "R53: not closed while somebody is %s",
    async (state) => {
      const { id: open } = await make.cohort({ state: "IN_PROGRESS" });
      await make.enrolment(open, { state });
      await startExam(staff(), { cohortId: open, version: await versionOf(open) });

      const proposed = proposeClosing(make.actor("BASE_DIRECTOR"), { cohortId: open, version: await versionOf(open) });

      await expect(proposed).rejects.toMatchObject({
        refusal: "WRONG_STATE",
        figures: { case: "UNFINISHED", unfinished: 1 },
      });
    },
  );
});
