import { Figure } from "@/components/ui/figure";
import type { TaughtYear } from "@/lib/trainer/queries";
import { getTranslations } from "@/lib/wording/translations";

type Props = { trainerId: string; years: TaughtYear[] };

/** What was taught by the years and in all; each figure leads to exactly its lessons (U04). */
export async function TaughtYears({ trainerId, years }: Props) {
  if (years.length === 0) return null;
  const t = await getTranslations("lesson.trainer");
  const sum = (of: "periods" | "lessons" | "coming") => years.reduce((total, year) => total + year[of], 0);
  const all = { periods: sum("periods"), lessons: sum("lessons"), coming: sum("coming") };
  const line = (asked: string, head: string, { periods, lessons, coming }: typeof all) => {
    const address = `/trainers/${trainerId}?year=${asked}`;
    return (
      <tr key={asked}>
        <th scope="row" className="card-name">
          {head}
        </th>
        <td className="num card-side" data-label={t("periods")}>
          <Figure href={`${address}#lessons`} zero={periods === 0}>
            {periods}
          </Figure>
        </td>
        <td className="num card-below" data-label={t("lessons")}>
          <Figure href={`${address}#given`} zero={lessons === 0}>
            {lessons}
          </Figure>
        </td>
        <td className="num card-below-side" data-label={t("coming")}>
          <Figure href={`${address}#coming`} zero={coming === 0}>
            {coming}
          </Figure>
        </td>
      </tr>
    );
  };

  return (
    <section className="sheet" id="years" aria-labelledby="years-head">
      <div className="sheet-head">
        <h2 id="years-head">{t("years")}</h2>
        <p>{t("yearsNote")}</p>
      </div>
      <table className="table cards">
        <caption className="sr-only">{t("years")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("year")}</th>
            {(["periods", "lessons", "coming"] as const).map((of) => (
              <th scope="col" className="num" key={of}>
                {t(of)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{years.map(({ year, ...sums }) => line(String(year), t("yearOf", { year: String(year) }), sums))}</tbody>
        <tfoot>{line("all", t("allYears"), all)}</tfoot>
      </table>
    </section>
  );
}
