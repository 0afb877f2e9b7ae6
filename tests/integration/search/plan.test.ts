import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import type { Question } from "@/lib/database/together";
import { recordsFound } from "@/lib/fund/queries/search";
import { lessonsFound } from "@/lib/lesson/queries/search";
import { traineesFound } from "@/lib/trainee/queries/found";
import { day } from "@/lib/value/calendar";
import { appUrl, sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const limits = { shown: 5, mostCounted: 100, today: day("2018-08-22") };

beforeAll(async () => {
  const { id: traineeId } = await make.trainee();
  const { id: projectId } = await make.project();
  const { id: lessonId } = await make.lesson();
  await sql("owner", "ALTER TABLE trainees DISABLE TRIGGER ALL");
  await sql("owner", "ALTER TABLE trainee_search_keys DISABLE TRIGGER ALL");
  await sql("owner", "ALTER TABLE lessons DISABLE TRIGGER ALL");
  await sql("owner", "ALTER TABLE disbursements DISABLE TRIGGER ALL");
  await sql(
    "owner",
    `INSERT INTO trainees SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'id_number_hash', n::text))).*
     FROM trainees t, generate_series(1, 20000) AS n WHERE t.id = $1`,
    [traineeId],
  );
  await sql(
    "owner",
    `INSERT INTO trainee_search_keys (key, trainee_id)
     SELECT (ARRAY['扎','拥','zha','yong'])[1 + n % 4] || md5(id::text), id FROM trainees, generate_series(1, 4) AS n`,
  );
  await sql(
    "owner",
    `INSERT INTO lessons (id, title, kind, day, starts_at, ends_at, periods, trainer_id, created_by_id, cancelled_at, cancel_reason)
     SELECT gen_random_uuid(), md5(n::text), kind, day - n, starts_at, ends_at, periods, trainer_id, created_by_id, NULL, NULL
     FROM lessons, generate_series(1, 20000) AS n WHERE id = $1`,
    [lessonId],
  );
  await sql(
    "owner",
    `INSERT INTO disbursements (id, project_id, amount, dated_on, document_no, payee, state, created_by_id)
     SELECT gen_random_uuid(), $1, 100, '2018-01-05', '青援拨〔' || 2000 + n % 18 || '〕' || n || '号', '县财政局', 'DRAFT', gen_random_uuid()
     FROM generate_series(1, 20000) AS n`,
    [projectId],
  );
  await sql("owner", "ANALYZE trainees, trainee_search_keys, lessons, disbursements");
});

/** How the database answers a question, also where a table is too small for it to look for an index of its own accord. */
async function planOf({ asks }: Question, setting = "on"): Promise<string> {
  const client = new pg.Client({ connectionString: appUrl() });
  await client.connect();
  try {
    await client.query(`SET enable_seqscan = ${setting}`);
    const values = asks.values.map((value) => (value instanceof Date ? value.toISOString() : value));
    const { rows } = await client.query(`EXPLAIN (COSTS OFF) ${asks.text}`, values);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  } finally {
    await client.end();
  }
}

test("U06: among many people, lessons and payments an index leads to the few that are shown", async () => {
  const plans = await Promise.all([
    planOf(traineesFound("zha", limits)),
    planOf(traineesFound("9973", limits)),
    planOf(lessonsFound({ title: "abc" }, limits)),
    planOf(lessonsFound({ day: limits.today, title: "" }, limits)),
    planOf(recordsFound("青援拨2018-27", limits) as Question),
    planOf(recordsFound("2018-27", limits) as Question),
  ]);

  const scans = plans.flatMap((plan) =>
    plan.match(/Seq Scan on (trainees|trainee_search_keys|lessons|disbursements)\b/g),
  );
  expect(scans.filter(Boolean)).toEqual([]);
  expect(plans.join("\n")).not.toContain("audit_entries");
  expect(plans[4]).toContain("disbursements_paper_idx");
  expect(plans[5]).toContain("disbursements_paper_from_year_idx");
});

test("U06: each of the six ledgers has its index", async () => {
  const plan = await planOf(recordsFound("青援", limits) as Question, "off");

  expect(plan.match(/Seq Scan on [a-z_]+/g)).toBeNull();
  for (const ledger of ["aid_plans", "revenue_figures", "appropriations", "disbursements", "investment_progress"]) {
    expect(plan).toContain(`${ledger}_paper_idx`);
  }
  expect(plan).toContain("outside_records_paper_idx");
});

test("U06: of more people than anybody counts it is said that there are more", async () => {
  const [row] = await sql<{ total: string }>(
    "app",
    traineesFound("zha", limits).asks.text,
    traineesFound("zha", limits).asks.values,
  );

  expect(Number(row?.total)).toBe(101);
});
