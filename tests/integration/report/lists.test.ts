import { beforeAll, expect, test } from "vitest";
import { createAccount } from "@/lib/account/commands/create";
import type { Actor } from "@/lib/auth/actor";
import { transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { startExport } from "@/lib/report/commands/export";
import { grantExport, writeGrant } from "@/lib/report/commands/grant";
import { findGrant, findOwnExport, listExports } from "@/lib/report/queries/exports";
import { rosterReport } from "@/lib/report/queries/roster";
import { exportFilter } from "@/lib/report/schema";
import { fileName } from "@/lib/report/send-report";
import { day, dayOfInstant } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { rosterOf, staying, take } from "@/tests/support/exports";
import { giveFactor } from "@/tests/support/factor";
import * as make from "@/tests/support/make";

let cohortId = "";
let [one, other] = [make.actor(), make.actor()];
const asked = (format: "xlsx" | "csv" = "csv") => ({ report: rosterReport, filter: { cohort: cohortId }, format });
const list = (query: object) => listExports(exportFilter.parse(query));
const idsOf = async (query: object) => (await list(query)).entries.map(({ id }) => id);

beforeAll(async () => {
  cohortId = (await rosterOf(1)).cohort.id;
  const person = async (name: string): Promise<Actor> => {
    const id = newId();
    await createAccount(make.actor("SEC_ADMIN"), { id, username: `e${id.slice(-12)}`, name, role: "BASE_DIRECTOR" });
    await giveFactor(id);
    return { ...make.actor("BASE_DIRECTOR", day("2018-06-01")), id, name };
  };
  [one, other] = [await person("导出甲"), await person("导出乙")];
});

const grantTo = (actor: Actor, wish: Parameters<typeof writeGrant>[2]) =>
  transaction((tx) => writeGrant(tx, actor, wish));

test("R102: an export is found by who, which report, masked or whole, the newest first and with the name", async () => {
  const [masked, second] = [await take(asked(), one), await take(asked(), other)];
  const whole = await grantTo(one, { ...asked("xlsx"), purpose: "ARCHIVE", purposeText: undefined });

  expect(await idsOf({ who: "导出" })).toEqual([whole, second.id, masked.id]);
  expect(await idsOf({ who: "导出甲", numbers: "masked" })).toEqual([masked.id]);
  expect(await idsOf({ who: "导出甲", numbers: "whole" })).toEqual([whole]);
  expect(await idsOf({ who: "导出", report: "ledger" })).toEqual([]);
  expect((await list({ who: "导出乙" })).entries[0]).toMatchObject({
    name: "导出乙",
    state: "DONE",
    rows: 1,
    total: 1,
  });
});

test("R86: the days of the filter are those on which a file was asked for, both ends with them", async () => {
  const { id } = await take(asked(), one);
  const today = dayOfInstant(new Date());
  const move = async (at: string) =>
    sql(
      "owner",
      `SET session_replication_role = replica; UPDATE exports SET created_at = '${at}+08' WHERE id = '${id}'`,
    );

  expect(await idsOf({ from: today, to: today, who: "导出甲" })).toContain(id);
  await move("2018-03-05 23:59:59");
  expect(await idsOf({ from: "2018-03-05", to: "2018-03-05" })).toEqual([id]);
  await move("2018-03-06 00:00");
  expect(await idsOf({ from: "2018-03-05", to: "2018-03-05" })).toEqual([]);
});

test("thirty exports are a page, and the next goes on where it ended", async () => {
  await sql(
    "owner",
    `SET session_replication_role = replica;
     INSERT INTO exports (id, actor_id, kind, filter, format, state, rows, total, started_at, ended_at)
     SELECT ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, '${other.id}', 'paged', '{}', 'csv', 'DONE', 0, 0, now(), now() FROM generate_series(1, 31) AS n`,
  );

  const first = await list({ report: "paged" });
  const second = await list({ report: "paged", before: first.older });

  expect([first.total, first.entries.length, second.entries.length, second.older]).toEqual([31, 30, 1, undefined]);
});

test("invariants 6: one whose server stopped in the middle is told as broken off, one that runs is not", async () => {
  const { id } = await take(asked(), one);
  const started = async (ago: string) =>
    sql(
      "owner",
      `SET session_replication_role = replica; UPDATE exports SET state = 'RUNNING', ended_at = NULL, started_at = now() - interval '${ago}' WHERE id = '${id}'`,
    );
  const state = async () => (await list({ who: "导出甲" })).entries.find((row) => row.id === id)?.state;

  await started("1 second");
  expect(await state()).toBe("RUNNING");
  await started("1 day");
  expect(await state()).toBe("FAILED");
});

test("R93: neither a role without the right nor a wrong password gets a grant", async () => {
  const wish = { report: "roster", query: `cohort=${cohortId}`, purpose: "ARCHIVE" as const };
  const proof = { currentPassword: "wrong", factorCode: "000000" };

  await expect(grantExport(make.actor(), { ...wish, ...proof })).rejects.toMatchObject({ refusal: "NOT_ALLOWED" });
  await expect(grantExport(one, { ...wish, ...proof })).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    field: "currentPassword",
  });
});

test("R93: for another purpose it is written what for, and a grant is used once, by its own account", async () => {
  const wish = { ...asked("xlsx"), purpose: "OTHER" as const };
  await expect(grantTo(one, { ...wish, purposeText: undefined })).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    field: "purposeText",
    figures: { case: "PURPOSE_MISSING" },
  });
  const grant = await grantTo(one, { ...wish, purposeText: "审计组要求" });
  expect(await findGrant(one.id, grant)).toMatchObject({ isOpen: true });
  expect([await findGrant(other.id, grant), await findGrant(one.id, undefined), await findGrant(one.id, "x")]).toEqual([
    null,
    null,
    null,
  ]);

  await take({ ...asked("xlsx"), grant }, one);

  const over = { refusal: "WRONG_STATE", figures: { case: "EXPORT_OVER" } };
  await expect(startExport(one, { ...asked("xlsx"), grant }, staying)).rejects.toMatchObject(over);
  expect(await findGrant(one.id, grant)).toMatchObject({ isOpen: false });
  expect([await findOwnExport(one.id, grant), await findOwnExport(other.id, grant)]).toMatchObject([
    { state: "DONE", rows: 1, total: 1 },
    null,
  ]);
});

test("U14: a file is called by its report and format, and an address that is neither is no file", () => {
  expect(fileName.parse("cohort-report.xlsx")).toEqual({ kind: "cohort-report", format: "xlsx" });
  expect(
    ["roster.pdf", "../roster.csv", "Roster.csv", "roster"].filter((name) => fileName.safeParse(name).success),
  ).toEqual([]);
});
