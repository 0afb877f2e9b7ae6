import "server-only";
import { snapshot, type Tx } from "@/lib/database/db";
import { listLaterRecords, listLaterTotals } from "@/lib/fund/queries/changes";
import { listOutside } from "@/lib/fund/queries/decisions";
import { findFund, listMonths } from "@/lib/fund/queries/months";
import { listProjectSums } from "@/lib/fund/queries/projects";
import { findStandard } from "@/lib/fund/queries/standard";
import { outsideSums } from "@/lib/fund/rules/outside";
import { type Change, differenceOf, hasChanged, type SealedFigure, sealedFigure } from "@/lib/fund/rules/sealed";
import { totalsOf } from "@/lib/fund/rules/sums";
import { addDays, addMonths, type Day } from "@/lib/value/calendar";
import { firstDay, lastDay } from "@/lib/value/period";

/** I40: a year as it was closed and its months as they were reported, against what is known today; read at one instant. */
export const findSealedYear = (year: number, today: Day, tx?: Tx) =>
  tx ? read(year, today, tx) : snapshot((tx) => read(year, today, tx));

export type SealedYear = Awaited<ReturnType<typeof read>>;

async function read(year: number, today: Day, tx: Tx) {
  const later = await listLaterRecords(year, today, tx);
  const fund = await findFund(year, tx);
  const closedAt = fund?.state === "CLOSED" ? fund.closedAt : null;
  const months = (await listMonths(year, tx)).flatMap(({ month, submittedAt, ...sums }) => {
    if (!submittedAt) return [];
    const first = firstDay(month);
    const seal = { first, last: addDays(addMonths(first, 1), -1), sealedAt: submittedAt };
    const names = ["arranged", "disbursed", "completed"] as const;
    return [{ month, figures: names.map((name) => sealedFigure(name, sums[name], later, seal)) }];
  });
  return {
    year,
    closedAt,
    figures: closedAt ? await figuresOf(year, closedAt, today, later, tx) : [],
    months,
    changedMonths: months
      .map(({ month, figures }) => ({ month, figures: figures.filter(hasChanged) }))
      .filter(({ figures }) => figures.length > 0),
  };
}

/** Each figure by the query that every other page asks it of (I25). */
async function figuresOf(year: number, closedAt: Date, today: Day, later: Change[], tx: Tx): Promise<SealedFigure[]> {
  const seal = { first: firstDay(year), last: lastDay(year), sealedAt: closedAt };
  const projects = await listProjectSums({ year, since: year, asOf: seal.last }, tx);
  const sums = totalsOf(projects);
  const outside = await listOutside({ year, asOf: seal.last }, tx);
  const [social, operating] = [outsideSums(outside, "SOCIAL"), outsideSums(outside, "OPERATING")];
  const figure = (name: SealedFigure["name"], stands: bigint) => sealedFigure(name, stands, later, seal);

  const figures = [
    await standardOf(year, closedAt, today, tx),
    figure("arranged", sums.arranged),
    figure("disbursed", sums.disbursed),
    figure("completed", sums.completed),
    await totalOf(year, closedAt, tx),
    figure("socialPlanned", social.planned),
    figure("socialCome", social.come),
    figure("operatingPlanned", operating.planned),
    figure("operatingCome", operating.come),
  ];
  // R78: what is no aid money is shown where there is some.
  return figures.filter((one) => !/^(social|operating)/.test(one.name) || one.sealed || one.now);
}

/** R62: the standard is sealed by the revenue that was approved by then; a later version is the record behind the difference. */
async function standardOf(year: number, closedAt: Date, today: Day, tx: Tx): Promise<SealedFigure> {
  const then = await findStandard(year, today, tx, closedAt);
  const now = await findStandard(year, today, tx);
  const figure = { sealed: then.standard, now: now.standard };
  const changes: Change[] =
    now.revenue && now.revenue.id !== then.revenue?.id
      ? [
          {
            figure: "standard",
            href: `/fund/revenues/${now.revenue.id}`,
            documentNo: now.revenue.documentNo,
            datedOn: now.revenue.datedOn,
            belongsOn: lastDay(year),
            settledAt: now.revenue.decidedAt ?? closedAt,
            amount: differenceOf(figure),
            project: null,
          },
        ]
      : [];
  return { name: "standard", ...figure, changes };
}

/** R73: what the year's projects may cost in all; an adjustment changes it for today only. */
async function totalOf(year: number, closedAt: Date, tx: Tx): Promise<SealedFigure> {
  const { _sum } = await tx.project.aggregate({ where: { implementYear: year }, _sum: { totalInvestment: true } });
  const changes = await listLaterTotals(year, closedAt, tx);
  const now = _sum.totalInvestment ?? 0n;
  const moved = changes.reduce((total, { amount }) => total + (amount ?? 0n), 0n);
  return { name: "totalInvestment", sealed: now - moved, now, changes };
}
