import { expect, test } from "vitest";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { transaction } from "@/lib/database/db";
import { inBatches } from "@/lib/database/long-read";
import { Refusal } from "@/lib/refusal/refusal";
import { startExport } from "@/lib/report/commands/export";
import { writeGrant } from "@/lib/report/commands/grant";
import { rosterReport } from "@/lib/report/queries/roster";
import { type Report, report } from "@/lib/report/sheet/report";
import { maskIdNumber } from "@/lib/trainee/rules/mask";
import { Prisma } from "@/prisma/generated/client";
import { sql } from "@/tests/support/database";
import { rosterOf, staying, take } from "@/tests/support/exports";
import { giveFactor } from "@/tests/support/factor";
import * as make from "@/tests/support/make";

const recordOf = async (id: string) =>
  (await sql("app", "SELECT state, rows, total, is_full, kind, purpose FROM exports WHERE id = $1", [id]))[0];

/** R93, R100: whole numbers leave for an account with a second factor only. */
async function director({ factor = true } = {}) {
  const actor = make.actor("BASE_DIRECTOR");
  if (factor) await giveFactor(actor.id);
  return actor;
}

/** As many numbers as are asked for, read like a report of many people; a pause in seconds before each. */
const numbers = report({
  kind: "roster",
  permission: "report:export",
  filter: z.object({ count: z.coerce.number(), pause: z.coerce.number().optional() }),
  columns: { number: { kind: "number", width: 6 }, idNumber: { kind: "text", width: 20 } },
  open: async (tx, { count, pause }) => ({
    about: String(count),
    screen: "/",
    lines: [],
    count,
    rows: inBatches(
      tx,
      Prisma.sql`SELECT n AS number, '51333819910106998X' AS "idNumber" FROM generate_series(1, ${count}::int) AS n, pg_sleep(${pause ?? 0}::float8)`,
      z.object({ number: z.number(), idNumber: z.string() }),
    ),
    foot: () => [],
  }),
});

const grantTo = (actor: Actor, wish: Parameters<typeof writeGrant>[2]) =>
  transaction((tx) => writeGrant(tx, actor, wish));

test("R91, I31: a roster leaves with every number masked, and with its record", async () => {
  const { cohort, idNumbers } = await rosterOf(3);
  const actor = make.actor("BASE_STAFF");

  const { id, name, people, rows } = await take(
    { report: rosterReport, filter: { cohort: cohort.id }, format: "xlsx" },
    actor,
  );

  expect(people.map((row) => row[4]).sort()).toEqual(idNumbers.map(maskIdNumber).sort());
  expect(JSON.stringify(rows)).not.toMatch(/\d{17}[\dX]|1\d{10}/);
  expect(name).toMatch(/^学员花名册_2031年第\d+期_20180601\.xlsx$/);
  expect(await recordOf(id)).toMatchObject({ state: "DONE", rows: 3, total: 3, is_full: false, kind: "roster" });
  expect(await sql("app", "SELECT verb, rows, field FROM access_entries WHERE subject_id = $1", [id])).toEqual([
    { verb: "report.export", rows: 3, field: "roster" },
  ]);
  expect(await sql("app", "SELECT verb, actor_id FROM audit_entries WHERE subject_id = $1", [id])).toEqual([
    { verb: "report.export", actor_id: actor.id },
  ]);
});

test("R93: granted once, whole numbers leave with a mark, and nobody takes them a second time", async () => {
  const { cohort, idNumbers } = await rosterOf(2);
  const actor = await director();
  const asked = { report: rosterReport, filter: { cohort: cohort.id }, format: "xlsx" as const };
  const grant = await grantTo(actor, { ...asked, purpose: "SUBSIDY", purposeText: "第2期" });

  const answers = await Promise.allSettled([1, 2].map(() => take({ ...asked, grant }, actor)));

  const [taken, refused] = answers.sort((one, other) => one.status.localeCompare(other.status));
  if (taken?.status !== "fulfilled" || refused?.status !== "rejected") throw new Error("one is taken, one refused");
  expect(taken.value.people.map((row) => row[4]).sort()).toEqual([...idNumbers].sort());
  expect(taken.value.rows[0]?.[0]).toContain(actor.name);
  expect(refused.reason).toMatchObject({ refusal: "WRONG_STATE" });
  expect(await recordOf(grant)).toMatchObject({ state: "DONE", rows: 2, is_full: true, purpose: "SUBSIDY" });
  expect(await sql("app", "SELECT verb, reason, rows FROM access_entries WHERE subject_id = $1", [grant])).toEqual([
    { verb: "report.exportFull", reason: "SUBSIDY 第2期", rows: 2 },
  ]);
});

