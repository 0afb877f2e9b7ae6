import { getLocale } from "next-intl/server";
import type { AccessRow } from "@/lib/audit/queries/access";
import { tellAccess } from "@/lib/report/queries/log/told-access";
import { minuteOfInstant } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";

/** Who came in, was turned away, looked at a number or took a file: when, from where, and why he said. */
export async function AccessTable({ entries }: { entries: AccessRow[] }) {
  const [t, locale] = await Promise.all([getTranslations("audit"), getLocale()]);

  return (
    <table className="table cards">
      <caption className="sr-only">{t("access.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("history.at")}</th>
          <th scope="col">{t("access.who")}</th>
          <th scope="col">{t("history.what")}</th>
          <th scope="col">{t("access.about")}</th>
          <th scope="col">{t("access.reason")}</th>
          <th scope="col" className="num">
            {t("access.rows")}
          </th>
          <th scope="col" className="after-num">
            {t("access.address")}
          </th>
        </tr>
      </thead>
      <tbody>
        {tellAccess(entries, locale).map(({ id, at, name, act, about, reason, rows, address }) => (
          <tr key={id}>
            <td className="nowrap card-side">
              <time dateTime={at.toISOString()}>{minuteOfInstant(at)}</time>
            </td>
            <td className="card-below-side">{name ?? <span className="muted">{t("access.nobody")}</span>}</td>
            <th scope="row" className="card-name">
              {act}
            </th>
            <td className="card-below">{about}</td>
            <td>{reason}</td>
            <td className="num">{rows}</td>
            <td className="nowrap after-num">{address}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
