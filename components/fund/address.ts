import type { Ledger } from "@/lib/fund/rules/ledger";
import { type FundFilter, fundQuery } from "@/lib/fund/schema/filter";
import type { FigureName } from "./sum";

type Change = Partial<FundFilter>;

/** Where a figure leads to: the same filter, narrowed to what the figure counts. */
export const fundAddress = (filter: FundFilter, change?: Change) => `/fund?${fundQuery(filter, change)}`;
export const recordsAddress = (ledger: Ledger, filter: FundFilter, change?: Change) =>
  `/fund/${ledger}?${fundQuery(filter, change)}`;
export const projectsAddress = (filter: FundFilter, change?: Change) => `/fund/projects?${fundQuery(filter, change)}`;
export const sitesAddress = (filter: FundFilter, reached?: "finished") =>
  `/fund/sites?${fundQuery(filter)}${reached ? `&sites=${reached}` : ""}`;
export const formulaAddress = (figure: FigureName, filter: FundFilter, change?: Change) =>
  `/fund/formula?${fundQuery(filter, change)}#${figure}`;
export const revenueAddress = (year: number, { asOf }: Pick<FundFilter, "asOf">) =>
  `/fund/revenues?year=${year}&asOf=${asOf}`;

/** All money of one year: the only sum that is held against the standard, which is one of the whole year. */
export const wholeYear = ({ year, asOf }: FundFilter): FundFilter => ({ year, since: year, asOf });

/** What the overview is narrowed to: it shows every state and every scope apart, so its address has none of them. */
export const ofOverview = ({ year, asOf, category, project }: FundFilter): FundFilter => ({
  year,
  since: year,
  asOf,
  category,
  project,
});