test("R93: a grant is good for one person, one report, one filter and five minutes", async () => {
  const [{ cohort }, { cohort: other }] = [await rosterOf(1), await rosterOf(1)];
  const actor = await director();
  const asked = { report: rosterReport, filter: { cohort: cohort.id }, format: "xlsx" as const };
  const grant = await grantTo(actor, { ...asked, purpose: "ARCHIVE", purposeText: undefined });
  const refused = { refusal: "WRONG_STATE" };

  await expect(startExport(make.actor("BASE_DIRECTOR"), { ...asked, grant }, staying)).rejects.toMatchObject(refused);
  await expect(startExport(actor, { ...asked, filter: { cohort: other.id }, grant }, staying)).rejects.toMatchObject(
    refused,
  );
  await expect(startExport(actor, { ...asked, format: "csv", grant }, staying)).rejects.toMatchObject(refused);

  await sql("owner", "ALTER TABLE exports DISABLE TRIGGER export_goes_on");
  await sql("owner", "UPDATE exports SET created_at = created_at - interval '6 minutes' WHERE id = $1", [grant]);
  await sql("owner", "ALTER TABLE exports ENABLE TRIGGER export_goes_on");
  await expect(startExport(actor, { ...asked, grant }, staying)).rejects.toMatchObject(refused);
});

test("R93, R100: without a second factor nothing is granted, whoever writes the grant", async () => {
  const { cohort } = await rosterOf(1);
  const asked = {
    report: rosterReport,
    filter: { cohort: cohort.id },
    format: "xlsx" as const,
    purpose: "ARCHIVE" as const,
    purposeText: undefined,
  };

  for (const actor of [await director({ factor: false }), make.actor("COUNTY_REVIEWER")])
    await expect(grantTo(actor, asked)).rejects.toMatchObject({
      refusal: "INPUT_WRONG",
      figures: { case: "FACTOR_MISSING" },
    });
});

test("R93: the database lets no whole numbers go without a grant, and nothing be made undone", async () => {
  const { cohort } = await rosterOf(1);
  const { id } = await take({ report: rosterReport, filter: { cohort: cohort.id }, format: "csv" });
  const whole = `INSERT INTO exports (id, actor_id, kind, filter, format, is_full, purpose, state, total, started_at)
    VALUES (gen_random_uuid(), gen_random_uuid(), 'roster', '{}', 'xlsx', true, 'OTHER', 'RUNNING', 1, now())`;

  await expect(sql("app", whole)).rejects.toMatchObject({ message: "WRONG_STATE" });
  await expect(sql("app", "UPDATE exports SET state = 'FAILED' WHERE id = $1", [id])).rejects.toMatchObject({
    message: "WRONG_STATE",
  });
  await expect(sql("app", "UPDATE exports SET kind = 'x' WHERE id = $1", [id])).rejects.toMatchObject({
    code: "42501",
  });
  await expect(sql("app", "DELETE FROM exports WHERE id = $1", [id])).rejects.toMatchObject({ code: "42501" });
  const silent = `INSERT INTO exports (id, actor_id, kind, filter, format, state, total, started_at)
    VALUES (gen_random_uuid(), gen_random_uuid(), 'roster', '{}', 'xlsx', 'RUNNING', 1, now())`;
  await expect(sql("app", silent)).rejects.toMatchObject({ message: "AUDIT_MISSING" });
});

test("R82: whole numbers leave as a workbook only, at the database too", async () => {
  const asText = `INSERT INTO exports (id, actor_id, kind, filter, format, is_full, purpose, state)
    VALUES (gen_random_uuid(), $1, 'roster', '{}', 'csv', true, 'OTHER', 'GRANTED')`;

  await expect(sql("app", asText, [(await director()).id])).rejects.toMatchObject({
    constraint: "whole_numbers_as_workbook",
  });
});

