import { expect, test } from "vitest";
import { day } from "@/lib/value/calendar";
import { clearCalendarDay, setCalendarDay } from "@/lib/working-day/commands";
import { findCalendar, listExceptions, listExceptionsAmong, listWorkingDays } from "@/lib/working-day/queries";
import { filingDeadline } from "@/lib/working-day/rules";
import { calendarFilter, setCalendarDayInput } from "@/lib/working-day/schema";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const actor = make.actor("SYS_ADMIN");
const enter = (on: string, kind: "HOLIDAY" | "WORK", name = "县庆") =>
  setCalendarDay(actor, setCalendarDayInput.parse({ day: on, kind, name }));

test("R59: the exceptions of a span hold both its ends and nothing around them", async () => {
  for (const on of ["2041-03-03", "2041-03-04", "2041-03-06", "2041-03-07"]) await enter(on, "HOLIDAY");
  await enter("2041-03-09", "WORK", "补班");

  expect(await listExceptions(day("2041-03-04"), day("2041-03-06"))).toEqual([
    { day: "2041-03-04", kind: "HOLIDAY", name: "县庆" },
    { day: "2041-03-06", kind: "HOLIDAY", name: "县庆" },
  ]);
  const among = await listExceptionsAmong(["2041-03-09", "2041-03-05", "2041-03-03"].map(day));
  expect(among.map((one) => one.day)).toEqual(["2041-03-03", "2041-03-09"]);
  expect(await listExceptionsAmong([])).toEqual([]);
  expect(await listWorkingDays(day("2041-03-04"), day("2041-03-10"))).toEqual([
    "2041-03-05",
    "2041-03-08",
    "2041-03-09",
  ]);
});

test("GX22, R59: three working days before the start are counted around the holidays that are entered", async () => {
  const startsOn = day("2042-03-06");
  const deadline = async () => filingDeadline(startsOn, 3, await listExceptions(day("2042-02-20"), startsOn));
  expect(await deadline()).toBe("2042-03-03");

  await enter("2042-03-04", "HOLIDAY");
  expect(await deadline()).toBe("2042-02-28");

  await enter("2042-03-02", "WORK");
  expect(await deadline()).toBe("2042-03-02");
});

test("R59: a day entered twice is corrected, and the entry tells what it was", async () => {
  await enter("2043-05-01", "HOLIDAY", "劳动节");
  await enter("2043-05-01", "WORK", "补班");

  expect(await findCalendar(2043)).toMatchObject({ days: [{ day: "2043-05-01", kind: "WORK", name: "补班" }] });
  expect(
    await sql("owner", "SELECT before, after FROM audit_entries WHERE subject_id = '2043-05-01' ORDER BY id"),
  ).toEqual([
    { before: {}, after: { kind: "HOLIDAY", name: "劳动节" } },
    { before: { kind: "HOLIDAY", name: "劳动节" }, after: { kind: "WORK", name: "补班" } },
  ]);
});

test("R59: a holiday of the county bears its name and its paper, as the State Council's do", async () => {
  const paper = "得府办发〔2047〕3号";
  await setCalendarDay(
    actor,
    setCalendarDayInput.parse({ day: "2047-02-25", kind: "HOLIDAY", name: "藏历新年", documentNo: paper }),
  );

  const { days } = await findCalendar(2047);

  expect(days).toEqual([{ day: "2047-02-25", kind: "HOLIDAY", name: "藏历新年", documentNo: paper }]);
  const told = setCalendarDayInput.safeParse({
    day: "2047-02-26",
    kind: "HOLIDAY",
    name: "藏历新年",
    documentNo: "字".repeat(61),
  });
  expect(told.error?.issues[0]).toMatchObject({ path: ["documentNo"], message: "tooLong" });
});

test("R59: a calendar is that of its year, first day to last, and names the years that have any", async () => {
  for (const on of ["2043-12-31", "2044-12-31", "2044-01-01", "2045-01-01"]) await enter(on, "HOLIDAY");

  const { days, years } = await findCalendar(2044);

  expect(days.map((one) => one.day)).toEqual(["2044-01-01", "2044-12-31"]);
  expect(years).toEqual([...years].sort());
  expect(years).toEqual(expect.arrayContaining([2043, 2044, 2045]));
  await clearCalendarDay(actor, { day: day("2045-01-01") });
  expect((await findCalendar(2044)).years).not.toContain(2045);
});

test("R59: taken back by two at once it is taken back once; the other is told that nothing stands there", async () => {
  await enter("2046-06-01", "HOLIDAY");

  const answers = await Promise.allSettled([1, 2].map(() => clearCalendarDay(actor, { day: day("2046-06-01") })));

  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { refusal: "WRONG_STATE" } });
});

test("U24: a day, its kind and its name are all asked for; a year nobody made is this year's", () => {
  const lacking = setCalendarDayInput.safeParse({ day: "2018-02-29", kind: "FREE", name: "" }).error?.issues;

  expect(lacking?.map(({ path }) => path[0]).sort()).toEqual(["day", "kind", "name"]);
  expect([calendarFilter.parse({ year: "2018" }), calendarFilter.parse({ year: "1999" })]).toEqual([
    { year: 2018 },
    { year: undefined },
  ]);
});
