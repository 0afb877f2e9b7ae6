import { projectsAddress, recordsAddress } from "@/components/fund/address";
import { StateBadge } from "@/components/fund/state-badge";
import { Count, Money } from "@/components/fund/sum";
import type { FundOverview } from "@/lib/fund/queries/dashboard";
import { totalsOf } from "@/lib/fund/rules/sums";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { getTranslations } from "@/lib/wording/translations";

type Props = Pick<FundOverview, "states" | "projects" | "totals"> & {
  filter: FundFilter;
  /** Leaves out the states no project is in. */
  onlyPresent?: boolean;
};

export async function StateTable({ states, projects, totals, filter, onlyPresent }: Props) {
  const t = await getTranslations("fund.state");
  const count = (rows: number, change: Partial<FundFilter>) => (
    <Count figure="projects" href={projectsAddress(filter, change)} count={rows} />
  );
  const arranged = (fen: bigint, change?: Partial<FundFilter>) => (
    <Money figure="arranged" href={recordsAddress("appropriations", filter, change)} fen={fen} />
  );
  const carried = totalsOf(projects.filter(({ scope }) => scope === "CARRIED"));
  const shown = onlyPresent ? states.filter(({ inPlan, early }) => inPlan + early > 0) : states;
  const all = (scope: "inPlan" | "early") => states.reduce((sum, state) => sum + state[scope], 0);

  return (
    <table className="table">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("columns.state")}</th>
          <th scope="col" className="num">
            {t("columns.inPlan")}
          </th>
          <th scope="col" className="num">
            {t("columns.early")}
          </th>
          <th scope="col" className="num">
            {t("columns.arranged")}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ state, inPlan, early, arranged: fen }) => (
          <tr key={state}>
            <th scope="row">
              <StateBadge state={state} />
            </th>
            <td className="num">{count(inPlan, { state, scope: "IN_PLAN" })}</td>
            <td className="num">{count(early, { state, scope: "EARLY" })}</td>
            <td className="num">{arranged(fen, { state })}</td>
          </tr>
        ))}
        {carried.count > 0 && (
          <tr>
            <th scope="row">
              {t("carried")} {count(carried.count, { scope: "CARRIED" })}
            </th>
            <td className="num muted">–</td>
            <td className="num muted">–</td>
            <td className="num">{arranged(carried.arranged, { scope: "CARRIED" })}</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("total")}</th>
          <td className="num">{count(all("inPlan"), { scope: "IN_PLAN" })}</td>
          <td className="num">{count(all("early"), { scope: "EARLY" })}</td>
          <td className="num">{arranged(totals.arranged)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
