import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { openPsql } from "@/tests/support/money/psql";
import { insertMoney, type MoneyKind, type MoneyRow, noted, tables, wan } from "@/tests/support/money/rows";
import { signingAccount } from "@/tests/support/signers";

// Each statement is sent as the portal's own role with the audit entries it needs, so that only the law can refuse it; `:name` is an
// id of the scene. The control at the end sends the same past the law.
let ids: Awaited<ReturnType<typeof scene>>;
let portal: Awaited<ReturnType<typeof openPsql>>;
let owner: typeof portal;

beforeAll(async () => {
  ids = await scene();
  [portal, owner] = [await openPsql("app"), await openPsql("owner")];
});
afterAll(() => Promise.all([portal.close(), owner.close()]));

/** A project of 300 with 200 arranged, 160 paid and 80 completed, a record in every state, and months in every state. */
async function scene() {
  const [somebody, another] = [signingAccount("AID_OFFICER"), signingAccount("AID_LEADER")] as [string, string];
  await make.plan(2017);
  const plan = await make.plan(2018, "1000");
  const revenue = await make.money("revenue", { year: 2017, amount: wan("514000"), datedOn: "2018-01-05" });
  const [{ id: project }, other] = [await make.project({ totalInvestment: wan("300") }), await make.project()];
  await make.sum("appropriation", other.id, "1");
  const appropriation = await make.sum("appropriation", project, "200");
  const disbursement = await make.sum("disbursement", project, "160");
  const progress = await make.sum("progress", project, "80");
  const outside = await make.money("outside", { amount: wan("65"), datedOn: "2018-03-01" });
  const pay = (said: string, datedOn: string, state: "DRAFT" | "SUBMITTED" = "SUBMITTED") =>
    make.money("disbursement", { projectId: project, amount: wan(said), datedOn, state, createdById: somebody });
  const [submitted, tooMuch, draft] = [
    await pay("10", "2018-03-02"),
    await pay("40.01", "2018-03-02"),
    await pay("10", "2018-03-02", "DRAFT"),
  ];
  const [ofReported, ofLocked] = [await pay("10", "2018-01-31", "DRAFT"), await pay("10", "2017-12-31", "DRAFT")];
  const wrong = await make.sum("disbursement", project, "5");
  const mirror = { projectId: project, amount: wan("-5"), datedOn: "2018-03-03", reversalOfId: wrong.id };
  const reversal = await make.money("disbursement", mirror);
  const stuck = await pay("10", "2018-02-28");
  // No reported month knows it, so that sites may still be added.
  const young = await make.project({ on: day("2018-04-01") });
  const site = newId();

  await sql(
    "app",
    noted(`INSERT INTO project_sites VALUES ('${site}', '${project}', 1, '扎格', '2018-04-01')`, project),
  );
  const lock = `UPDATE fund_months SET state = 'LOCKED', locked_by_id = '${another}' WHERE month = '2017-12'`;
  for (const month of ["2017-12", "2018-01"]) await sql("app", noted(reported(month, somebody), month));
  await sql("app", noted(lock, "2017-12"));
  // Past the law, as no month can be: reported while a payment of it waits.
  const force = "UPDATE fund_months SET state = 'SUBMITTED', submitted_at = now() WHERE month = '2018-02'";
  await sql("owner", `SET session_replication_role = replica; ${force}`);

  const records = { plan, revenue, appropriation, disbursement, progress, outside };
  const others = { submitted, tooMuch, draft, ofReported, ofLocked, wrong, reversal, stuck };
  const named = Object.entries({ ...records, ...others }).map(([name, { id }]) => [name, id]);
  return {
    ...(Object.fromEntries(named) as Record<string, string>),
    project,
    other: other.id,
    young: young.id,
    site,
    somebody,
    another,
  };
}

const reported = (month: string, by: string) =>
  `INSERT INTO fund_months (month) VALUES ('${month}') ON CONFLICT DO NOTHING; UPDATE fund_months SET state = 'SUBMITTED', submitted_by_id = '${by}' WHERE month = '${month}'`;

