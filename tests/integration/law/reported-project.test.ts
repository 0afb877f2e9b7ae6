import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { listProjectSums } from "@/lib/fund/queries/projects";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { openPsql } from "@/tests/support/money/psql";
import { noted, wan } from "@/tests/support/money/rows";
import { signingAccount } from "@/tests/support/signers";

// R76, R73: a reported month shows place, total and planned completion of projects without any money as well. Each statement is one of
// the portal's own role with its audit entries, so that only the law can refuse it.
const [officer, leader] = [signingAccount("AID_OFFICER"), signingAccount("AID_LEADER")];
let portal: Awaited<ReturnType<typeof openPsql>>;
let known: string;
let unknown: string;

beforeAll(async () => {
  portal = await openPsql("app");
  const facts = { state: "NOT_STARTED", totalInvestment: wan("300"), dueOn: new Date("2018-06-30") } as const;
  known = (await make.project({ ...facts, on: day("2018-03-05") })).id;
  unknown = (await make.project({ ...facts, on: day("2018-04-05") })).id;
  const report = `INSERT INTO fund_months (month) VALUES ('2018-03') ON CONFLICT DO NOTHING;
    UPDATE fund_months SET state = 'SUBMITTED', submitted_by_id = '${officer}', submitted_at = now() WHERE month = '2018-03'`;
  await sql("app", noted(report, "2018-03"));
});
afterAll(() => portal.close());

const plans = ["total_investment = 5", "due_on = '2019-01-01'", "due_on = NULL", "site = 'x'", "content = 'x'"];
const kinds = ["category = 'HEALTH'", "plan_year = 2020", "implement_year = 2017", "is_employment_related = true"];
const set = (id: string, change: string) => portal.tell(noted(`UPDATE projects SET ${change} WHERE id = '${id}'`, id));
const site = (id: string) =>
  portal.tell(
    noted(`INSERT INTO project_sites (id, project_id, number, name) VALUES ('${newId()}', '${id}', 1, 'x')`, id),
  );

test.each(plans)("R76: what a reported month shows of a project stands: %s", async (change) => {
  expect(await set(known, change)).toContain('"REPORTED"');
  expect(await set(unknown, change)).toBe("taken");
});

test.each(kinds)("R76: in a reported month a project is counted under its kind and years: %s", async (change) => {
  expect(await set(known, change)).toContain("REPORTED_KIND");
  expect(await set(unknown, change)).toBe("taken");
});

test("R76: a reported month has as many sites as it had", async () => {
  expect(await site(known)).toContain("REPORTED");
  expect(await site(unknown)).toBe("taken");
});

test("R73: what no month shows is free until it is approved: name, unit, number, target, building", async () => {
  for (const change of [
    "name = 'x'",
    "implementing_unit = 'x'",
    "code = 'x-9'",
    "target = 'x'",
    "is_construction = true",
  ])
    expect(await set(known, change), change).toBe("taken");
});

/** Handed in and approved, past the portal's commands. */
async function adjust(project: string, on: string, dueOn: string) {
  const id = newId();
  const insert = `INSERT INTO project_adjustments (id, project_id, dated_on, document_no, reason, due_on, state, created_by_id)
    VALUES ('${id}', '${project}', '${on}', 'x', 'x', '${dueOn}', 'SUBMITTED', '${officer}')`;
  await sql("app", noted(insert, id));
  const approve = `UPDATE project_adjustments SET state = 'APPROVED', decided_by_id = '${leader}', decided_at = now() WHERE id = '${id}'`;
  await sql("app", noted(approve, id, project));
}

test("R76: an adjustment dated today moves a reported project, and as of the month it reads as it stood there", async () => {
  const dueOn = async (on: string) =>
    (await listProjectSums({ year: 2018, since: 2018, asOf: day(on), project: known }))[0]?.dueOn;
  await adjust(known, "2018-08-20", "2018-10-31");

  expect([await dueOn("2018-03-31"), await dueOn("2018-08-20")]).toEqual(["2018-06-30", "2018-10-31"]);
});

test("R76: no adjustment is dated before the one it follows, or the months between would read otherwise", async () => {
  const { id } = await make.project({ on: day("2018-04-05"), dueOn: new Date("2018-06-30") });
  await adjust(id, "2018-08-20", "2018-10-31");

  await expect(adjust(id, "2018-08-10", "2018-12-31")).rejects.toThrow("INPUT_WRONG");
  await adjust(id, "2018-08-20", "2018-11-30");
  expect(await sql("app", "SELECT * FROM checks.adjustment_drift")).toEqual([]);
});

test("R76, control: past the law a backdated adjustment changes what a month shows, and the self-check finds it", async () => {
  const { id } = await make.project({ on: day("2018-04-05"), dueOn: new Date("2018-06-30") });
  await adjust(id, "2018-08-20", "2018-10-31");
  const owner = await openPsql("owner");
  const past = `SET LOCAL session_replication_role = replica; INSERT INTO project_adjustments
    (id, project_id, dated_on, document_no, reason, site, old_site, state, created_by_id, decided_by_id, decided_at)
    VALUES ('${newId()}', '${id}', '2018-08-10', 'x', 'x', '白松', 'y', 'APPROVED', '${officer}', '${leader}', now() + interval '1 second');
    DO $$ BEGIN IF NOT EXISTS (SELECT FROM checks.adjustment_drift WHERE field = 'dated_on') THEN RAISE 'NOT SEEN'; END IF; END $$`;

  expect(await owner.tell(past)).toBe("taken");
  await owner.close();
});
