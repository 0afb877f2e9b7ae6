import { sql } from "@/tests/support/database";
import { signingAccount } from "@/tests/support/signers";
import { type Book, type Kind, type Record, states } from "./reference";
import { tables } from "./rows";

/** A book's rows in a handful of statements with every law in force: what was wrong and its reversals first. */
export async function load(book: Book): Promise<void> {
  const ids = [...book.projects, ...book.records].map(({ id }) => id);
  await sql("owner", plans);
  await sql("owner", projects, [
    JSON.stringify(ids),
    JSON.stringify(book.projects.map(({ total, ...project }) => ({ ...project, total: String(total) }))),
    JSON.stringify(book.reports.map((report, n) => ({ ...report, n, progress: isWhole(report.state) ? 100 : 1 }))),
  ]);
  const wrong = new Set(book.records.map(({ reversalOf }) => reversalOf));
  for (const kind of ["appropriation", "disbursement", "progress"] as const) {
    const mine = book.records.filter((one) => one.kind === kind);
    const isRed = ({ reversalOf }: Record) => reversalOf !== undefined;
    await insert(
      kind,
      mine.filter(({ id }) => wrong.has(id)),
    );
    await insert(kind, mine.filter(isRed));
    await insert(
      kind,
      mine.filter((one) => !wrong.has(one.id) && !isRed(one)),
    );
  }
}

const isWhole = (state: (typeof states)[number]): boolean => states.indexOf(state) >= 2;

const entries = `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id)
  SELECT 'load', '-', 'money.load', 'money', value FROM jsonb_array_elements_text($1::jsonb)`;
const somebody = `'${signingAccount("AID_OFFICER")}'`;
const another = `'${signingAccount("AID_LEADER")}'`;

const plans = `
  DO $$ DECLARE plan uuid; y int; BEGIN
    FOR y IN 2016..2019 LOOP
      plan := gen_random_uuid();
      INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('load', '-', 'money.load', 'plan', plan);
      INSERT INTO aid_plans (id, year, total, dated_on, state, created_by_id) VALUES (plan, y, 1000000000000000, '2016-01-01', 'SUBMITTED', ${somebody});
      UPDATE aid_plans SET state = 'APPROVED', decided_by_id = ${another}, decided_at = now() WHERE id = plan;
    END LOOP;
  END $$`;

const projects = `
  WITH noted AS (${entries}),
    founded AS (INSERT INTO projects (id, code, name, category, is_employment_related, plan_year, implement_year, site, implementing_unit, target,
        total_investment, due_on, entered_on, created_by_id)
      SELECT id, code, code, category::"ProjectCategory", employment, "planYear", "implementYear", 'x', 'x', target, total, "dueOn", "enteredOn", ${somebody}
      FROM jsonb_to_recordset($2::jsonb) AS p (id uuid, code text, category text, employment boolean, "planYear" int, "implementYear" int,
        target text, total bigint, "dueOn" date, "enteredOn" date) RETURNING id)
  INSERT INTO project_reports (id, project_id, state, dated_on, physical_progress, document_no, created_by_id)
  SELECT gen_random_uuid(), "projectId", state::"ProjectState", r."on", progress, 'x', ${somebody}
  FROM jsonb_to_recordset($3::jsonb) AS r (n int, "projectId" uuid, state text, "on" date, progress int) ORDER BY n`;

/** Handed in by one, approved by another in the same transaction; what is completed counts at once, taking it back does not. */
async function insert(kind: Exclude<Kind, "plan" | "revenue" | "outside">, records: Record[]): Promise<void> {
  const rows = JSON.stringify(
    records.map(({ id, projectId, amount, on, reversalOf }) => ({
      id,
      projectId,
      amount: String(amount),
      on,
      reversalOf,
    })),
  );
  const alone = kind === "progress" && !records[0]?.reversalOf;
  const payee = kind === "disbursement";
  await sql(
    "owner",
    `
    DO $load$ BEGIN
      CREATE TEMP TABLE wanted AS SELECT row_number() OVER () AS n, w.* FROM jsonb_to_recordset('${rows}') AS w (id uuid, "projectId" uuid, amount bigint, "on" date, "reversalOf" uuid);
      INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) SELECT 'load', '-', 'money.load', 'money', id FROM wanted;
      INSERT INTO ${tables[kind]} (id, project_id, amount, dated_on, document_no, ${payee ? "payee, " : ""}reversal_of_id, state, created_by_id)
        SELECT id, "projectId", amount, "on", 'x', ${payee ? "'x', " : ""}"reversalOf", '${alone ? "APPROVED" : "SUBMITTED"}', ${somebody} FROM wanted ORDER BY n;
      UPDATE ${tables[kind]} SET state = 'APPROVED', decided_by_id = ${another}, decided_at = now() WHERE state = 'SUBMITTED';
    END $load$`,
  );
}