test("I25: a file is of one instant, whatever happens between its head and its rows", async () => {
  const { cohort } = await rosterOf(2);
  const disturbed: Report = {
    ...rosterReport,
    async open(tx, filter, asker) {
      const opened = await rosterReport.open(tx, filter, asker);
      await make.enrolment(cohort.id, { state: "IN_TRAINING" });
      return opened;
    },
  };

  const { count, people } = await take({ report: disturbed, filter: { cohort: cohort.id }, format: "xlsx" });

  expect({ count, rows: people.length }).toEqual({ count: 2, rows: 2 });
});

test.each([0, 1, 1_000, 1_001, 50_000])(
  "U14: %i rows come through the cursor, each once and in order",
  async (count) => {
    const started = await startExport(
      make.actor("BASE_STAFF"),
      { report: numbers, filter: { count }, format: "csv" },
      staying,
    );

    const text = await new Response(started?.body).text();
    const rows = text.split("\r\n").filter((line) => line.endsWith(",51333819910106998X"));
    expect(rows.map((row) => Number(row.split(",")[0]))).toEqual(Array.from({ length: count }, (_, n) => n + 1));
    expect(await recordOf(started?.id ?? "")).toMatchObject({ state: "DONE", rows: count });
  },
);

test("invariants 6: whoever leaves ends the statement at the server within two seconds, and the record says so", async () => {
  const actor = make.actor("BASE_STAFF");
  const started = await startExport(
    actor,
    { report: numbers, filter: { count: 5, pause: 30 }, format: "csv" },
    staying,
  );
  const reader = started?.body.getReader();
  const waiting = reader?.read().catch(() => undefined);
  await until(async () => (await sleeping()) === 1);

  const left = performance.now();
  await reader?.cancel();
  await until(async () => (await sleeping()) === 0);

  expect(performance.now() - left).toBeLessThan(2_000);
  await waiting;
  await until(async () => (await recordOf(started?.id ?? ""))?.state === "CANCELLED");
});

test("invariants 6: what breaks off in the middle breaks the stream, so that half a file is no file", async () => {
  const broken = report({
    ...numbers,
    filter: z.object({}),
    columns: { number: { kind: "number", width: 6 } },
    open: async () => ({ about: "", screen: "/", lines: [], count: 2, rows: breaking(), foot: () => [] }),
  });
  async function* breaking() {
    yield [{ number: 1 }];
    throw new Error("the line is dead");
  }
  const started = await startExport(make.actor("BASE_STAFF"), { report: broken, filter: {}, format: "xlsx" }, staying);

  await expect(new Response(started?.body).arrayBuffer()).rejects.toThrow();
  expect(await recordOf(started?.id ?? "")).toMatchObject({ state: "FAILED" });
});

test("stack: no more than four files are written at once; the fifth is told to wait, and a freed place is given again", async () => {
  const actor = make.actor("BASE_STAFF");
  const open = () => startExport(actor, { report: numbers, filter: { count: 1 }, format: "csv" }, staying);
  const four = await Promise.all([open(), open(), open(), open()]);

  await expect(open()).rejects.toEqual(new Refusal("BUSY"));
  for (const started of four) await new Response(started?.body).text();
  await until(async () => (await open().catch(() => null)) !== null);
});

test("U14: 50,000 rows take less than 64 MB as a workbook and 40 MB as text over what was there before", async () => {
  const most = { xlsx: 64, csv: 40 };
  for (const format of ["xlsx", "csv"] as const) {
    const started = await startExport(
      make.actor("BASE_STAFF"),
      { report: numbers, filter: { count: 50_000 }, format },
      staying,
    );
    const before = process.memoryUsage().rss;
    let peak = before;
    for await (const _ of started?.body ?? []) peak = Math.max(peak, process.memoryUsage().rss);

    expect((peak - before) / 1_048_576).toBeLessThan(most[format]);
  }
});

const sleeping = async () =>
  Number(
    (
      await sql(
        "owner",
        "SELECT count(*) AS count FROM pg_stat_activity WHERE state = 'active' AND wait_event = 'PgSleep'",
      )
    )[0]?.count,
  );

/** Looks again until it is so; the test's own limit ends it otherwise. */
async function until(isSo: () => Promise<boolean>) {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}
