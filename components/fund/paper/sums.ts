import { stepsOf, wayOf } from "@/components/fund/overview/steps";
import type { FundOverview } from "@/lib/fund/queries/dashboard";
import { endOf } from "@/lib/fund/rules/months";
import { lackOf, splitAtStandard } from "@/lib/fund/rules/standard";
import { type FundFilter, isWholeYear } from "@/lib/fund/schema/filter";
import type { Block, PageCell } from "@/lib/report/file/html";
import type { Fen } from "@/lib/value/money";
import { numberOfMonth } from "@/lib/value/period";
import type { translatorOf } from "@/lib/wording/translations";
import { formulaAddress, projectsAddress, recordsAddress, revenueAddress, wholeYear } from "../address";
import { basisPointsText } from "../sum";
import { column, joined, money, rate } from "./cells";

export type Told = { overview: FundOverview; filter: FundFilter; say: ReturnType<typeof translatorOf> };

/** 应拨标准, 安排, 拨付, 完成投资: four sums that are never one (R77), each with what it is held against. */
export function sumsBlock(told: Told): Block {
  const { overview, filter, say } = told;
  const { totals, standard } = overview;
  const held = isWholeYear(filter) ? standard.standard : null;
  const formula = (figure: "payment-rate" | "completion-rate" | "standard-rate", part: Fen, of: Fen) =>
    rate({ figure, href: formulaAddress(figure, filter) }, part, of);
  const row = (name: "arranged" | "disbursed" | "completed", notes: PageCell[]) => [
    say(`fund.sums.${name}`),
    [money(wayOf(name, filter), totals[name])],
    joined(say("fund.sums.between"), notes),
  ];

  return {
    title: say("fund.sums.title"),
    columns: [
      column(say("fund.columns.figure"), 16),
      column(say("fund.ledgers.columns.amount"), 16, "amount"),
      column(say("fund.print.note"), 80),
    ],
    rows: [
      [say("fund.sums.standard"), standardCell(told), standardNote(told)],
      row("arranged", [
        held === null ? null : [say("fund.sums.standardRate"), " ", formula("standard-rate", totals.arranged, held)],
        against(told, "arranged", totals.arranged, held),
      ]),
      row("disbursed", [
        [say("fund.sums.paymentRate"), " ", formula("payment-rate", totals.ownDisbursed, totals.arranged)],
        against(told, "disbursed", totals.disbursed, held),
        ...withoutEarly(told, held),
        carried(told, "disbursed", totals.disbursed - totals.ownDisbursed),
      ]),
      row("completed", [
        [say("fund.sums.completionRate"), " ", formula("completion-rate", totals.ownCompleted, totals.arranged)],
        carried(told, "completed", totals.completed - totals.ownCompleted),
      ]),
    ],
    foot: [],
  };
}

/** I22: without a revenue it is 待核定, never 0. */
function standardCell({ overview: { standard }, filter, say }: Told): PageCell {
  if (standard.standard === null) return say("fund.sums.unconfirmed");
  return [money({ figure: "standard", href: formulaAddress("standard", wholeYear(filter)) }, standard.standard)];
}

function standardNote({ overview: { standard }, say }: Told): PageCell {
  const { year, revenue, rateBasisPoints } = standard;
  if (standard.standard === null) return say("fund.sums.noRevenue", { year: year - 1 });
  const said = say.markup("fund.sums.ofRevenue", { rate: () => basisPointsText(rateBasisPoints) });
  return said + (revenue?.certainty === "IMPLIED" ? say("fund.sums.implied") : "");
}

/** R65, R63: by how much a sum lies above the standard, or what it still lacks. */
function against(
  { filter, say }: Told,
  sum: "arranged" | "disbursed" | "without-early",
  fen: Fen,
  standard: Fen | null,
): PageCell {
  if (standard === null) return null;
  const { above } = splitAtStandard(fen, standard);
  const figure = above > 0n ? (`above-${sum}` as const) : (`lack-${sum}` as const);
  const difference = above > 0n ? above : lackOf(fen, standard);
  if (difference === 0n) return say("fund.print.met");
  const word = say(above > 0n ? "fund.sums.above" : "fund.sums.lack");
  return [word, " ", money({ figure, href: formulaAddress(figure, filter) }, difference)];
}

/** A1, R65: the early projects left out, what is paid may still lie below the standard; both are said side by side. */
function withoutEarly(told: Told, standard: Fen | null): PageCell[] {
  const { overview, filter, say } = told;
  if (standard === null || overview.early.disbursed <= 0n) return [];
  const rest = overview.totals.disbursed - overview.early.disbursed;
  const way = { figure: "without-early", href: formulaAddress("without-early", filter) } as const;
  return [[say("fund.sums.withoutEarly"), " ", money(way, rest)], against(told, "without-early", rest, standard)];
}

function carried({ filter, say }: Told, of: "disbursed" | "completed", fen: Fen): PageCell {
  if (fen === 0n) return null;
  return [say("fund.sums.carried"), " ", money({ figure: `carried-${of}`, href: projectsAddress(filter) }, fen)];
}

/** 怎么算的: the standard with its numbers, then every difference and rate with its two. */
export function howBlock({ overview, filter, say }: Told): Block {
  const { year, revenue, rateBasisPoints, standard } = overview.standard;
  const way = { figure: "revenue", href: revenueAddress(year - 1, filter) } as const;
  const formula: PageCell = revenue
    ? [
        say("fund.how.revenue", { year: year - 1 }),
        " ",
        money(way, revenue.amount),
        ` × ${basisPointsText(rateBasisPoints)}`,
      ]
    : [say("fund.how.revenue", { year: year - 1 }), " ", say("fund.how.noRevenue")];

  return {
    title: say("fund.how.title"),
    columns: [
      column(say("fund.columns.figure"), 36),
      column(say("fund.columns.numbers"), 60),
      column(say("fund.columns.result"), 16, "amount"),
    ],
    rows: [
      [
        say("fund.how.standard"),
        formula,
        standard === null
          ? say("fund.how.unconfirmed")
          : [money({ figure: "standard", href: formulaAddress("standard", wholeYear(filter)) }, standard)],
      ],
      ...stepsOf(overview, filter)
        .filter(({ figure }) => figure !== "lack-disbursed" && figure !== "standard-rate-disbursed")
        .map(({ figure, left, sign, right, from, by, text }) => [
          say(`fund.steps.${figure}.name`),
          [money(wayOf(left, filter), from), ` ${sign} `, money(wayOf(right, filter), by)],
          [{ text, figure, href: formulaAddress(figure, filter) }],
        ]),
    ],
    foot: [],
  };
}

/** The months beside each other. */
export function monthsBlock({ overview: { months }, filter, say }: Told): Block {
  return {
    title: say("fund.months.title"),
    columns: [
      column(say("fund.months.columns.month"), 12),
      ...months.map(({ month }) => column(say("fund.months.month", { month: numberOfMonth(month) }), 11, "amount")),
    ],
    rows: [
      [
        say("fund.months.columns.paid"),
        ...months.map(({ month, amount }) => [
          money({ figure: `in-${month}`, href: `${recordsAddress("disbursements", filter)}#in-${month}` }, amount),
        ]),
      ],
      [
        say("fund.months.columns.running"),
        ...months.map(({ month, running }) => [
          money(
            { figure: "disbursed", href: recordsAddress("disbursements", filter, { asOf: endOf(month, filter.asOf) }) },
            running,
          ),
        ]),
      ],
    ],
    foot: [],
  };
}
