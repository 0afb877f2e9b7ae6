import pg from "pg";
import { copyOut } from "../copy-out";
import { minimalXlsx } from "../minimal-xlsx";
import { forgetPeak, memoryNow, peakOf } from "../processor";
import { ask, sixteen } from "../ratio";
import type { Operation } from "../result";
import { setting } from "../setting";
import { owner } from "../statements";

const sizes = [0, 1, 1_000, 1_001, 2_000, 50_000] as const;
const times = 3;

/** The payments of a project as a file, against COPY of the same rows and the least that writes a workbook of them. */
export const exports: Operation = async () => {
  const projects = await payments();
  const [leader] = await sixteen("danzeng");
  const file = (size: number, format: "csv" | "xlsx") =>
    `/fund/files/disbursements.${format}?year=2005&project=${projects.get(size)}`;
  const fetched = async (path: string) => {
    const pieces: Buffer[] = [];
    const answer = await ask(leader, { path, headers: { "accept-encoding": "identity" } }, 200, (piece) =>
      pieces.push(piece),
    );
    return { ...answer, body: Buffer.concat(pieces) };
  };

  const counted = [];
  for (const size of sizes) {
    const { body } = await fetched(file(size, "csv"));
    counted.push(body.toString().split("BENCH-").length - 1);
  }
  const first = [];
  for (let n = 0; n < 10; n++) first.push((await fetched(file(2_000, "xlsx"))).firstByte);

  const client = new pg.Client({ connectionString: setting.ownerUrl });
  await client.connect();
  const asked = rowsOf(projects.get(50_000) ?? "");
  const copy = await best(async () => {
    await copyOut(client, `COPY (${asked}) TO STDOUT (FORMAT csv)`);
  });
  const writer = await best(async () => {
    minimalXlsx((await client.query({ text: asked, rowMode: "array" })).rows);
  });
  await client.end();
  const csv = await most(() => fetched(file(50_000, "csv")));
  const xlsx = await most(() => fetched(file(50_000, "xlsx")));

  return [
    {
      operation: `export of 50,000 rows: CSV ${csv.took.toFixed(0)} ms (COPY ${copy.toFixed(0)}), XLSX ${xlsx.took.toFixed(0)} ms (minimal writer ${writer.toFixed(0)})`,
      loads: [],
      goals: [
        { goal: "CSV, of COPY", measured: csv.took / copy, most: 1.5, unit: "×" },
        { goal: "XLSX, of a minimal writer", measured: xlsx.took / writer, most: 1.5, unit: "×" },
        { goal: "memory over idle, CSV", measured: csv.over, most: 40, unit: "MB" },
        { goal: "memory over idle, XLSX", measured: xlsx.over, most: 64, unit: "MB" },
        {
          goal: "XLSX of 2,000 rows, first byte",
          measured: first.sort((a, b) => a - b)[5] ?? Number.NaN,
          most: 150,
          unit: "ms",
        },
        { goal: `rows missing or too many of ${sizes.join(", ")}`, measured: wrong(counted), most: 0, unit: "" },
      ],
    },
  ];
};

const wrong = (counted: number[]): number =>
  sizes.reduce<number>((sum, size, place) => sum + Math.abs(size - (counted[place] ?? 0)), 0);

async function best(work: () => Promise<void>): Promise<number> {
  const took = [];
  for (let n = 0; n < times; n++) {
    const begun = performance.now();
    await work();
    took.push(performance.now() - begun);
  }
  return Math.min(...took);
}

/** The quickest of some, and the most memory any of them took. */
async function most(fetched: () => Promise<{ took: number }>) {
  const idle = memoryNow(setting.portal.pid);
  forgetPeak(setting.portal.pid);
  let took = Number.POSITIVE_INFINITY;
  for (let n = 0; n < times; n++) took = Math.min(took, (await fetched()).took);
  return { took, over: peakOf(setting.portal.pid) - idle };
}

/** One project a size, paid in as many payments in 2005, before the years the other pages show. */
async function payments(): Promise<Map<number, string>> {
  await owner.query("SET session_replication_role = replica");
  const projects = new Map<number, string>();
  for (const size of sizes) {
    const { rows } = await owner.query<{ id: string }>(insertProject, [`BENCH${size}`, size]);
    const id = rows[0]?.id ?? "";
    projects.set(size, id);
    await owner.query(insertPayments, [id, size]);
  }
  await owner.query(`INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id)
    SELECT '周敏', 'AID_OFFICER', 'disbursement.record', 'disbursement', id::text FROM disbursements WHERE dated_on BETWEEN '2005-01-01' AND '2005-12-31'`);
  await owner.query("SET session_replication_role = origin");
  await owner.query("VACUUM ANALYZE disbursements, audit_entries, projects");
  return projects;
}

const account = (username: string) => `(SELECT id FROM accounts WHERE username = '${username}')`;

const insertProject = `
  INSERT INTO projects (id, code, name, category, plan_year, implement_year, site, implementing_unit, total_investment, arranged, disbursed, created_by_id)
  SELECT gen_random_uuid(), $1, $1, category, 2005, 2005, site, implementing_unit, 100000000, 100000000, $2::bigint * 100, created_by_id
  FROM projects ORDER BY code LIMIT 1 RETURNING id`;

const insertPayments = `
  INSERT INTO disbursements (id, project_id, amount, dated_on, document_no, payee, state, created_by_id, decided_by_id, decided_at)
  SELECT gen_random_uuid(), $1, 100, date '2005-01-01' + n % 360, 'BENCH-' || n, '得荣县人民医院', 'APPROVED', ${account("aid")}, ${account("leader")}, now()
  FROM generate_series(1, $2) AS n`;

/** What the report reads of each payment. */
const rowsOf = (project: string) => `
  SELECT r.id, r.amount, r.dated_on, r.document_no, r.payee, r.note, r.reversal_of_id,
    (SELECT (array_agg(actor_name ORDER BY id))[1] FROM audit_entries WHERE subject_id = r.id::text) AS creator,
    (SELECT name FROM accounts WHERE id = r.decided_by_id) AS approver
  FROM disbursements r WHERE project_id = '${project}' AND state = 'APPROVED' ORDER BY r.dated_on, r.seq`;
