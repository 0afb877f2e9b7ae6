import { z } from "zod";
import { day, optionalText, text, version, whole } from "@/lib/command/fields";
import { firstYear } from "@/lib/fund/rules/sums";
import { searched } from "@/lib/fund/schema/filter";
import { type Day, type Month, yearOf } from "@/lib/value/calendar";

const isMonth = /^20\d{2}-(0[1-9]|1[0-2])$/;
const month = z
  .string("choose")
  .pipe(z.custom<Month>((text) => typeof text === "string" && isMonth.test(text), "choose"));

export const submitMonthInput = z.object({ month });
export const lockMonthInput = z.object({ month, version });
export const returnMonthInput = z.object({ month, version, reason: text(200) });

export const proposeClosingInput = z.object({ year: whole(2000, 2100), version, reason: optionalText(200) });
export const closeYearInput = z.object({ year: whole(2000, 2100), version });

export type LockMonth = z.output<typeof lockMonthInput>;
export type ReturnMonth = z.output<typeof returnMonthInput>;
export type ProposeClosing = z.output<typeof proposeClosingInput>;
export type CloseYear = z.output<typeof closeYearInput>;

/** A year, a month and a day in the address of the pages of one period; what it does not know it leaves out. */
export const periodQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  month: month.optional().catch(undefined),
  asOf: day.optional().catch(undefined),
  q: searched.optional().catch(undefined),
});

/** What a file of the revenues or of the ledgers beside the fund may be asked by. */
export const bookFilter = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  asOf: day.optional(),
  q: searched.optional(),
});

export type BookFilter = z.output<typeof bookFilter>;

/** The years a book may have entries of, the newest first: the year before the aid began gives its first standard. */
export const yearsTo = (today: Day): number[] =>
  Array.from({ length: yearOf(today) - firstYear + 2 }, (_, n) => yearOf(today) - n);

/** The same in an address. */
export function bookQuery({ year, asOf, q }: BookFilter): string {
  return new URLSearchParams({
    ...(year !== undefined && { year: String(year) }),
    ...(asOf && { asOf }),
    ...(q && { q }),
  }).toString();
}
