import { recordsAddress } from "@/components/fund/address";
import { Money } from "@/components/fund/sum";
import { KeyFigures } from "@/components/ui/key-figures";
import type { ProjectRow } from "@/lib/fund/queries/projects";
import { type Day, yearOf } from "@/lib/value/calendar";
import { type Fen, formatWan, percent1, spokenCny } from "@/lib/value/money";
import { getTranslations } from "@/lib/wording/translations";

/** R77: the three sums of a project, never one, each with how far it has come and what is left of it. */
export async function ProjectSums({ sums, today }: { sums: ProjectRow; today: Day }) {
  const t = await getTranslations("project.sums");
  const { id, totalInvestment, arranged, disbursed, completed } = sums;
  const filter = { year: yearOf(today), since: 2000, asOf: today, project: id };

  return (
    <section className="sheet" aria-label={t("title")}>
      <KeyFigures
        figures={[
          {
            label: t("totalInvestment"),
            figure: formatWan(totalInvestment),
            unit: t("wan", { cny: spokenCny(totalInvestment) }),
            note: t("toComplete", { left: formatWan(totalInvestment - completed) }),
          },
          {
            label: t("arranged"),
            figure: <Money figure="arranged" href={recordsAddress("appropriations", filter)} fen={arranged} />,
            unit: t("wan", { cny: spokenCny(arranged) }),
            note: t("toPay", { left: formatWan(arranged - disbursed) }),
          },
          {
            label: t("disbursed"),
            figure: <Money figure="disbursed" href={recordsAddress("disbursements", filter)} fen={disbursed} />,
            unit: t("wan", { cny: spokenCny(disbursed) }),
            note: t("paymentRate", { rate: rateOf(disbursed, arranged) }),
          },
          {
            label: t("completed"),
            figure: <Money figure="completed" href={recordsAddress("progress", filter)} fen={completed} />,
            unit: t("wan", { cny: spokenCny(completed) }),
            note:
              completed > disbursed ? (
                <span className="warn-text">{t("beyondPaid", { over: formatWan(completed - disbursed) })}</span>
              ) : (
                t("completionRate", { rate: rateOf(completed, arranged) })
              ),
          },
        ]}
      />
    </section>
  );
}

/** Of nothing there is no part, and no sign of one. */
function rateOf(part: Fen, of: Fen): string {
  const percent = percent1(part, of);
  return percent === undefined ? "–" : `${percent}%`;
}
