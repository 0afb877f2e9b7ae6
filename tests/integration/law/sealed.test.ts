import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { openPsql } from "@/tests/support/money/psql";
import { insertMoney, noted, wan } from "@/tests/support/money/rows";
import { signingAccount } from "@/tests/support/signers";

// I24, I40, R76: everything a sealed month or year rests on. March 2018 is reported with all of 2016; each attack is one statement of
// the portal's own role with its audit entries, so that only the law can refuse it, and the control sends the same past the law.
let ids: Awaited<ReturnType<typeof scene>>;
let portal: Awaited<ReturnType<typeof openPsql>>;
let owner: typeof portal;

beforeAll(async () => {
  ids = await scene();
  [portal, owner] = [await openPsql("app"), await openPsql("owner")];
});
afterAll(() => Promise.all([portal.close(), owner.close()]));

async function scene() {
  const [officer, leader] = [signingAccount("AID_OFFICER"), signingAccount("AID_LEADER")] as [string, string];
  await make.plan(2018);
  const { id: project } = await make.project();
  const { id: planned } = await make.project({ state: "NOT_STARTED" });
  const site = newId();
  await sql(
    "app",
    noted(
      `INSERT INTO project_sites (id, project_id, number, name) VALUES ('${site}', '${project}', 1, '扎格')`,
      project,
    ),
  );
  const revenue = await make.money("revenue", {
    year: 2017,
    amount: wan("514000"),
    datedOn: "2018-04-05",
    state: "DRAFT",
  });
  const plan = await make.money("plan", { year: 2018, amount: wan("10"), datedOn: "2018-04-05", state: "DRAFT" });
  // Past the law, as no month can be: reported while a figure of it waits.
  const stuck = await make.money("revenue", {
    year: 2015,
    amount: wan("9"),
    datedOn: "2018-03-02",
    state: "SUBMITTED",
  });
  const report = (month: string) => `INSERT INTO fund_months (month) VALUES ('${month}') ON CONFLICT DO NOTHING;
    UPDATE fund_months SET state = 'SUBMITTED', submitted_by_id = '${officer}', submitted_at = clock_timestamp() WHERE month = '${month}'`;
  await sql("owner", `SET session_replication_role = replica; ${report("2018-03")}`);
  await sql("app", noted(report("2016-12"), "2016-12"));
  return { project, planned, site, revenue: revenue.id, plan: plan.id, stuck: stuck.id, officer, leader };
}

const report = "INSERT INTO project_reports (id, created_by_id, project_id, state, dated_on, physical_progress) VALUES";
const found = `INSERT INTO projects (id, code, name, category, plan_year, implement_year, site, implementing_unit, target, total_investment,
  created_by_id) VALUES`;
const set = "UPDATE revenue_figures SET decided_by_id = :leader, decided_at = now(), state =";

const attacks: readonly string[] = [
  `${report} (:fresh, :officer, :project, 'FINISHED', '2018-03-20', 100)`,
  "UPDATE project_sites SET finished_on = '2018-03-10' WHERE id = :site",
  "INSERT INTO project_sites (id, project_id, number, name, finished_on) VALUES (:fresh, :project, 9, 'x', '2018-03-10')",
  insertMoney("revenue", { id: ":fresh", year: 2017, amount: 5n, datedOn: "2018-03-01", createdById: ":officer" }),
  insertMoney("plan", { id: ":fresh", year: 2018, amount: 5n, datedOn: "2018-03-01", createdById: ":officer" }),
  "UPDATE revenue_figures SET dated_on = '2018-03-01' WHERE id = :revenue",
  "UPDATE aid_plans SET dated_on = '2018-03-01' WHERE id = :plan",
  `${set} 'APPROVED' WHERE id = :stuck`,
  `${found} (:fresh, :fresh, 'x', 'HEALTH', 2016, 2016, 'x', 'x', 'x', 1, :officer)`,
  `${found} (:fresh, :fresh, 'x', 'HEALTH', 2018, 2016, 'x', 'x', 'x', 1, :officer)`,
  `${found.replace("created_by_id)", "created_by_id, entered_on)")} (:fresh, :fresh, 'x', 'HEALTH', 2018, 2018, 'x', 'x', 'x', 1, :officer, '2018-03-09')`,
  "UPDATE projects SET implement_year = 2016 WHERE id = :planned",
];

