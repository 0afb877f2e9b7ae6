import { rollRows } from "@/components/attendance/roll-words";
import type { Roll } from "@/lib/attendance/queries/roll";
import { getTranslations } from "@/lib/wording/translations";

/** The roll for somebody who only looks at it, or when nothing can be written. */
export async function RollList({ roll }: { roll: Roll }) {
  const [t, rows] = await Promise.all([getTranslations("attendance"), rollRows(roll)]);
  return (
    <div className="table-wrap">
      <table className="table cards">
        <caption className="sr-only">{t("roll.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("grid.name")}</th>
            <th scope="col">{t("title")}</th>
            <th scope="col">{t("roll.note")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, place, mark, waiting, status, note }) => (
            <tr key={id}>
              <th scope="row" className="card-name">
                {name}
                <small className="muted">&ensp;{place}</small>
              </th>
              <td className="card-side">{waiting ? "–" : t(`marks.${mark}`)}</td>
              <td className="card-below col-span-full">
                {note}
                <small className="muted">&ensp;{status}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
