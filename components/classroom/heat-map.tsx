import type { Use } from "@/lib/lesson/queries/use";
import { type HalfUse, shadeOf, shareUsed } from "@/lib/lesson/rules/use";
import { rateOf } from "@/lib/report/sheet/use-cells";
import { getTranslations } from "@/lib/wording/translations";

/** Which half-days of the week each classroom is used in: the figure stands in the cell, the shade only repeats it. */
export async function HeatMap({ use: { uses, total } }: { use: Use }) {
  const t = await getTranslations("lesson");
  const places = total.halves.flatMap(({ open }, place) => (open > 0 ? [place] : []));
  const days = [...new Set(places.map((place) => total.halves[place]?.weekday as 1))];
  if (places.length === 0) return <p className="sheet-note">{t("use.closedAll")}</p>;

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways is scrolled by keyboard too (U38)
    <section className="table-wrap" tabIndex={0} aria-label={t("use.scroll")}>
      <table className="table heat">
        <caption className="sr-only">{t("use.heat")}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t("table.room")}
            </th>
            {days.map((day) => (
              <th scope="colgroup" colSpan={2} key={day}>
                {t(`weekday.${day}`)}
              </th>
            ))}
          </tr>
          <tr>
            {days.flatMap((day) =>
              (["am", "pm"] as const).map((half) => (
                <th scope="col" key={`${day} ${half}`}>
                  {t(`half.${half}`)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {uses.map(({ room, halves }) => (
            <tr key={room.number}>
              <th scope="row">
                <a href={`/classrooms/${room.number}`}>
                  {room.label} {room.name}
                </a>
              </th>
              <Cells halves={places.map((place) => halves[place] as HalfUse)} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("use.total")}</th>
            <Cells halves={places.map((place) => total.halves[place] as HalfUse)} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

const Cells = ({ halves }: { halves: HalfUse[] }) =>
  halves.map((one) => (
    <td key={`${one.weekday} ${one.half}`} data-shade={shadeOf(shareUsed(one))}>
      {rateOf(one) === null ? "–" : `${rateOf(one)}%`}
    </td>
  ));
