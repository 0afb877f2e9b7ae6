"use server";

import { form } from "@/lib/command/form";
import * as months from "@/lib/fund/commands/month";
import * as years from "@/lib/fund/commands/year";
import { saidOfMonth } from "@/lib/fund/rules/said";
import type { Month } from "@/lib/value/calendar";

const toMonths = (_: unknown, { month }: { month: Month }) => ({
  to: `/fund/months?year=${month.slice(0, 4)}`,
  told: saidOfMonth(month),
});
const toYear = (_: unknown, { year }: { year: number }) => ({
  to: `/fund/months?year=${year}`,
  told: { year: String(year) },
});

export const submitMonth = form(months.submitMonth, { after: toMonths });
export const lockMonth = form(months.lockMonth, { decides: "month", after: toMonths });
export const returnMonth = form(months.returnMonth, { decides: "month", after: toMonths });
export const proposeClosing = form(years.proposeClosing, { after: toYear });
export const closeYear = form(years.closeYear, { decides: "year", after: toYear });
