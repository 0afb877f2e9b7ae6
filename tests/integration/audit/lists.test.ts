import { beforeAll, expect, test } from "vitest";
import { createAccount } from "@/lib/account/commands/create";
import { countAccess, listAccess, listLatestGiven, listManyReveals } from "@/lib/audit/queries/access";
import { listAudit, listHistory } from "@/lib/audit/queries/entries";
import { recordAccess, recordAudit } from "@/lib/audit/record";
import { accessFilter, auditFilter } from "@/lib/audit/schema";
import type { Verb } from "@/lib/audit/verbs";
import type { Actor } from "@/lib/auth/actor";
import { db, transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { tellEntries } from "@/lib/report/queries/log/told";
import { day } from "@/lib/value/calendar";
import type { Locale } from "@/lib/wording/locale";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

let [dolma, basang] = [make.actor(), make.actor()];
const noted = (actor: Actor, verb: Verb, id: string) =>
  transaction((tx) => recordAudit(tx, actor, verb, { type: "course", id, after: { name: id } }));
/** An entry of the access log at a moment of the base's clock. */
const seen = ({ id, address }: Actor, verb: string, at: string) =>
  sql(
    "owner",
    `SET session_replication_role = replica; INSERT INTO access_entries (account_id, address, verb, at) VALUES ('${id}', '${address}', '${verb}', '${at}+08')`,
  );
const audit = (query: object) => listAudit(auditFilter.parse(query));
const access = async (query: object) => (await listAccess(accessFilter.parse(query))).entries.map(({ verb }) => verb);

beforeAll(async () => {
  const person = async (name: string) => {
    const one = { ...make.actor("SYS_ADMIN"), id: newId(), name };
    await createAccount(make.actor("SEC_ADMIN"), {
      id: one.id,
      username: `a${one.id.slice(-12)}`,
      name,
      role: one.role,
    });
    return one;
  };
  [dolma, basang] = [await person("卓玛审计"), await person("巴桑审计")];
});

test("R102: the audit is found by who, what, about what and which one, the newest first", async () => {
  await noted(dolma, "course.open", "甲");
  await noted(dolma, "course.archive", "甲");
  await noted(basang, "course.open", "乙");

  const verbs = async (query: object) =>
    (await audit(query)).entries.map(({ verb, subjectId }) => `${verb} ${subjectId}`);

  expect(await verbs({ who: "卓玛审" })).toEqual(["course.archive 甲", "course.open 甲"]);
  expect(await verbs({ verb: "course.open", subject: "course", who: "审计" })).toEqual([
    "course.open 乙",
    "course.open 甲",
  ]);
  expect(await verbs({ verb: "course.open,course.archive", who: "卓玛审" })).toHaveLength(2);
  expect(await verbs({ id: "乙" })).toEqual(["course.open 乙"]);
  expect(await verbs({ id: "乙", subject: "cohort" })).toEqual([]);
  expect((await listHistory(["甲", "乙"])).map(({ subjectId }) => subjectId)).toEqual(["乙", "甲", "甲"]);
});

test("U31: the command line stands in the audit by a name of its own, in both languages, and is found by it", async () => {
  const line = { id: null, name: "npm start", role: "OPERATIONS" };
  await transaction((tx) => recordAudit(tx, line, "course.open", { type: "course", id: "丙" }));

  const { entries } = await audit({ who: "运维", id: "丙" });
  const told = async (locale: Locale) => (await tellEntries(entries, locale)).map(({ actorName }) => actorName);

  expect([await told("zh-CN"), await told("en")]).toEqual([["运维命令"], ["Command line"]]);
  expect((await audit({ who: "command line", id: "丙" })).entries).toHaveLength(1);
  expect((await audit({ who: "卓玛", id: "丙" })).entries).toHaveLength(0);
});

test("R86: a day of the filter is one of the base's clock, from its midnight to the next", async () => {
  const at = async (moment: string) => {
    await noted(dolma, "course.edit", moment);
    await sql(
      "owner",
      `SET session_replication_role = replica; UPDATE audit_entries SET at = '${moment}+08' WHERE subject_id = '${moment}'`,
    );
  };
  for (const moment of ["2018-03-04 23:59:59", "2018-03-05 00:00", "2018-03-05 23:59:59", "2018-03-06 00:00"])
    await at(moment);

  const found = await audit({ from: "2018-03-05", to: "2018-03-05", verb: "course.edit" });

  expect(found.entries.map(({ subjectId }) => subjectId)).toEqual(["2018-03-05 23:59:59", "2018-03-05 00:00"]);
  expect(found).toMatchObject({ total: 2, capped: false, older: undefined });
});

test("R102: thirty entries are a page, and the next one goes on where it ended", async () => {
  await sql(
    "owner",
    `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) SELECT '翻页', '-', 'course.make', 'course', n::text FROM generate_series(1, 31) AS n`,
  );

  const first = await audit({ who: "翻页" });
  const second = await audit({ who: "翻页", before: String(first.older) });

  expect([first.total, first.entries.length, second.total, second.entries.length]).toEqual([31, 30, 31, 1]);
  expect(second).toMatchObject({ older: undefined, entries: [{ subjectId: "1" }] });
});

test("R102: the access log tells sign-ins, failures, reveals, exports and closed doors apart, each with its name", async () => {
  for (const verb of [
    "signIn",
    "signIn.failed",
    "signIn.locked",
    "trainee.reveal",
    "report.export",
    "refused",
    "signOut",
  ])
    await recordAccess(db, dolma, { verb, subjectType: "trainee", subjectId: "某人" });
  const of = (kind: string) => access({ kind, who: "卓玛审计" });

  expect(await of("SIGN_IN")).toEqual(["signOut", "signIn"]);
  expect(await of("FAILURE")).toEqual(["signIn.locked", "signIn.failed"]);
  expect([await of("REVEAL"), await of("EXPORT"), await of("REFUSED")]).toEqual([
    ["trainee.reveal"],
    ["report.export"],
    ["refused"],
  ]);
  expect(await access({ id: "某人" })).toHaveLength(7);
  expect((await listAccess(accessFilter.parse({ id: "某人" }))).entries[0]?.name).toBe("卓玛审计");
  await recordAccess(db, { id: null, address: "10.9.0.1" }, { verb: "signIn.failed", subjectId: "无人" });
  expect((await listAccess(accessFilter.parse({ id: "无人" }))).entries[0]?.name).toBeNull();
});

test("R92: the auditor reads first what was given out last, and how often since a moment", async () => {
  const since = new Date();
  for (let n = 0; n < 6; n++) {
    await recordAccess(db, dolma, { verb: "trainee.reveal", subjectId: `号码${n}` });
    await recordAccess(db, basang, { verb: "report.exportFull", subjectId: `文件${n}` });
  }
  await recordAccess(db, basang, { verb: "signIn" });

  const latest = await listLatestGiven();

  expect(latest).toHaveLength(10);
  expect(latest.slice(0, 3).map(({ verb }) => verb)).toEqual([
    "report.exportFull",
    "trainee.reveal",
    "report.exportFull",
  ]);
  expect(await countAccess(since)).toEqual({ reveals: 6, exports: 6, failures: 0, refusals: 0 });
});

test("R92: who looked at more numbers in one day than is usual is named with the day; the limit itself is usual", async () => {
  for (let n = 0; n < 3; n++) await seen(basang, "trainee.reveal", `2031-03-05 0${n}:30`);
  for (let n = 0; n < 2; n++) await seen(dolma, "trainee.reveal", `2031-03-05 0${n}:30`);
  // Before midnight is the day before.
  await seen(basang, "trainee.reveal", "2031-03-04 23:30");
  await seen(basang, "report.export", "2031-03-05 05:30");

  const many = await listManyReveals(day("2031-03-04"), 2);

  expect(many).toEqual([
    expect.objectContaining({ accountId: basang.id, name: "巴桑审计", day: "2031-03-05", count: 3 }),
  ]);
  expect(await listManyReveals(day("2031-03-06"), 2)).toEqual([]);
  expect(await listManyReveals(day("2031-03-04"), 3)).toEqual([]);
});
