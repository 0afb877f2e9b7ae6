import type { listCapacities } from "@/lib/setting/queries";
import { getTranslations } from "@/lib/wording/translations";

type Props = { years: Awaited<ReturnType<typeof listCapacities>> };

/** R21, R24: what each year may take, what is held, and the least it can be lowered to. */
export async function CapacityTable({ years }: Props) {
  const t = await getTranslations("setting.capacity");
  return (
    <table className="table cards">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("year")}</th>
          <th scope="col" className="num">
            {t("capacity")}
          </th>
          <th scope="col" className="num">
            {t("held")}
          </th>
          <th scope="col" className="num">
            {t("planned")}
          </th>
          <th scope="col" className="num">
            {t("left")}
          </th>
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, capacity, held, planned }) => (
          <tr key={year}>
            <th scope="row" className="card-name">
              {t("yearName", { year: String(year) })}
            </th>
            <td className="num card-side">{t("number", { number: capacity })}</td>
            <td className="num card-below" data-label={t("held")}>
              {t("number", { number: held })}
            </td>
            <td className="num">{t("number", { number: planned })}</td>
            <td className="num card-below-side" data-label={t("left")}>
              {t("number", { number: capacity - Math.max(held, planned) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