const filled = (statement: string, fresh = newId()) =>
  statement
    .replace(/'?(?<!:):(\w+)'?/g, (_, name: string) =>
      name === "fresh" ? `'${fresh}'` : `'${(ids as Record<string, string>)[name]}'`,
    )
    .replaceAll(`('${fresh}', '${fresh}', 'x'`, `('${fresh}', '${fresh.slice(-12)}', 'x'`);
const withEntries = (statement: string, fresh = newId()) =>
  noted(filled(statement, fresh), fresh, ...Object.values(ids));

test.each(attacks)("I40: nothing a sealed month or year rests on is written: %s", async (attack) => {
  expect(await portal.tell(withEntries(attack))).toContain("MONTH_CLOSED");
});

test("I40, control: past the law each of them is taken, and the self-check finds it", async () => {
  for (const attack of attacks) {
    const past = `SET LOCAL session_replication_role = replica; ${filled(attack)}; UPDATE project_sites SET recorded_at = now() + interval '1 second'
      WHERE finished_on IS NOT NULL; DO $$ BEGIN IF NOT EXISTS (SELECT FROM checks.closed_month_row) THEN RAISE 'NOT SEEN'; END IF; END $$`;
    const moves = /^UPDATE projects/.test(attack);
    if (!moves) expect(await owner.tell(past), attack).toBe("taken");
  }
});

test("R76: the same, dated in an open month, is taken", async () => {
  const later = attacks
    // A project that a reported month knows has its sites, and its year (reported-project.test.ts).
    .filter((attack) => !/:stuck|:fresh, :project, 9|implement_year = 2016/.test(attack))
    .map((attack) => attack.replaceAll("2018-03", "2018-05").replaceAll("2016", "2018"));

  for (const attack of later) expect(await portal.tell(withEntries(attack)), attack).toBe("taken");
});

test.each(attacks.filter((attack) => !/:stuck|implement_year = 2016|2016, 2016|2018, 2016/.test(attack)))(
  "R76: nor in an earlier month of its year, whose sums the reported one adds up: %s",
  async (attack) => {
    const earlier = attack.replaceAll("2018-03", "2018-02").replaceAll("'FINISHED'", "'UNDER_WAY'");
    expect(await portal.tell(withEntries(earlier))).toContain('"LATER"');
  },
);

test("R76: a month is not reported while something of its year before it waits", async () => {
  const waits = await make.money("plan", { year: 2019, amount: wan("9"), datedOn: "2014-02-02", state: "SUBMITTED" });
  const report = `INSERT INTO fund_months (month) VALUES ('2014-03') ON CONFLICT DO NOTHING;
    UPDATE fund_months SET state = 'SUBMITTED', submitted_by_id = '${ids.officer}' WHERE month = '2014-03'`;

  expect(waits.id).toBeTruthy();
  expect(await portal.tell(noted(report, "2014-03"))).toContain("UNDECIDED");
});

test("R76, control: past the law what slips into an earlier month is found by the self-check", async () => {
  const row = insertMoney("outside", { id: newId(), amount: 5n, datedOn: "2018-02-01", createdById: ids.officer });
  const past = `SET LOCAL session_replication_role = replica; ${row};
    DO $$ BEGIN IF NOT EXISTS (SELECT FROM checks.closed_month_row WHERE ledger = 'outside' AND month = '2018-03')
      THEN RAISE 'NOT SEEN'; END IF; END $$`;

  expect(await owner.tell(past)).toBe("taken");
});

test("I40: every table that is dated by a day of the money carries the law", async () => {
  const unguarded = await sql(
    "owner",
    `SELECT c.table_name FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.column_name IN ('dated_on', 'finished_on', 'entered_on')
       AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.table_name::regclass AND t.tgname = 'record_2_is_dated')`,
  );

  expect(unguarded).toEqual([]);
});