type Line = readonly [rule: string, statement: string, no: string];

const approve = "UPDATE disbursements SET state = 'APPROVED', decided_by_id = :another, decided_at = now()";
const report =
  "INSERT INTO project_reports (created_by_id, id, project_id, state, dated_on, physical_progress, document_no)";
const one = "VALUES (gen_random_uuid(), gen_random_uuid(), :project";
const close = "UPDATE aid_funds SET version = 9, state = 'CLOSED', closed_by_id = :another";

const changes: Line[] = [
  ...(["plan", "revenue", "appropriation", "disbursement", "progress", "outside"] as const).flatMap(stands),
  ["I20", "UPDATE disbursements SET amount = 1 WHERE id = :submitted", "WRONG_STATE"],
  ["I20", "UPDATE disbursements SET dated_on = '2018-04-01' WHERE id = :submitted", "WRONG_STATE"],
  ["I20", "UPDATE disbursements SET payee = 'x' WHERE id = :submitted", "WRONG_STATE"],
  ["I20", "UPDATE disbursements SET state = 'DRAFT' WHERE id = :submitted", "WRONG_STATE"],
  ["I20", `${approve}, amount = 1 WHERE id = :submitted`, "WRONG_STATE"],
  ["I20", `${approve} WHERE id = :draft`, "WRONG_STATE"],
  ["I16", "UPDATE disbursements SET created_by_id = :another WHERE id = :submitted", "42501"],
  ["I16", `${approve.replace("another", "somebody")} WHERE id = :submitted`, "creator_does_not_approve_disbursement"],
  ["I16", "UPDATE disbursements SET state = 'APPROVED' WHERE id = :submitted", "approved_disbursement_is_signed"],
  ["I16", `${approve.replace("APPROVED", "SUBMITTED")} WHERE id = :draft`, "WRONG_STATE"],
  ["R67", `${approve} WHERE id = :tooMuch`, "OVER_APPROPRIATION"],
  ["R74", "UPDATE disbursements SET project_id = :other WHERE id = :draft", "42501"],

  ["I21", "UPDATE projects SET arranged = arranged + 1 WHERE id = :project", "42501"],
  ["I21", "UPDATE projects SET disbursed = disbursed + 1 WHERE id = :project", "42501"],
  ["I21", "UPDATE projects SET completed = completed - 1 WHERE id = :project", "42501"],
  ["I21", "UPDATE aid_funds SET approved_total = approved_total + 1", "42501"],
  ["I21", "UPDATE aid_funds SET arranged = 0", "42501"],
  ["I21", "INSERT INTO aid_funds (year, approved_total) VALUES (2030, 1)", "42501"],
  ["I21", "DELETE FROM aid_funds", "42501"],
  ["I21", "UPDATE aid_funds SET state = 'SUBMITTED' WHERE year = 2018", "WRONG_STATE"],
  ["I21", "UPDATE aid_plans SET is_current = false", "42501"],
  ["I22", "UPDATE revenue_figures SET is_current = false", "42501"],
  ["I21", "SELECT move_project(:project, 'disbursements', -1)", "42501"],
  ["I21", "SELECT move_fund(2018, -1)", "42501"],
  ["I21", "SELECT ensure_fund(2030)", "42501"],
  ["I21", "ALTER TABLE disbursements DISABLE TRIGGER ALL", "42501"],
  ["I21", "SET session_replication_role = replica", "42501"],
  ["R61", "UPDATE parameters SET value = 1 WHERE key = 'aid_rate_basis_points'", "42501"],
  ["R61", "INSERT INTO parameters VALUES ('aid_rate_basis_points', '2018-01-01', 1, 'x')", "42501"],

  ["I24", "UPDATE disbursements SET state = 'SUBMITTED' WHERE id = :ofReported", "MONTH_CLOSED"],
  ["I24", "UPDATE disbursements SET state = 'SUBMITTED' WHERE id = :ofLocked", "MONTH_CLOSED"],
  ["I24", "UPDATE disbursements SET dated_on = '2017-12-05' WHERE id = :draft", "MONTH_CLOSED"],
  ["I24", `${approve} WHERE id = :stuck`, "MONTH_CLOSED"],
  ["R76", reported("2018-03", signingAccount("AID_OFFICER") as string), "UNDECIDED"],
  ["R76", "UPDATE fund_months SET state = 'OPEN' WHERE month = '2017-12'", "WRONG_STATE"],
  ["R76", "UPDATE fund_months SET state_reason = 'x' WHERE month = '2017-12'", "WRONG_STATE"],
  ["R76", "UPDATE fund_months SET month = '2016-12' WHERE month = '2017-12'", "42501"],
  ["R76", "DELETE FROM fund_months", "42501"],
  ["R76", "INSERT INTO fund_months (month, state) VALUES ('2019-01', 'SUBMITTED')", "42501"],
  [
    "R76",
    "UPDATE fund_months SET state = 'LOCKED', submitted_by_id = :somebody, locked_by_id = :another WHERE month = '2018-03'",
    "WRONG_STATE",
  ],
  [
    "R111",
    "UPDATE fund_months SET state = 'LOCKED', locked_by_id = :somebody WHERE month = '2018-01'",
    "submitter_does_not_lock",
  ],
  ["R111", "UPDATE fund_months SET state = 'LOCKED' WHERE month = '2018-01'", "locked_month_is_signed"],
  ["R111", "UPDATE fund_months SET submitted_by_id = :another WHERE month = '2018-01'", "WRONG_STATE"],
  [
    "R111",
    "UPDATE fund_months SET state = 'LOCKED', submitted_by_id = :another, locked_by_id = :somebody WHERE month = '2018-01'",
    "WRONG_STATE",
  ],
  [
    "R64",
    `UPDATE aid_funds SET version = 8, closing_proposed_by_id = :somebody WHERE year = 2018; ${close} WHERE year = 2018`,
    "MONTHS_OPEN",
  ],
  ["R111", `${close}, closing_proposed_by_id = :somebody WHERE year = 2018`, "SAME_PERSON"],

  ["R72", `${report} ${one}, 'NOT_STARTED', '2018-04-01', 0, NULL)`, "GOES_BACK"],
  ["R72", `${report} ${one}, 'UNDER_WAY', '2016-11-30', 50, NULL)`, "REPORT_BEFORE_LAST"],
  ["R72", `${report} ${one}, 'FINISHED', '2018-04-01', 99, NULL)`, "NOT_WHOLE"],
  ["R72", `${report} ${one}, 'ACCEPTED', '2018-04-01', 100, NULL)`, "ACCEPTANCE_PAPER"],
  ["R72", "UPDATE project_reports SET physical_progress = 1 WHERE project_id = :project", "42501"],
  ["R72", "DELETE FROM project_reports", "42501"],
  ["R72", "UPDATE project_sites SET finished_on = NULL WHERE id = :site AND project_id = :project", "WRONG_STATE"],
  ["R72", "DELETE FROM project_sites", "42501"],
  ["R73", "UPDATE projects SET site = '瓦卡' WHERE id = :project", "ARRANGED"],
  ["R73", "UPDATE projects SET content = 'x' WHERE id = :project", "ARRANGED"],
  ["R73", "UPDATE projects SET category = 'HEALTH' WHERE id = :project", "ARRANGED"],
  ["R73", "UPDATE projects SET plan_year = 2020 WHERE id = :project", "ARRANGED"],
  ["R73", "UPDATE projects SET implement_year = 2016 WHERE id = :project", "ARRANGED"],
  ["R73", "UPDATE projects SET total_investment = total_investment + 1 WHERE id = :project", "ARRANGED"],
  ["R73", "UPDATE projects SET is_employment_related = true WHERE id = :project", "ARRANGED"],
  ["R73", "DELETE FROM projects", "42501"],
];

