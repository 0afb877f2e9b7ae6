import { projectsAddress, recordsAddress, wholeYear } from "@/components/fund/address";
import { Count, Money } from "@/components/fund/sum";
import { Sheet } from "@/components/layout/sheet";
import { KeyFigures } from "@/components/ui/key-figures";
import type { FundOverview } from "@/lib/fund/queries/dashboard";
import { firstYear } from "@/lib/fund/rules/sums";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { getTranslations } from "@/lib/wording/translations";

/** A4, A6: all money paid since the first year, and how many projects it went to. */
export async function EverSheet({ overview: { ever }, filter }: { overview: FundOverview; filter: FundFilter }) {
  const t = await getTranslations("fund.ever");
  const since = { ...wholeYear(filter), since: firstYear };

  return (
    <Sheet
      title={t("title")}
      note={t("note", { first: firstYear, asOf: filter.asOf })}
      end={<a href={`/fund/standards?asOf=${filter.asOf}`}>{t("years")}</a>}
    >
      <KeyFigures
        figures={[
          {
            label: t("disbursed"),
            figure: <Money figure="disbursed" href={recordsAddress("disbursements", since)} fen={ever.disbursed} />,
          },
          {
            label: t("completed"),
            figure: <Money figure="completed" href={recordsAddress("progress", since)} fen={ever.completed} />,
          },
          {
            label: t("projects"),
            figure: <Count figure="projects" href={projectsAddress(since)} count={ever.count} />,
            unit: t("unit"),
          },
          {
            label: t("employment"),
            figure: (
              <Count figure="projects" href={projectsAddress(since, { employment: "yes" })} count={ever.employment} />
            ),
            unit: t("unit"),
          },
        ]}
      />
    </Sheet>
  );
}