test("R61, I40: no rate of the money begins in a sealed month", async () => {
  const insert = (on: string) =>
    `INSERT INTO parameters (key, valid_from, value, reason) VALUES ('aid_rate_basis_points', '${on}', 60, 'x')`;

  expect(await owner.tell(insert("2018-03-31"))).toContain("MONTH_CLOSED");
  expect(await owner.tell(insert("2018-05-01"))).toBe("taken");
  const past = `SET LOCAL session_replication_role = replica; INSERT INTO setting_changes
    (id, key, valid_from, value, previous, reason, document_no, state, created_by_id, leader_id, decided_by_id, decided_at)
    VALUES ('${newId()}', 'aid_rate_basis_points', '2018-03-31', 60, 50, 'x', 'x', 'APPROVED', '${ids.officer}', '${ids.leader}', '${ids.leader}',
      clock_timestamp());
    DO $$ BEGIN IF NOT EXISTS (SELECT FROM checks.closed_month_row WHERE ledger = 'setting') THEN RAISE 'NOT SEEN'; END IF; END $$`;
  expect(await owner.tell(past)).toBe("taken");
});

test("R76: a month in which a plan or a revenue waits is not reported", async () => {
  const waits = await make.money("plan", { year: 2019, amount: wan("9"), datedOn: "2018-06-02", state: "SUBMITTED" });
  const report = `INSERT INTO fund_months (month) VALUES ('2018-06') ON CONFLICT DO NOTHING;
    UPDATE fund_months SET state = 'SUBMITTED', submitted_by_id = '${ids.officer}' WHERE month = '2018-06'`;

  expect(waits.id).toBeTruthy();
  expect(await portal.tell(noted(report, "2018-06"))).toContain("UNDECIDED");
});

test("R62: another version becomes current although the one before lies in a sealed month", async () => {
  const old = await make.money("revenue", { year: 2010, amount: wan("9"), datedOn: "2011-02-01" });
  await sql(
    "owner",
    `SET session_replication_role = replica; INSERT INTO fund_months (month, state, submitted_at) VALUES ('2011-02', 'SUBMITTED', now())
    ON CONFLICT (month) DO UPDATE SET state = 'SUBMITTED'`,
  );
  const next = await make.money("revenue", { year: 2010, amount: wan("10"), datedOn: "2011-03-01" });

  expect(await sql("app", "SELECT id FROM revenue_figures WHERE year = 2010 AND is_current")).toEqual([
    { id: next.id },
  ]);
  expect(old.id).not.toBe(next.id);
});

test("I40: when something was written down is the database's to say, so that nothing passes for older than the report", async () => {
  const id = newId();
  const row = { amount: 5n, datedOn: "2018-05-02", createdById: ids.officer, also: { created_at: "2017-01-01" } };
  const old = (statement: string) =>
    statement.replace("created_by_id)", "created_by_id, created_at)").replace(/\)$/, ", '2017-01-01')");
  const written = {
    disbursements: insertMoney("disbursement", { id, projectId: ids.project, ...row }),
    project_reports: `${report.replace("(id,", "(created_at, id,")} ('2017-01-01', '${id}', '${ids.officer}', '${ids.project}', 'FINISHED', '2018-05-30', 100)`,
    projects: old(
      `${found} ('${id}', '${id.slice(-12)}', 'x', 'HEALTH', 2018, 2018, 'x', 'x', 'x', 1, '${ids.officer}')`,
    ),
  };

  for (const [table, statement] of Object.entries(written)) {
    expect(
      await portal.tell(
        noted(
          `${statement}; DO $$ BEGIN IF EXISTS (SELECT FROM ${table} WHERE id = '${id}' AND created_at < now() - interval '1 minute')
      THEN RAISE 'OLD'; END IF; END $$`,
          id,
          ids.project,
        ),
      ),
      table,
    ).toBe("taken");
  }
});