/** I20: nothing of an approved record may be touched. */
function stands(kind: MoneyKind): Line[] {
  const table = tables[kind];
  const touched = [
    "dated_on = '2018-04-01'",
    "document_no = 'x'",
    "state = 'DRAFT'",
    "state = 'REJECTED'",
    "version = 9",
  ];
  return [
    ["I20", `DELETE FROM ${table} WHERE id = :${kind}`, "42501"],
    ["I20", `TRUNCATE ${table}`, "42501"],
    ["I20", `UPDATE ${table} SET ${kind === "plan" ? "total" : "amount"} = 1 WHERE id = :${kind}`, ""],
    ...touched.map((set): Line => ["I20", `UPDATE ${table} SET ${set} WHERE id = :${kind}`, ""]),
  ];
}

test.each(changes)("%s: the portal's role may not: %s", async (_, statement, no) => {
  const said = await portal.tell(withEntries(statement));

  expect(said).not.toBe("taken");
  expect(said).toContain(no);
});

type Paper = readonly [
  rule: string,
  what: string,
  kind: MoneyKind,
  change: Partial<MoneyRow> & { of?: string },
  no: string,
];

const signed = { decided_by_id: newId(), decided_at: "2018-03-06" };
const papers: Paper[] = [
  ["I20", "born approved", "plan", { state: "APPROVED", also: signed }, "WRONG_STATE"],
  ["I20", "born approved", "revenue", { state: "APPROVED", also: signed }, "WRONG_STATE"],
  ["I20", "born approved", "appropriation", { state: "APPROVED", also: signed }, "WRONG_STATE"],
  ["I20", "born approved", "disbursement", { state: "APPROVED", also: signed }, "WRONG_STATE"],
  ["I20", "born approved", "outside", { state: "APPROVED", also: signed }, "WRONG_STATE"],
  ["I20", "born rejected", "progress", { state: "REJECTED" }, "WRONG_STATE"],
  ["I16", "born with a signature", "disbursement", { also: { decided_by_id: newId() } }, "WRONG_STATE"],
  ["I16", "born with a signature", "progress", { state: "APPROVED", also: { decided_by_id: newId() } }, "WRONG_STATE"],
  ["I22", "born current", "revenue", { also: { is_current: true } }, "WRONG_STATE"],
  ["I22", "born current", "plan", { year: 2020, also: { is_current: true } }, "WRONG_STATE"],
  ["R71", "beyond the investment", "progress", { amount: wan("220.01"), state: "APPROVED" }, "INVESTMENT"],
  ["R75", "a second reversal", "disbursement", { amount: wan("-5"), of: "wrong" }, "one_reversal_per_disbursement"],
  ["R75", "a reversal of a reversal", "disbursement", { amount: wan("5"), of: "reversal" }, "WRONG_STATE"],
  ["R75", "a reversal of what waits", "disbursement", { amount: wan("-10"), of: "submitted" }, "WRONG_STATE"],
  ["R75", "a reversal of a part", "disbursement", { amount: wan("-159.99"), of: "disbursement" }, "WRONG_STATE"],
  ["R75", "a reversal with more", "progress", { amount: wan("-80.01"), of: "progress" }, "WRONG_STATE"],
  [
    "R75",
    "a reversal of its own making",
    "progress",
    { state: "APPROVED", amount: wan("-80"), of: "progress", also: signed },
    "WRONG_STATE",
  ],
  [
    "R75",
    "a reversal elsewhere",
    "disbursement",
    { amount: wan("-160"), of: "disbursement", projectId: "other" },
    "WRONG_STATE",
  ],
  [
    "R75",
    "a reversal before",
    "disbursement",
    { amount: wan("-160"), of: "disbursement", datedOn: "2018-02-28" },
    "MONTH_CLOSED",
  ],
  ["R75", "a reversal before", "outside", { amount: wan("-65"), of: "outside", datedOn: "2016-11-30" }, "WRONG_STATE"],
  ["R75", "a reversal of another ledger", "disbursement", { amount: wan("-200"), of: "appropriation" }, "WRONG_STATE"],
  [
    "R78",
    "a reversal of another ledger",
    "outside",
    { amount: wan("-65"), of: "outside", also: { ledger: "SOCIAL" } },
    "WRONG_STATE",
  ],
  [
    "R78",
    "a planned reversal",
    "outside",
    { amount: wan("-65"), of: "outside", also: { is_planned: true } },
    "WRONG_STATE",
  ],
  ["R75", "less than nothing", "disbursement", { amount: wan("-1") }, "disbursement_sign"],
  ["R75", "less than nothing", "progress", { amount: wan("-1"), state: "APPROVED" }, "progress_sign"],
  ["R69", "nothing", "appropriation", { amount: 0n }, "appropriation_sign"],
  ["R69", "nothing", "outside", { amount: 0n }, "outside_sign"],
  ["R60", "nothing", "revenue", { amount: 0n }, "revenue_is_money"],
  ["R60", "nothing", "plan", { amount: 0n }, "plan_total_is_money"],
  ["I24", "in a reported month", "disbursement", { datedOn: "2018-01-31" }, "MONTH_CLOSED"],
  ["I24", "in a locked month", "disbursement", { datedOn: "2017-12-31" }, "MONTH_CLOSED"],
  ["I24", "in a locked month", "appropriation", { datedOn: "2017-12-31" }, "MONTH_CLOSED"],
  ["I24", "in a locked month", "progress", { datedOn: "2017-12-31", state: "APPROVED" }, "MONTH_CLOSED"],
  ["I24", "in a locked month", "outside", { datedOn: "2017-12-31" }, "MONTH_CLOSED"],
  ["I24", "a draft in a locked month", "disbursement", { datedOn: "2017-12-31", state: "DRAFT" }, "MONTH_CLOSED"],
  ["I24", "before there were months", "disbursement", { datedOn: "1999-12-31" }, "MONTH_CLOSED"],
];

