import pg from "pg";
import { copyOut } from "../copy-out";
import { reached } from "../goals";
import { minimalXlsx } from "../minimal-xlsx";
import { forgetPeak, memoryNow, peakOf, processorOf } from "../processor";
import { ask, sixteen } from "../ratio";
import type { Operation } from "../result";
import { setting } from "../setting";
import { spreadOf } from "../spread";
import { owner } from "../statements";
import type { Visitor } from "../visitor";

const many = 50_000;
const sizes = [0, 1, 1_000, 1_001, 2_000, many] as const;
const formats = ["csv", "xlsx"] as const;
type Format = (typeof formats)[number];

/**
 * The payments of a project as a file, against COPY of the same rows and the least that writes a workbook of them: both in every round,
 * one after the other.
 */
export const exports: Operation = async () => {
  const projects = await payments();
  const [leader] = await sixteen("danzeng");
  const file = (size: number, format: Format) =>
    `/fund/files/disbursements.${format}?year=2005&project=${projects.get(size)}`;
  const counted = [];
  for (const size of sizes) counted.push(await countOf(leader, file(size, "csv")));

  const client = new pg.Client({ connectionString: setting.ownerUrl });
  await client.connect();
  const asked = rowsOf(projects.get(many) ?? "");
  const floors = {
    csv: () => copyOut(client, `COPY (${asked}) TO STDOUT (FORMAT csv)`),
    xlsx: async () => minimalXlsx((await client.query({ text: asked, rowMode: "array" })).rows),
  };
  const rounds = { csv: [] as Round[], xlsx: [] as Round[] };
  const few: number[] = [];
  for (let round = 0; round < setting.rounds; round++)
    for (const format of formats) {
      const floor = await timeOf(floors[format]);
      rounds[format].push({ floor, ...(await costOf(leader, file(many, format))) });
      few.push((await fetched(leader, file(2_000, format))).firstByte);
    }
  await client.end();

  const all = (format: Format, figure: (round: Round) => number) => spreadOf(rounds[format].map(figure));
  const seconds = (format: Format, figure: "took" | "floor") =>
    (all(format, (round) => round[figure]).median / 1_000).toFixed(2);
  return [
    {
      operation: `export of 50,000 rows: CSV ${seconds("csv", "took")} s (COPY ${seconds("csv", "floor")}), XLSX ${seconds("xlsx", "took")} s (minimal writer ${seconds("xlsx", "floor")})`,
      loads: [],
      goals: [
        ...formats.flatMap((format) => [
          reached(
            `export/${format}-row`,
            all(format, ({ perRow }) => perRow),
          ),
          reached(
            `export/${format}`,
            all(format, ({ took, floor }) => took / floor),
          ),
          reached(
            "export/memory",
            all(format, ({ over }) => over),
            format.toUpperCase(),
          ),
          reached(
            "export/first-byte",
            all(format, ({ firstByte }) => firstByte),
            `50,000 rows, ${format.toUpperCase()}`,
          ),
        ]),
        reached("export/first-byte", spreadOf(few), "2,000 rows"),
        { goal: `rows missing or too many of ${sizes.join(", ")}`, measured: wrong(counted), most: 0, unit: "" },
      ],
    },
  ];
};

/** A file and what it took: in milliseconds, microseconds of the server's processor a row, and megabytes over idle. */
type Round = { floor: number; took: number; firstByte: number; perRow: number; over: number };

const fetched = (visitor: Visitor | undefined, path: string, hear: (piece: Buffer) => void = () => {}) =>
  ask(visitor, { path, headers: { "accept-encoding": "identity" } }, 200, hear);

async function countOf(visitor: Visitor | undefined, path: string): Promise<number> {
  const pieces: Buffer[] = [];
  await fetched(visitor, path, (piece) => pieces.push(piece));
  return Buffer.concat(pieces).toString().split("BENCH-").length - 1;
}

const wrong = (counted: number[]): number =>
  sizes.reduce<number>((sum, size, place) => sum + Math.abs(size - (counted[place] ?? 0)), 0);

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function costOf(visitor: Visitor | undefined, path: string) {
  const { pid } = setting.portal;
  const [idle, used] = [memoryNow(pid), processorOf(pid)];
  forgetPeak(pid);
  const { took, firstByte } = await fetched(visitor, path);
  return { took, firstByte, perRow: ((processorOf(pid) - used) * 1_000) / many, over: peakOf(pid) - idle };
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
