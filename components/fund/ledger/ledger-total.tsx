import { formulaAddress, projectsAddress, recordsAddress } from "@/components/fund/address";
import { CarriedOver } from "@/components/fund/overview/carried-over";
import { Count, Money, Rate, Repeated } from "@/components/fund/sum";
import { KeyFigures } from "@/components/ui/key-figures";
import type { ProjectRow } from "@/lib/fund/queries/projects";
import { type Ledger, sumOf } from "@/lib/fund/rules/ledger";
import { totalsOf } from "@/lib/fund/rules/sums";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { type Fen, formatWan, spokenCny } from "@/lib/value/money";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  ledger: Ledger;
  projects: ProjectRow[];
  /** Of records that were searched for: what those found add up to; there is no rate of them. */
  found: Fen | undefined;
  filter: FundFilter;
};

/** The sum somebody came for, said again from the shared query (I25), and what it stands beside. */
export async function LedgerTotal({ ledger, projects, found, filter }: Props) {
  const t = await getTranslations("fund");
  const totals = totalsOf(projects);
  const name = sumOf[ledger];

  if (found !== undefined)
    return (
      <section className="sheet" aria-label={t(`sums.${name}`)}>
        <KeyFigures
          figures={[
            {
              label: t("sums.found", { of: t(`sums.${name}`) }),
              figure: <Repeated figure={name}>{formatWan(found)}</Repeated>,
              unit: t("unit", { cny: spokenCny(found) }),
            },
          ]}
        />
      </section>
    );
  return (
    <section className="sheet" aria-label={t(`sums.${name}`)}>
      <KeyFigures
        figures={[
          {
            label: t(`sums.${name}`),
            figure: <Repeated figure={name}>{formatWan(totals[name])}</Repeated>,
            unit: t("unit", { cny: spokenCny(totals[name]) }),
            note: name !== "arranged" && (
              <CarriedOver
                of={name}
                fen={totals[name] - (name === "disbursed" ? totals.ownDisbursed : totals.ownCompleted)}
                filter={filter}
              />
            ),
          },
          {
            label: t("columns.project"),
            figure: <Count figure="projects" href={projectsAddress(filter)} count={totals.count} />,
            unit: t("ever.unit"),
          },
          ...(ledger === "appropriations"
            ? []
            : [
                {
                  label: t("sums.arranged"),
                  figure: (
                    <Money figure="arranged" href={recordsAddress("appropriations", filter)} fen={totals.arranged} />
                  ),
                },
                {
                  label: t(ledger === "progress" ? "sums.completionRate" : "sums.paymentRate"),
                  figure: (
                    <Rate
                      figure={ledger === "progress" ? "completion-rate" : "payment-rate"}
                      href={formulaAddress(ledger === "progress" ? "completion-rate" : "payment-rate", filter)}
                      part={name === "disbursed" ? totals.ownDisbursed : totals.ownCompleted}
                      of={totals.arranged}
                    />
                  ),
                },
              ]),
        ]}
      />
    </section>
  );
}
