import { beforeAll, expect, test } from "vitest";
import { recordPlan } from "@/lib/fund/commands/plan";
import { recordRevenue } from "@/lib/fund/commands/record";
import { listPlansBelow } from "@/lib/fund/queries/below";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { agreed, officer, planned, revenue } from "@/tests/support/money/papers";
import { wan } from "@/tests/support/money/rows";

// R63: a plan that met its standard may lie below it once the revenue is corrected; that is said until the plan is decided anew.
const today = day("2018-08-22");
const below = () => listPlansBelow(today);

beforeAll(async () => {
  await make.money("revenue", { year: 2017, amount: wan("200000"), datedOn: "2018-01-05" });
  await agreed("plan", recordPlan(officer, planned(2018, "1000", { datedOn: "2018-01-10" })));
});

test("R63: a plan that meets its standard asks for nothing", async () => {
  expect(await below()).toEqual([]);
});

test("R62, R63: the revenue is corrected upwards, the standard rises, and the plan below it is named with its lack", async () => {
  const { recordId } = await agreed("revenue", recordRevenue(officer, revenue(2017, "204000")));

  expect(await below()).toEqual([
    { year: 2018, total: wan("1000"), standard: wan("1020"), lack: wan("20"), revenueId: recordId },
  ]);
});

test("R63: a new plan that is approved with its written reason settles it, until the standard rises again", async () => {
  await agreed("plan", recordPlan(officer, planned(2018, "1010", { reason: "差额于下半年补足" })));
  expect(await below()).toEqual([]);

  await agreed("revenue", recordRevenue(officer, revenue(2017, "206000", { datedOn: "2018-08-02" })));

  expect(await below()).toMatchObject([{ total: wan("1010"), standard: wan("1030"), lack: wan("20") }]);
});

test("R63: a correction downwards, or up to the plan, asks for nothing", async () => {
  await agreed("revenue", recordRevenue(officer, revenue(2017, "202000", { datedOn: "2018-08-03" })));

  expect(await below()).toEqual([]);
});
