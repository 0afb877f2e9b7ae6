import "server-only";
import type { z } from "zod";
import { type FundFilter, type fundFilter, settleFilter, wrongDay } from "@/lib/fund/schema/filter";
import type { BookFilter } from "@/lib/fund/schema/period";
import { Refusal } from "@/lib/refusal/refusal";
import type { Day } from "@/lib/value/calendar";
import { type Fen, formatWan, inCapitals, percent1, spokenCny } from "@/lib/value/money";
import type { Locale } from "@/lib/wording/locale";
import { translatorOf } from "@/lib/wording/translations";

/** Which money is meant, as of which day, in which unit (R76): above every table of the fund. */
export function headOf(filter: FundFilter, projects: { id: string; name: string }[], locale: Locale): string[] {
  const say = translatorOf(locale);
  const { year, since, asOf, category, scope, state, reached, employment, late, project, q } = filter;
  const parts = [
    since < year ? say("fund.said.years", { since, year }) : say("fund.said.year", { year }),
    category && say(`fund.categories.${category}`),
    scope && say(`fund.scopes.${scope}`),
    state && say(`fund.states.${state}`),
    reached && say(`fund.said.${reached}`),
    employment && say("fund.said.employment"),
    late && say("fund.said.late"),
    project && projects.find(({ id }) => id === project)?.name,
    q && say("fund.said.search", { q }),
  ];
  return [parts.filter(Boolean).join(say("fund.said.between")), say("report.asOf", { asOf })];
}

/** What a file shows: never another day than the one it was asked for. */
export function filterOfFile(asked: z.output<typeof fundFilter>, today: Day): FundFilter {
  if (wrongDay(asked, today)) throw new Refusal("INPUT_WRONG", { field: "asOf", case: "day" });
  return settleFilter(asked, today);
}

/** Up to which day a book is told: the one asked for, never another. */
export function dayOfBook({ asOf }: BookFilter, today: Day): Day {
  if (wrongDay({ asOf }, today)) throw new Refusal("INPUT_WRONG", { field: "asOf", case: "day" });
  return asOf ?? today;
}

/** What stands above a book: its year or all of them, the words looked for, and the day. */
export function headOfBook({ year, q }: BookFilter, asOf: Day, locale: Locale): string[] {
  const say = translatorOf(locale);
  const parts = [
    year === undefined ? say("fund.said.allYears") : say("fund.said.year", { year }),
    q && say("fund.said.search", { q }),
  ];
  return [parts.filter(Boolean).join(say("fund.said.between")), say("report.asOf", { asOf })];
}

/** R85: a sum in figures and in capitals. */
export const capitalsOf = (name: "arranged" | "disbursed" | "completed", sum: Fen, locale: Locale): string => {
  const say = translatorOf(locale);
  return say("report.capitals", { name: say(`fund.sums.${name}`), capitals: inCapitals(sum) });
};

/** 其中结转: what of the payments settles arrangements of earlier years; nothing where there is none. */
export const carriedOf = (carried: Fen, locale: Locale): string[] =>
  carried === 0n
    ? []
    : [translatorOf(locale)("report.carried", { amount: formatWan(carried), cny: spokenCny(carried) })];

/** R79: the same part as on the screen, as a plain decimal; of nothing there is none. */
export const rateOf = (part: Fen, whole: Fen): string | null => percent1(part, whole)?.replaceAll(",", "") ?? null;
