import { describe, expect, test } from "vitest";
import { recordAccess, recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db, transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { accessReport } from "@/lib/report/queries/log/access";
import { auditReport } from "@/lib/report/queries/log/audit";
import { day, dayOfInstant } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { opened, openReport } from "@/tests/support/opened";

const auditor = make.actor("AUDITOR", day("2018-08-22"));
const today = dayOfInstant(new Date());

/** An act by somebody with a name of his own, so that nothing else of this database is found. */
const act = (by: Actor, id: string, after: object, reason?: string) =>
  transaction((tx) => recordAudit(tx, by, "course.edit", { type: "course", id, before: {}, after, reason }));

const named = (name: string): Actor => ({ ...make.actor(), name });
const search = (name: string) => `who=${encodeURIComponent(name)}`;

describe("R102: 操作记录", () => {
  test("has the newest first, who in which post did what to what, and the changes in one cell", async () => {
    const { id } = await make.course({ name: "茶艺师" });
    const by = named("审甲");
    await act(by, id, { courseName: "茶艺师", theoryPeriods: 8 });
    await act(by, id, { courseName: "评茶员" }, "更名");

    const { rows, count, about, screen } = await opened(auditReport, search("审甲"), auditor);

    expect([count, about, screen]).toEqual([2, "2018-08-22", "/admin/audit"]);
    expect(rows[0]).toMatchObject({
      who: "审甲",
      role: "基地工作人员",
      subject: "课程",
      about: "茶艺师",
      reason: "更名",
    });
    expect(rows[0]?.at).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
    expect(String(rows[1]?.changes).split("　")).toHaveLength(2);
    expect(rows[1]?.changes).toContain("8");
  });

  test("is narrowed by act, by kind and by the record, and by days with both ends", async () => {
    const [one, other] = [newId(), newId()];
    const by = named("审乙");
    for (const id of [one, other]) await act(by, id, { courseName: "x" });
    const count = async (query: string) => (await opened(auditReport, `${search("审乙")}&${query}`, auditor)).count;

    expect(await count(`id=${one}`)).toBe(1);
    expect(await count("subject=course")).toBe(2);
    expect(await count("subject=cohort")).toBe(0);
    expect(await count("verb=course.edit")).toBe(2);
    expect(await count("verb=course.open")).toBe(0);
    expect(await count(`from=${today}&to=${today}`)).toBe(2);
    expect(await count("to=2018-08-22")).toBe(0);
  });

  test("has every entry, also more than one reading of the database brings", async () => {
    await sql(
      "owner",
      `SET session_replication_role = replica;
       INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id, before, after)
       SELECT '审丙', 'BASE_STAFF', 'course.edit', 'course', n::text, '{}', '{}' FROM generate_series(1, 1001) AS n`,
    );

    const { rows, count } = await opened(auditReport, search("审丙"), auditor);

    expect([count, rows.length]).toEqual([1_001, 1_001]);
    expect(rows.map(({ about }) => about)).toEqual(Array.from({ length: 1_001 }, (_, n) => String(1_001 - n)));
  });

  test("invariants 5.1: is asked by nothing else than its page, and never by the page at hand", async () => {
    for (const query of ["before=1", "page=2", "who=a&who=b"])
      expect(await openReport(auditReport, query, auditor), query).toBeUndefined();
  });
});

describe("R102: 访问日志", () => {
  test("has who, what, about what, why and how many, and somebody who is not signed in by no name", async () => {
    const subjectId = newId();
    const { id } = await make.signer("BASE_DIRECTOR");
    const look = {
      verb: "trainee.reveal",
      subjectType: "trainee",
      subjectId,
      field: "phone",
      reason: "CONTACT",
      rows: 1,
    };
    await recordAccess(db, { ...make.actor(), id, address: "10.1.2.3" }, look);
    await sql(
      "app",
      `INSERT INTO access_entries (verb, subject_type, subject_id, address) VALUES ('signIn.failed', 'signIn', $1, '10.9.9.9')`,
      [subjectId],
    );

    const { rows, lines } = await opened(accessReport, `id=${subjectId}`, auditor);

    const known = await db.account.findUnique({ where: { id }, select: { name: true } });
    expect(rows).toMatchObject([
      { who: "未登录", act: "登录失败", about: "", reason: null, rows: null, address: "10.9.9.9" },
      { who: known?.name, act: "查看完整号码", reason: "联系本人", rows: 1, address: "10.1.2.3" },
    ]);
    expect(lines[0]).toBe("时间：- 至 -；人员：全部；类别：全部");
  });

  test("is narrowed by its kinds, and says above by which", async () => {
    const subjectId = newId();
    const verbs = ["signIn", "signOut", "signIn.failed", "trainee.reveal", "report.export", "refused"];
    for (const verb of verbs) await recordAccess(db, make.actor(), { verb, subjectType: "signIn", subjectId });
    const of = (kind: string) => opened(accessReport, `id=${subjectId}&kind=${kind}`, auditor);

    const counts = await Promise.all(
      ["SIGN_IN", "FAILURE", "REVEAL", "EXPORT", "REFUSED"].map(async (kind) => (await of(kind)).count),
    );

    expect(counts).toEqual([2, 1, 1, 1, 1]);
    expect((await of("EXPORT")).lines[0]).toContain("类别：导出");
    // A kind nobody knows narrows nothing, as on the page.
    expect((await of("NONE")).count).toBe(verbs.length);
  });

  test("in English has its head in English", async () => {
    const { lines } = await opened(accessReport, `id=${newId()}`, { ...auditor, locale: "en" });

    expect(lines[0]).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
