import { z } from "zod";
import { type Day, parseDay, yearOf } from "@/lib/calendar";
import { categories, scopes, states } from "@/lib/fund/rules/sums";

/** The address of every fund page; what it does not know it leaves out. */
const address = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  asOf: z
    .string()
    .transform((text) => parseDay(text))
    .optional()
    .catch(undefined),
  since: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  category: z.enum(categories).optional().catch(undefined),
  scope: z.enum(scopes).optional().catch(undefined),
  state: z.enum(states).optional().catch(undefined),
  employment: z.literal("yes").optional().catch(undefined),
  late: z.literal("yes").optional().catch(undefined),
  project: z.uuid().optional().catch(undefined),
});

/**
 * Which money, as of which day: of one year, or of all years since `since` up to it. The day never lies after the year nor after
 * today: a record dated later is ignored (R76). Of a year that has not begun it is today.
 */
export type FundFilter = {
  year: number;
  since: number;
  asOf: Day;
  category?: (typeof categories)[number] | undefined;
  scope?: (typeof scopes)[number] | undefined;
  state?: (typeof states)[number] | undefined;
  employment?: "yes" | undefined;
  late?: "yes" | undefined;
  project?: string | undefined;
};

export function readFundFilter(query: Record<string, string | string[] | undefined>, today: Day): FundFilter {
  const { year: asked, asOf: day, since, ...rest } = address.parse(query);
  const year = asked ?? (day ? yearOf(day) : yearOf(today));
  const lastDay = `${year}-12-31` as Day;
  const latest = lastDay < today ? lastDay : today;
  const wanted = day && yearOf(day) === year ? day : latest;
  const asOf = wanted > latest ? latest : wanted;
  return { year, since: Math.min(since ?? year, year), asOf, ...rest };
}

/** The same filter as it stands in an address, with what is changed; a change to undefined takes it out. */
export function fundQuery(filter: FundFilter, change: Partial<FundFilter> = {}): string {
  const { year, since, ...rest } = { ...filter, ...change };
  const params = new URLSearchParams({ year: String(year), ...(since < year && { since: String(since) }) });
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) params.set(name, value);
  return params.toString();
}
