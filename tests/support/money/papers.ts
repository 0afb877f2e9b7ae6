import type { z } from "zod";
import { joinAmount } from "@/lib/command/fields";
import { approveRecord } from "@/lib/fund/commands/decide";
import * as schema from "@/lib/fund/schema/record";
import type { Typed } from "@/lib/refusal/answer";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import type { MoneyKind } from "./rows";

type Change = Record<string, string | undefined>;

/** The two of the aid office, on the day the demo stands on. */
export const officer = make.actor("AID_OFFICER", day("2018-08-22"));
export const leader = make.actor("AID_LEADER", day("2018-08-22"));

/** Everything that may be doubted was looked at; a test of the warnings says otherwise. */
const accepted = "DUPLICATE OVER_INVESTMENT BEYOND_PAID UNLIKELY LARGE_TOTAL";
const money = { accepted, unit: "WAN", datedOn: "2018-08-01", documentNo: "青援拨〔2018〕9号" };

/** A form of money read as its door reads it: the amount and its unit become one value. */
export const read = <Shape extends z.ZodObject>(shape: Shape, typed: Record<string, string | undefined>) =>
  shape.parse(joinAmount(typed as Typed, shape.shape)) as z.output<Shape>;

/** What the forms send, filled in; amounts in 万元 unless another unit is given. */
export const payment = (projectId: string, amount: string, change: Change = {}) =>
  read(schema.recordDisbursementInput, {
    ...{ ...money, projectId, amount, payee: "得荣县财政局", account: "COUNTY" },
    ...change,
  });
export const arrangement = (projectId: string, amount: string, change: Change = {}) =>
  read(schema.recordAppropriationInput, { ...money, projectId, amount, ...change });
export const progress = (projectId: string, amount: string, change: Change = {}) =>
  read(schema.recordProgressInput, { ...money, projectId, amount, ...change });
export const planned = (year: number, amount: string, change: Change = {}) =>
  read(schema.recordPlanInput, { ...money, documentNo: undefined, year: String(year), total: amount, ...change });
export const revenue = (year: number, amount: string, change: Change = {}) =>
  read(schema.recordRevenueInput, { ...money, year: String(year), certainty: "CONFIRMED", amount, ...change });
export const outside = (amount: string, change: Change = {}) =>
  read(schema.recordOutsideInput, { ...money, ledger: "OPERATING", item: "耗材", amount, ...change });

/** Why, and on which day, somebody takes a record back. */
export const takenBack = (
  kind: "appropriation" | "disbursement" | "progress" | "outside",
  recordId: string,
  on = "2018-08-20",
) => ({
  ...{ kind, recordId, datedOn: day(on), documentNo: "青援冲〔2018〕1号", reason: "账号有误" },
});

/** Written down by the officer, as the table names it, and approved by the leader. */
export async function agreed(kind: MoneyKind, written: Promise<{ id: string }>) {
  const { id } = await written;
  await approveRecord(leader, { kind, recordId: id, version: 1 });
  return { kind, recordId: id, version: 2 };
}