test.each(papers)("%s: the portal's role may not write down %s: %s %o", async (_, __, kind, change, no) => {
  const { statement, id } = written(kind, change);

  expect(await portal.tell(noted(statement, id))).toContain(no);
});

const silent: Line[] = [
  ["I29", "UPDATE disbursements SET note = 'x' WHERE id = :draft", "AUDIT_MISSING"],
  ["I29", `${approve} WHERE id = :submitted`, "AUDIT_MISSING"],
  ["I29", "UPDATE projects SET name = 'x' WHERE id = :project", "AUDIT_MISSING"],
  ["I29", `${report} ${one}, 'UNDER_WAY', '2018-04-01', 50, NULL)`, "AUDIT_MISSING"],
  ["I29", "INSERT INTO project_sites VALUES (gen_random_uuid(), :young, 9, 'x')", "AUDIT_MISSING"],
  ["I29", reported("2016-05", signingAccount("AID_OFFICER") as string), "AUDIT_MISSING"],
  ["I29", "UPDATE aid_funds SET closing_reason = 'x' WHERE year = 2018", "AUDIT_MISSING"],
];

test.each(silent)("%s: nothing happens without its entry in the audit: %s", async (_, statement, no) => {
  expect(await portal.tell(withIds(statement))).toContain(no);
});

