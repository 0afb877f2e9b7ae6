import { expect, test, vi } from "vitest";
import { addCode, editCode, endCode, reopenCode } from "@/lib/code/commands";
import { isInForce, listCodeItems } from "@/lib/code/queries/items";
import { codeWords, listCodes } from "@/lib/code/queries/words";
import { addCodeInput } from "@/lib/code/schema";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";

const request = vi.hoisted(() => ({ locale: "zh-CN", today: "2018-08-22" }));
vi.mock("@/lib/auth/actor", () => ({ findActor: async () => ({ today: request.today }) }));
vi.mock("next-intl/server", () => ({ getLocale: async () => request.locale }));

const today = day("2018-08-22");
const actor = make.actor("SYS_ADMIN", today);
const which = (code: string) => ({ kind: "EDUCATION" as const, code });
const add = (code: string, position: number, validFrom = today) =>
  addCode(actor, { ...which(code), zh: `学历${code}`, en: `Degree ${code}`, position, validFrom });
const own = <Item extends { code: string }>(items: Item[]) => items.filter(({ code }) => code.startsWith("X"));

test("U30: a code table is kept with both wordings and its days, in its order, of two alike by code", async () => {
  await add("X3", 901);
  await add("X1", 902);
  await add("X2", 901, day("2018-09-01"));
  await endCode(actor, { ...which("X1"), validTo: day("2018-12-31") });

  const items = own(await listCodeItems("EDUCATION"));

  expect(items.map(({ code }) => code)).toEqual(["X2", "X3", "X1"]);
  expect(items[0]).toEqual({
    code: "X2",
    zh: "学历X2",
    en: "Degree X2",
    position: 901,
    validFrom: "2018-09-01",
    validTo: null,
  });
  expect(items[2]).toMatchObject({ validTo: "2018-12-31" });
  expect(own(await listCodeItems("ETHNICITY"))).toEqual([]);
});

test("U30: the choices are those of the reader's language and day, words of all of them are known", async () => {
  await add("Y1", 910);
  await add("Y2", 911, day("2018-09-01"));
  const chosen = async () => (await listCodes("EDUCATION")).filter(({ value }) => value.startsWith("Y"));

  expect(await chosen()).toEqual([{ value: "Y1", label: "学历Y1" }]);
  request.today = "2018-09-01";
  expect((await chosen()).map(({ value }) => value)).toEqual(["Y1", "Y2"]);
  request.locale = "en";
  expect((await chosen()).map(({ label }) => label)).toEqual(["Degree Y1", "Degree Y2"]);
  expect([(await codeWords("EDUCATION"))("Y2"), (await codeWords("EDUCATION"))("NOBODY")]).toEqual([
    "Degree Y2",
    "NOBODY",
  ]);
  Object.assign(request, { locale: "zh-CN", today });
});

test("U30: an entry is in force from its first day to its last", () => {
  const span = { validFrom: day("2018-08-01"), validTo: day("2018-08-31") };

  expect(["2018-07-31", "2018-08-01", "2018-08-31", "2018-09-01"].map((on) => isInForce(span, day(on)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isInForce({ ...span, validTo: null }, day("2099-12-31"))).toBe(true);
});

test("U30: an entry that has not ended is not opened again, nor ended or opened where there is none", async () => {
  await add("Z1", 920);
  const unknown = { refusal: "INPUT_WRONG", field: "code", figures: { case: "UNKNOWN_CODE" } };

  await expect(reopenCode(actor, which("Z1"))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  await expect(reopenCode(actor, which("NONE"))).rejects.toMatchObject(unknown);
  await expect(endCode(actor, { ...which("NONE"), validTo: today })).rejects.toMatchObject(unknown);
  await expect(endCode(actor, { ...which("Z1"), validTo: day("2018-08-21") })).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    field: "validTo",
    figures: { case: "CODE_ENDS_EARLY", from: today },
  });
});

test("U30: the same code may stand in two tables, each with words of its own", async () => {
  const words = { zh: "同号", en: "Same", position: 930, validFrom: today };
  await addCode(actor, { kind: "EDUCATION", code: "BOTH", ...words });
  await addCode(actor, { kind: "NOTICE_WAY", code: "BOTH", ...words });

  await editCode(actor, { kind: "NOTICE_WAY", code: "BOTH", zh: "另一张表", en: "Other", position: 931 });

  expect((await listCodeItems("EDUCATION")).find(({ code }) => code === "BOTH")).toMatchObject({ zh: "同号" });
  expect((await listCodeItems("NOTICE_WAY")).find(({ code }) => code === "BOTH")).toMatchObject({ zh: "另一张表" });
});

test("U24: a code is of capitals, digits and underscores, and stands at a place of its own", () => {
  const typed = { kind: "EDUCATION", code: "ab", zh: "", en: "x", position: "0", validFrom: "2018-08-22" };

  const lacking = addCodeInput
    .safeParse(typed)
    .error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`);

  expect(lacking?.sort()).toEqual(["code choose", "position tooSmall", "zh required"]);
});
