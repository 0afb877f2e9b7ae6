import { expect, test, vi } from "vitest";
import { addCode, editCode, endCode, reopenCode } from "@/lib/code/commands";
import { codeWords, listCodes } from "@/lib/code/queries/words";
import { Refusal } from "@/lib/refusal/refusal";
import { day } from "@/lib/value/calendar";
import { clearCalendarDay, setCalendarDay } from "@/lib/working-day/commands";
import { listWorkingDays } from "@/lib/working-day/queries";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const today = day("2018-08-22");
const actor = make.actor("SYS_ADMIN", today);
vi.mock("@/lib/auth/actor", () => ({ findActor: async () => ({ today: "2018-08-22" }) }));
vi.mock("next-intl/server", () => ({ getLocale: async () => "zh-CN" }));

const caseOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: unknown) => (error instanceof Refusal ? String(error.figures.case ?? error.refusal) : String(error)),
  );
const chosen = async () => (await listCodes("TRAINEE_CATEGORY")).map(({ value }) => value);

test("U30: an entry is offered from its first day to its last, and keeps its words afterwards", async () => {
  const which = { kind: "TRAINEE_CATEGORY", code: "LXS" } as const;
  await addCode(actor, { ...which, zh: "留乡青年", en: "Young returnee", position: 20, validFrom: today });
  expect(await chosen()).toContain("LXS");

  await endCode(actor, { ...which, validTo: day("2018-08-22") });
  expect(await chosen()).toContain("LXS");
  await sql(
    "owner",
    "SET session_replication_role = replica; UPDATE code_items SET valid_from = '2018-01-01', valid_to = '2018-08-21' WHERE code = 'LXS'",
  );

  expect(await chosen()).not.toContain("LXS");
  expect((await listCodes("TRAINEE_CATEGORY", ["LXS"])).map(({ value }) => value)).toContain("LXS");
  expect((await codeWords("TRAINEE_CATEGORY"))("LXS")).toBe("留乡青年");
  await reopenCode(actor, which);
  expect(await chosen()).toContain("LXS");
});

test("U30: the same code twice, one that ends before it begins, and one nobody knows are refused", async () => {
  const words = { zh: "又一项", en: "Another", position: 21 };
  const which = { kind: "NOTICE_WAY", code: "POST" } as const;
  await addCode(actor, { ...which, ...words, validFrom: today });

  expect(await caseOf(addCode(actor, { ...which, ...words, validFrom: today }))).toBe("CODE_TAKEN");
  expect(await caseOf(endCode(actor, { ...which, validTo: day("2018-08-01") }))).toBe("CODE_ENDS_EARLY");
  expect(await caseOf(editCode(actor, { ...which, code: "NONE", ...words }))).toBe("UNKNOWN_CODE");
});

test("I29: each change of a code table and of the calendar is noted, and not even raw SQL changes one silently", async () => {
  await editCode(actor, { kind: "ETHNICITY", code: "99", zh: "其他民族", en: "Other", position: 99 });

  expect(await sql("owner", "SELECT verb, before FROM audit_entries WHERE subject_id = 'ETHNICITY:99'")).toEqual([
    { verb: "code.edit", before: { zh: "其他" } },
  ]);
  await expect(sql("app", "UPDATE code_items SET zh = 'x' WHERE code = '99'")).rejects.toMatchObject({
    message: "AUDIT_MISSING",
  });
  await expect(sql("app", "UPDATE calendar_days SET name = 'x'")).rejects.toMatchObject({ message: "AUDIT_MISSING" });
  await expect(sql("app", "DELETE FROM code_items")).rejects.toMatchObject({ code: "42501" });
});

test("R59: a holiday is no working day, a make-up Saturday is one, and both are entered and taken back by hand", async () => {
  const week = () => listWorkingDays(day("2018-09-24"), day("2018-09-30"));
  expect(await week()).toEqual(["2018-09-25", "2018-09-26", "2018-09-27", "2018-09-28", "2018-09-29", "2018-09-30"]);

  await setCalendarDay(actor, { day: day("2018-09-26"), kind: "HOLIDAY", name: "县庆" });
  expect(await week()).not.toContain("2018-09-26");

  await clearCalendarDay(actor, { day: day("2018-09-26") });
  expect(await week()).toContain("2018-09-26");
  expect(await caseOf(clearCalendarDay(actor, { day: day("2018-09-26") }))).toBe("WRONG_STATE");
});
