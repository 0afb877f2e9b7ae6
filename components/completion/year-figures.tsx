import { KeyFigures } from "@/components/ui/key-figures";
import type { CompletionYear } from "@/lib/completion/queries/year";
import { tallyCells } from "@/lib/report/sheet/tally-cells";
import { getTranslations } from "@/lib/wording/translations";

/** 人次 and 人数 side by side, with what they are of; the table below repeats the sums. */
export async function YearFigures({ found: { sums } }: { found: CompletionYear }) {
  const t = await getTranslations("completion.year.figures");
  const cells = tallyCells(sums.all);
  const to = (text: string | number | null) => <a href="#sums">{text ?? "–"}</a>;
  return (
    <section className="sheet" aria-label={t("title")}>
      <KeyFigures
        figures={[
          {
            label: t("trained"),
            figure: to(cells.personTimes),
            unit: t("times"),
            note: t("trainedNote", { headcount: cells.headcount, outside: sums.outside.personTimes }),
          },
          {
            label: t("completed"),
            figure: to(cells.completed),
            unit: t("times"),
            note: t("completedNote", { headcount: cells.completedHeads, certified: sums.all.certified }),
          },
          {
            label: t("rate"),
            figure: to(cells.completionRate),
            unit: "%",
            note: t("rateNote", { notCompleted: cells.notCompleted, dropped: cells.dropped }),
          },
          {
            label: t("attendance"),
            figure: to(cells.attendance),
            unit: "%",
            note: t("attendanceNote", { theory: cells.theory ?? "–", practice: cells.practice ?? "–" }),
          },
        ]}
      />
    </section>
  );
}
