import { Sheet } from "@/components/layout/sheet";
import { Link } from "@/components/ui/link";
import type { findToDo } from "@/lib/fund/queries/to-do";
import { type Month, yearOf } from "@/lib/value/calendar";
import { numberOfMonth } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";

type Props = { toDo: Awaited<ReturnType<typeof findToDo>>; proposes: boolean; decides: boolean };

/** Months and years that can go on: to be reported by the one, to be locked or closed by the other. */
export async function PeriodsToDo({ toDo, proposes, decides }: Props) {
  const t = await getTranslations("money.toDo.periods");
  const lines = [
    ...(proposes ? toDo.reportable.map(({ month }) => ({ ...placeOf(month), word: "report" as const })) : []),
    ...(decides ? toDo.reported.map(({ month }) => ({ ...placeOf(month), word: "lock" as const })) : []),
    ...(decides
      ? toDo.closing.map(({ year }) => ({ href: `/fund/months?year=${year}`, year, month: 0, word: "close" as const }))
      : []),
  ];
  if (lines.length === 0) return null;

  return (
    <Sheet title={t("title", { count: lines.length })}>
      <ul className="todo">
        {lines.map(({ href, year, month, word }) => (
          <li key={`${href}-${word}`}>
            <div>
              <Link href={href}>{t(word, { year, month })}</Link>
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function placeOf(month: Month) {
  const year = yearOf(month);
  return { href: `/fund/months?year=${year}&month=${month}#step`, year, month: numberOfMonth(month) };
}