test.each(["plan", "revenue", "appropriation", "disbursement", "progress", "outside"] as const)(
  "I29: no %s is written down, and no draft of it changed, without its entry",
  async (kind) => {
    const { statement, id } = written(kind, { state: "DRAFT" });
    const change = `UPDATE ${tables[kind]} SET ${kind === "progress" ? "state_reason" : "document_no"} = 'x' WHERE id = '${id}'`;
    await sql("app", noted(statement, id));

    expect(await portal.tell(written(kind, {}).statement)).toContain("AUDIT_MISSING");
    expect(await portal.tell(change)).toContain("AUDIT_MISSING");
  },
);

test("I20: not even the owner changes or deletes what is approved", async () => {
  for (const kind of ["plan", "revenue", "appropriation", "disbursement", "progress", "outside"] as const)
    for (const [, statement] of stands(kind).filter(([, statement]) => !statement.startsWith("TRUNCATE")))
      expect(await owner.tell(withEntries(statement)), statement).toContain("WRONG_STATE");
});

test("I21: the portal's role cannot hang the triggers that move sums on a table of its own", async () => {
  const functions = await sql<{ name: string }>(
    "app",
    "SELECT proname AS name FROM pg_proc WHERE prorettype = 'trigger'::regtype AND pronamespace = 'public'::regnamespace",
  );

  expect(functions.map(({ name }) => name)).toContain("record_moves_sums");
  for (const { name } of functions) {
    const hung = `CREATE TEMP TABLE appropriations (id int); CREATE TRIGGER t AFTER INSERT ON appropriations FOR EACH ROW EXECUTE FUNCTION ${name}()`;
    expect(await portal.tell(hung), name).toContain("42501");
  }
});

