import { formulaAddress, recordsAddress, sitesAddress } from "@/components/fund/address";
import { SplitBars } from "@/components/fund/chart/split-bars";
import { basisPointsText, Count, Money, Sum } from "@/components/fund/sum";
import { Sheet } from "@/components/layout/sheet";
import type { FundOverview } from "@/lib/fund/queries/dashboard";
import { type FundFilter, isWholeYear } from "@/lib/fund/schema/filter";
import { getTranslations } from "@/lib/wording/translations";

/** 标准内与超标准: the three sums on one scale with the standard across them, and what of the surplus is carried out early. */
export async function SplitSheet({ overview, filter }: { overview: FundOverview; filter: FundFilter }) {
  const t = await getTranslations("fund.split");
  const { standard, arranged, early } = overview;
  const held = isWholeYear(filter) ? standard.standard : null;
  const rate = () => (
    <Sum figure="aid-rate" href={formulaAddress("aid-rate", filter)}>
      {basisPointsText(standard.rateBasisPoints)}
    </Sum>
  );

  return (
    <Sheet title={t("title")} note={held !== null && t.rich("floor", { rate })}>
      <div className="sheet-body">
        <SplitBars overview={overview} filter={filter} standard={held} />
        {held !== null && (
          <ul className="legend mt-4">
            <li>
              <i className="held" />
              {t("within")}
            </li>
            <li>
              <i className="planned" />
              {t("above")}
            </li>
          </ul>
        )}
        {held === null && <p className="small muted mt-4">{isWholeYear(filter) ? t("unconfirmed") : t("narrowed")}</p>}
        {early.count > 0 && (
          <p className="small muted mt-2">
            {held !== null && arranged.above > 0n
              ? t.rich("ofAbove", {
                  above: () => (
                    <Money
                      figure="above-arranged"
                      href={formulaAddress("above-arranged", filter)}
                      fen={arranged.above}
                    />
                  ),
                })
              : t("ofArranged")}
            {t.rich("early", {
              money: () => (
                <Money
                  figure="arranged"
                  href={recordsAddress("appropriations", filter, { scope: "EARLY" })}
                  fen={early.arranged}
                />
              ),
            })}
            {early.projects.map(({ id, name }, index) => (
              <span key={id}>
                {index > 0 && t("comma")}
                <a href={`/fund/projects/${id}`}>{name}</a>
              </span>
            ))}
            {early.sites > 0 &&
              t.rich("sites", {
                sites: () => (
                  <Count figure="sites" href={sitesAddress({ ...filter, scope: "EARLY" })} count={early.sites} />
                ),
                finished: () => (
                  <Count
                    figure="sites-finished"
                    href={sitesAddress({ ...filter, scope: "EARLY" }, "finished")}
                    count={early.sitesFinished}
                  />
                ),
              })}
            {t("stop")}
          </p>
        )}
      </div>
    </Sheet>
  );
}
