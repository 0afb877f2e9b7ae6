"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/command/action";
import * as months from "@/lib/fund/mutations/month";
import * as years from "@/lib/fund/mutations/year";
import { saidOfMonth } from "@/lib/fund/rules/said";
import * as schema from "@/lib/fund/schema/period";

export const submitMonth = action({
  permission: "month:submit",
  proposes: true,
  verb: "month.submit",
  input: schema.submitMonthInput,
  async run(actor, input) {
    await months.submitMonth(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/months?year=${input.month.slice(0, 4)}`, told: saidOfMonth(input.month) };
  },
});

export const lockMonth = action({
  permission: "month:lock",
  approves: true,
  verb: "month.lock",
  decides: "month",
  input: schema.lockMonthInput,
  async run(actor, input) {
    await months.lockMonth(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/months?year=${input.month.slice(0, 4)}`, told: saidOfMonth(input.month) };
  },
});

export const returnMonth = action({
  permission: "month:lock",
  approves: true,
  verb: "month.return",
  decides: "month",
  input: schema.returnMonthInput,
  async run(actor, input) {
    await months.returnMonth(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/months?year=${input.month.slice(0, 4)}`, told: saidOfMonth(input.month) };
  },
});

export const proposeClosing = action({
  permission: "year:close",
  proposes: true,
  verb: "year.proposeClosing",
  input: schema.proposeClosingInput,
  async run(actor, input) {
    await years.proposeClosing(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/months?year=${input.year}`, told: { year: String(input.year) } };
  },
});

export const closeYear = action({
  permission: "year:close",
  approves: true,
  verb: "year.close",
  decides: "year",
  input: schema.closeYearInput,
  async run(actor, input) {
    await years.closeYear(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/months?year=${input.year}`, told: { year: String(input.year) } };
  },
});