test("I21: a project begins without money, whatever its INSERT says", async () => {
  const { id } = await make.project({
    on: day("2018-03-05"),
    arranged: wan("5"),
    disbursed: wan("4"),
    completed: wan("3"),
  });

  expect(await sql("app", "SELECT arranged, disbursed, completed FROM projects WHERE id = $1", [id])).toEqual([
    { arranged: "0", disbursed: "0", completed: "0" },
  ]);
});

test("I20, I21, I24, control: past the law every one of these statements is taken", async () => {
  const constraints = "SELECT conname AS name, conrelid::regclass::text AS table FROM pg_constraint";
  const tableOf = new Map((await sql("owner", constraints)).map(({ name, table }) => [name, table]));
  const past = async (statement: string, ...walls: string[]) => {
    const without = walls.map((wall) => {
      const table = tableOf.get(wall);
      if (table) return `ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${wall};`;
      return /^one_\w+_per_/.test(wall) ? `DROP INDEX ${wall};` : "";
    });
    const said = await owner.tell(`SET LOCAL session_replication_role = replica; ${without.join(" ")} ${statement}`);
    expect(said, statement).toBe("taken");
  };

  for (const [, statement, no] of [...changes, ...silent]) await past(withIds(statement), no);
  for (const [, , kind, change, no] of papers) await past(written(kind, change).statement, no, "disbursement_sign");
});

function withIds(statement: string): string {
  return statement.replace(/(?<!:):(\w+)/g, (_, name: string) => `'${(ids as Record<string, string>)[name]}'::uuid`);
}

/** An entry for every subject that is named, be it a row or a month, and for the year. */
function withEntries(statement: string): string {
  const named = [...statement.matchAll(/(?<!:):(\w+)/g)].map(
    ([, name = ""]) => (ids as Record<string, string>)[name] ?? "",
  );
  return noted(withIds(statement), "2016-12", "2017-12", "2018-01", "2018-03", "2018", ...named);
}

function written(kind: MoneyKind, { of, projectId = "project", ...change }: Partial<MoneyRow> & { of?: string }) {
  const known = ids as Record<string, string | undefined>;
  const id = newId();
  const about =
    kind === "plan"
      ? { year: 2018 }
      : kind === "revenue"
        ? { year: 2016 }
        : kind !== "outside" && { projectId: known[projectId] };
  const original = of === undefined ? {} : { reversalOfId: known[of] ?? "" };
  const usual = { id, createdById: signingAccount("AID_OFFICER") as string, amount: wan("1"), datedOn: "2018-03-05" };
  return { id, statement: insertMoney(kind, { ...usual, ...about, ...original, ...change }) };
}
