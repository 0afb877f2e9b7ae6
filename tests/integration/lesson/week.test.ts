import { expect, test } from "vitest";
import { sendViewPaper } from "@/components/lesson/paper/send";
import { listWeek } from "@/lib/lesson/queries/week";
import { readView } from "@/lib/lesson/rules/view";
import { type Week, weekday } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";

const nationalDay = "2018-W40" as Week;

test("U18: a week has its holidays by name, and the weekend that is worked for them as days of its own", async () => {
  const [before, during] = [await listWeek("2018-W39" as Week, "room"), await listWeek(nationalDay, "trainer")];

  expect(before.days).toHaveLength(7);
  expect(before.exceptions).toEqual([
    { day: "2018-09-24", kind: "HOLIDAY", name: "中秋" },
    { day: "2018-09-29", kind: "WORK", name: "国庆节" },
    { day: "2018-09-30", kind: "WORK", name: "国庆节" },
  ]);
  expect(during.days.map(weekday)).toEqual([1, 2, 3, 4, 5]);
  expect(during.exceptions).toHaveLength(7);
});

test.each(["room", "trainer"] as const)(
  "U15, U18: the paper of a week by %s says in its heads what day it is",
  async (by) => {
    const actor = make.actor();
    const paper = async (week: string) => (await sendViewPaper(actor, readView({ week, by }, actor.today))).text();

    expect(await paper(nationalDay)).toContain("周一 10-01 上午 国庆节放假");
    expect(await paper("2018-W39")).toContain("周六 09-29 下午 调休上班（国庆节）");
    expect(await paper("2018-W34")).not.toMatch(/放假|调休/);
  },
);
