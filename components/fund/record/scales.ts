import { getMessages } from "next-intl/server";
import { listFunds } from "@/lib/fund/queries/months";
import { findStandard, listStandards } from "@/lib/fund/queries/standard";
import type { Kind } from "@/lib/fund/rules/ledger";
import type { ProjectChoice } from "@/lib/project/queries";
import type { Day } from "@/lib/value/calendar";
import { yearOf } from "@/lib/value/calendar";
import type { Fen } from "@/lib/value/money";
import { sentences } from "@/lib/wording/lookup";
import type { Scale } from "./amount-said";

/** What an amount of this kind is held against while it is typed: what is left of a project or a year, or the standard. */
export async function scaleOf(
  kind: Kind,
  today: Day,
  projects: ProjectChoice[],
  year: number,
): Promise<Scale | undefined> {
  const words = await sentences((await getMessages()).money.amount);

  switch (kind) {
    case "appropriation": {
      const left = (await listFunds()).map(({ year, approvedTotal, arranged }) => [year, approvedTotal - arranged]);
      return { kind: "left", by: "datedOn", left: Object.fromEntries(left), words: { ...words, ...words.arrange } };
    }
    case "disbursement":
      return { kind: "left", by: "projectId", left: leftOf(projects, toPay), words: { ...words, ...words.pay } };
    case "progress":
      return {
        kind: "left",
        by: "projectId",
        left: leftOf(projects, toComplete),
        paid: leftOf(projects, ({ disbursed, completed }) => disbursed - completed),
        words: { ...words, ...words.complete },
      };
    case "plan": {
      const years = [year, ...[-1, 0, 1].map((step) => yearOf(today) + step)];
      const standards = await listStandards(years, today);
      return {
        kind: "standard",
        by: "year",
        standards: Object.fromEntries([...standards.values()].map(({ year, standard }) => [year, standard])),
        words: words.plan,
      };
    }
    case "revenue": {
      const { rateBasisPoints } = await findStandard(yearOf(today), today);
      return { kind: "revenue", by: "year", rateBasisPoints, words: words.revenue };
    }
    case "outside":
      return undefined;
  }
}

/** What stands at every amount, whatever it is held against. */
export async function amountWords() {
  const { wan, yuan, yi, capitals } = (await getMessages()).money.amount;
  return sentences({ wan, yuan, yi, capitals });
}

/** What may still be paid to a project (R67), and still be recorded as completed (R71). */
export const toPay = ({ arranged, disbursed }: ProjectChoice): Fen => arranged - disbursed;
export const toComplete = ({ totalInvestment, completed }: ProjectChoice): Fen => totalInvestment - completed;

const leftOf = (projects: ProjectChoice[], of: (project: ProjectChoice) => Fen): Record<string, Fen> =>
  Object.fromEntries(projects.map((project) => [project.id, of(project)]));
