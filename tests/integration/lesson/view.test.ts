import { beforeAll, expect, test } from "vitest";
import { sendViewPaper } from "@/components/lesson/paper/send";
import { bookLesson } from "@/lib/lesson/commands/book";
import { cancelLesson } from "@/lib/lesson/commands/change";
import { findView } from "@/lib/lesson/queries/view";
import { listWeek } from "@/lib/lesson/queries/week";
import { readView, type View } from "@/lib/lesson/rules/view";
import { day, type Week } from "@/lib/value/calendar";
import { wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";

const clerk = make.actor();
const view = (query: Record<string, string>): View => readView(query, day("2018-06-01"));

let taught: Awaited<ReturnType<typeof teach>>;
beforeAll(async () => {
  taught = await teach();
});

/** Two cohorts with a morning each on the same day. */
async function teach() {
  const [one, other] = [await make.cohort(), await make.cohort()];
  const trainer = await make.trainer("李蓉");
  await bookLesson(clerk, await wish(one.id, { classroomNumber: 3, trainerId: trainer.id, title: "修眉" }));
  await bookLesson(clerk, await wish(other.id, { classroomNumber: 4, title: "盘发" }));
  return { one, other, trainer };
}

test("U18: a day, a week and a month narrowed to a classroom, a trainer or a cohort hold its lessons and no others", async () => {
  const { one, other, trainer } = taught;
  const titles = async (query: Record<string, string>) =>
    ((await findView(view({ day: "2018-08-07", ...query }), 9)) as { lessons: { title: string }[] }).lessons.map(
      ({ title }) => title,
    );

  for (const by of ["day", "room", "month"]) {
    expect([by, await titles({ by, of: "room-3" })]).toEqual([by, expect.arrayContaining(["修眉"])]);
    expect([by, await titles({ by, of: `trainer-${trainer.id}` })]).toEqual([by, ["修眉"]]);
    expect([by, await titles({ by, of: `cohort-${one.id}` })]).toEqual([by, expect.not.arrayContaining(["盘发"])]);
    expect([by, await titles({ by, of: `cohort-${other.id}` })]).toEqual([by, expect.not.arrayContaining(["修眉"])]);
  }
});

test("U18: a week of cohorts has those that run in it, nothing before their first day, and no free cells where one is over", async () => {
  const startsOn = day("2019-05-15");
  const { id } = await make.cohort({ startsOn });
  const cancelled = await make.cohort({ startsOn, state: "CANCELLED" });

  const { rows } = await listWeek("2019-W20" as Week, "cohort");

  const row = rows.find((one) => one.id === id);
  const before = row?.halves.filter((half) => half.day < startsOn);
  expect(before?.every(({ closed }) => closed !== undefined)).toBe(true);
  expect(row?.halves.find((half) => half.day === startsOn)?.closed).toBeUndefined();
  expect(row?.isOpen).toBe(true);
  expect(rows.some((one) => one.id === cancelled.id)).toBe(false);
  expect((await listWeek("2019-W19" as Week, "cohort")).rows.some((one) => one.id === id)).toBe(false);
});

test("U18: narrowed to something else than its rows a week has only the rows with a lesson of it", async () => {
  const { one } = taught;

  const { rows } = await listWeek("2018-W32" as Week, "room", { kind: "cohort", id: one.id });
  const own = await listWeek("2018-W32" as Week, "room", { kind: "room", id: "11" });

  expect(rows.map(({ id }) => id)).toContain("3");
  expect(rows.every(({ halves }) => halves.some(({ lessons }) => lessons.length > 0))).toBe(true);
  expect(own.rows.map(({ id }) => id)).toEqual(["11"]);
});

test("U18: a day of a month tells how many lessons it has and names the first of them; a cancelled one is none", async () => {
  const { id } = await make.cohort({ startsOn: day("2020-03-02") });
  const at = (startsAt: string, endsAt: string, title: string) => ({ day: day("2020-03-03"), startsAt, endsAt, title });
  for (const times of [at("08:00", "09:30", "一"), at("10:00", "11:30", "二"), at("13:00", "14:30", "三")])
    await bookLesson(clerk, await wish(id, times));
  const gone = await bookLesson(clerk, await wish(id, at("15:00", "16:30", "四")));
  await cancelLesson(clerk, { lessonId: gone.id, version: 1, reason: "停电" });

  const found = await findView(view({ by: "month", day: "2020-03-15", of: `cohort-${id}` }), 2);

  const lessons = "month" in found ? found.lessons.filter((lesson) => lesson.day === "2020-03-03") : [];
  expect(lessons.map(({ title, count }) => [title, count])).toEqual([
    ["一", 3],
    ["二", 3],
  ]);
});

test("U18: what a view is narrowed to stays in the choice, and one that is not there shows nothing", async () => {
  const { one } = taught;
  const later = await findView(view({ by: "day", day: "2022-01-03", of: `cohort-${one.id}` }), 3);
  const nobody = await findView(
    view({ by: "day", day: "2018-08-07", of: "cohort-01980000-0000-7000-8000-000000000000" }),
    3,
  );

  expect(later.choices.cohorts.map(({ id }) => id)).toContain(one.id);
  expect(nobody).toMatchObject({ by: "day", lessons: [] });
});

test("U15: each view is a paper with what it is narrowed to in its title, its holidays, and no script", async () => {
  const { one, trainer } = taught;
  const paper = async (query: Record<string, string>) => (await sendViewPaper(clerk, view(query))).text();

  const week = await paper({ by: "trainer", day: "2018-08-07", of: `trainer-${trainer.id}` });
  const month = await paper({ by: "month", day: "2018-08-07", of: `cohort-${one.id}` });
  const list = await paper({ by: "day", day: "2018-08-07", of: "room-3" });
  const national = await paper({ by: "month", day: "2018-10-01" });

  expect(week).toMatch(/<title>[^<]*李蓉2018 年第 32 周课表<\/title>/);
  expect(week).toContain("修眉");
  expect(month).toMatch(/<title>[^<]*2018年8月课表<\/title>/);
  expect(month).toContain("09:00");
  expect(list).toMatch(/<title>[^<]*2018-08-07 周二课表<\/title>/);
  expect(national).toContain("国庆节放假");
  expect([week, month, list, national].join("")).not.toMatch(/<script|javascript:/i);
});

test("U15: nothing typed by people becomes markup of a paper", async () => {
  const { id } = await make.cohort({ startsOn: day("2020-06-01") });
  await bookLesson(clerk, await wish(id, { day: day("2020-06-02"), title: "<script>修眉</script>" }));

  for (const by of ["day", "room", "month"]) {
    const html = await (await sendViewPaper(clerk, view({ by, day: "2020-06-02", of: `cohort-${id}` }))).text();
    expect([by, html.includes("<script>"), html.includes("&lt;script&gt;修眉")]).toEqual([by, false, true]);
  }
});
