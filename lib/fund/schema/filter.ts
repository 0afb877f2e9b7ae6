import { z } from "zod";
import { day } from "@/lib/command/fields";
import { categories, firstYear, reaches, scopes, states } from "@/lib/fund/rules/sums";
import { type Day, yearOf } from "@/lib/value/calendar";
import { lastDay } from "@/lib/value/period";

const year = z.coerce.number().int().min(2000).max(2100);

/** Words looked for; nothing typed is nothing asked. */
export const searched = z
  .string()
  .trim()
  .max(60)
  .transform((typed) => typed || undefined);

/** What an address of the fund may hold; a file takes nothing else. */
export const fundFilter = z.object({
  year: year.optional(),
  asOf: day.optional(),
  since: year.optional(),
  category: z.enum(categories).optional(),
  scope: z.enum(scopes).optional(),
  state: z.enum(states).optional(),
  reached: z.enum(reaches).optional(),
  employment: z.literal("yes").optional(),
  late: z.literal("yes").optional(),
  project: z.uuid().optional(),
  q: searched.optional(),
});

/** The address of every fund page; what it does not know it leaves out. */
const { year: ofYear, asOf, since, category, scope, state, reached, employment, late, project, q } = fundFilter.shape;
const address = z.object({
  year: ofYear.catch(undefined),
  asOf: asOf.catch(undefined),
  since: since.catch(undefined),
  category: category.catch(undefined),
  scope: scope.catch(undefined),
  state: state.catch(undefined),
  reached: reached.catch(undefined),
  employment: employment.catch(undefined),
  late: late.catch(undefined),
  project: project.catch(undefined),
  q: q.catch(undefined),
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
  reached?: (typeof reaches)[number] | undefined;
  employment?: "yes" | undefined;
  late?: "yes" | undefined;
  project?: string | undefined;
  q?: string | undefined;
};

export const readFundFilter = (query: Record<string, string | string[] | undefined>, today: Day): FundFilter =>
  settleFilter(address.parse(query), today);

export type WrongDay = { asked: string; why: "UNKNOWN" | "OTHER_YEAR" | "FUTURE" };

/** R76: a day that is asked for and cannot be shown: none of the calendar, of another year than the one asked for, or still to come. */
export function wrongDay(query: Record<string, unknown>, today: Day): WrongDay | null {
  const { asOf: asked, year: wished } = query;
  if (asked === undefined || asked === "") return null;
  const found = asOf.safeParse(asked).data;
  const named = ofYear.safeParse(wished).data;
  if (!found) return { asked: String(asked).slice(0, 20), why: "UNKNOWN" };
  if (found > today) return { asked: found, why: "FUTURE" };
  return named !== undefined && yearOf(found) !== named ? { asked: found, why: "OTHER_YEAR" } : null;
}

/** What was left open: the year and the day. */
export function settleFilter(asked: z.output<typeof fundFilter>, today: Day): FundFilter {
  const { year: wished, asOf: day, since, ...rest } = asked;
  const year = wished ?? yearOf(day && day <= today ? day : today);
  const end = lastDay(year);
  const latest = end < today ? end : today;
  const wanted = day && yearOf(day) === year ? day : latest;
  const asOf = wanted > latest ? latest : wanted;
  return { year, since: rest.late ? sinceOfLate(year) : Math.min(since ?? year, year), asOf, ...rest };
}

/** Late is what a project is on a day, with all its money: a list of late ones begins with the aid, whatever year it stands under. */
export const sinceOfLate = (year: number): number => Math.min(firstYear, year);

/** All money of one year, not narrowed to a part of it. */
export function isWholeYear({ year, since, asOf: _, ...narrowed }: FundFilter): boolean {
  return since === year && Object.values(narrowed).every((value) => value === undefined);
}

/** The same filter as it stands in an address, with what is changed; a change to undefined takes it out. */
export function fundQuery(filter: FundFilter, change: Partial<FundFilter> = {}): string {
  const { year, since, ...rest } = { ...filter, ...change };
  const params = new URLSearchParams({ year: String(year), ...(since < year && { since: String(since) }) });
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) params.set(name, value);
  return params.toString();
}
