import { describe, expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { startExport } from "@/lib/report/commands/export";
import { grantExport } from "@/lib/report/commands/grant";
import { findGrant, findOwnExport } from "@/lib/report/queries/exports";
import { findFullReport } from "@/lib/report/queries/full";
import { rosterReport } from "@/lib/report/queries/roster";
import { sql } from "@/tests/support/database";
import { provedBy, prover, rosterOf, staying, take } from "@/tests/support/exports";
import * as make from "@/tests/support/make";

const wish = (cohortId: string) => ({ report: "roster", query: `cohort=${cohortId}`, purpose: "SUBSIDY" as const });

describe("R93: whole numbers", () => {
  test("are granted for the password and a code, noted with the purpose, and taken by exactly what was asked", async () => {
    const { cohort, idNumbers } = await rosterOf(1);
    const { actor, proof } = await prover();

    const { grant } = await grantExport(actor, { ...wish(cohort.id), purposeText: "第2期", ...proof });

    expect(await findGrant(actor.id, grant)).toMatchObject({ id: grant, isOpen: true });
    expect(await db.auditEntry.findFirst({ where: { subjectId: grant } })).toMatchObject({
      verb: "report.exportFull",
      after: { report: "roster", format: "xlsx", purpose: "SUBSIDY" },
      reason: "第2期",
    });
    const asked = { report: rosterReport, filter: { cohort: cohort.id }, format: "xlsx" as const, grant };
    expect((await take(asked, actor)).people.map((row) => row[4])).toEqual(idNumbers);
  });

  test("are granted of no paper of the fund, of none that does not exist, and by no address but the paper's own", async () => {
    const { cohort } = await rosterOf(1);
    for (const change of [
      { report: "ledger", query: "year=2018" },
      { report: "no-such", query: "" },
      { query: `cohort=${cohort.id}&x=1` },
      { query: "" },
    ]) {
      const { actor, proof } = await prover();
      await expect(
        grantExport(actor, { ...wish(cohort.id), ...change, ...proof }),
        JSON.stringify(change),
      ).rejects.toMatchObject({ refusal: "INPUT_WRONG" });
    }
    expect(await db.export.count({ where: { kind: { in: ["ledger", "no-such"] } } })).toBe(0);
  });

  test("are not granted twice for one code", async () => {
    const { cohort } = await rosterOf(1);
    const { actor, proof } = await prover();
    await grantExport(actor, { ...wish(cohort.id), ...proof });

    await expect(grantExport(actor, { ...wish(cohort.id), ...proof })).rejects.toMatchObject({
      refusal: "INPUT_WRONG",
      field: "factorCode",
    });
  });

  test("are not granted to who may see them masked only", async () => {
    const { cohort } = await rosterOf(1);
    const proof = { currentPassword: provedBy, factorCode: "000000" };

    for (const role of ["BASE_STAFF", "SYS_ADMIN", "AID_OFFICER", "AUDITOR"] as const)
      await expect(grantExport(make.actor(role), { ...wish(cohort.id), ...proof }), role).rejects.toMatchObject({
        refusal: "NOT_ALLOWED",
      });
  });

  test("a grant is over after five minutes, and a masked export is none", async () => {
    const { cohort } = await rosterOf(1);
    const { actor, proof } = await prover();
    const { grant } = await grantExport(actor, { ...wish(cohort.id), ...proof });
    const { id: masked } = await take({ report: rosterReport, filter: { cohort: cohort.id }, format: "csv" }, actor);
    const older = (minutes: number) =>
      sql(
        "owner",
        `SET session_replication_role = replica; UPDATE exports SET created_at = now() - interval '${minutes} minutes' WHERE id = '${grant}'`,
      );

    await older(4);
    expect(await findGrant(actor.id, grant)).toMatchObject({ isOpen: true });
    await older(5);
    expect(await findGrant(actor.id, grant)).toMatchObject({ isOpen: false });
    expect(await findGrant(actor.id, masked)).toBeNull();
    expect(await findOwnExport(actor.id, "no id")).toBeNull();
  });
});

describe("R93: the page of whole numbers", () => {
  test("says which paper, about what and how many rows, before anybody proves himself", async () => {
    const { cohort } = await rosterOf(2);
    const asker = make.actor("BASE_DIRECTOR");

    expect(await findFullReport("roster", { cohort: cohort.id }, asker)).toMatchObject({
      ...{ title: "学员花名册", count: 2, query: `cohort=${cohort.id}`, screen: `/cohorts/${cohort.id}/roster` },
      about: expect.stringMatching(/^2031年第\d+期$/),
    });
    expect((await findFullReport("completions", { cohort: cohort.id }, { ...asker, locale: "en" }))?.title).not.toMatch(
      /[\u4e00-\u9fff]/,
    );
  });

  test("is none for a paper without numbers, of nothing, or by an address that is none", async () => {
    const { cohort } = await rosterOf(1);
    const find = (kind: string, asked: Parameters<typeof findFullReport>[1]) =>
      findFullReport(kind, asked, make.actor("BASE_DIRECTOR"));

    expect(await find("cohort-report", { cohort: cohort.id })).toBeNull();
    expect(await find("no-such", {})).toBeNull();
    expect(await find("roster", {})).toBeNull();
    expect(await find("roster", { cohort: newId() })).toBeNull();
    expect(await find("roster", { cohort: cohort.id, x: "1" })).toBeNull();
    expect(await find("roster", { cohort: [cohort.id, cohort.id] })).toBeNull();
  });
});

test("R102: of what is not there no file begins, and none is noted", async () => {
  const actor = make.actor("BASE_STAFF");

  expect(
    await startExport(actor, { report: rosterReport, filter: { cohort: newId() }, format: "csv" }, staying),
  ).toBeNull();

  expect(await db.export.count({ where: { actorId: actor.id } })).toBe(0);
  expect(await db.accessEntry.count({ where: { accountId: actor.id } })).toBe(0);
});
