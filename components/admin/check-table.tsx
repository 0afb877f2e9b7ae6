import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { More } from "@/components/ui/more";
import type { Check } from "@/lib/check/queries";
import { getTranslations } from "@/lib/wording/translations";

/** Every check with what it found; rows are ids and numbers, so that whoever repairs them knows where to look. */
export async function CheckTable({ checks }: { checks: Check[] }) {
  const t = await getTranslations("checks");
  return (
    <table className="table cards">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("check")}</th>
          <th scope="col">{t("view")}</th>
          <th scope="col" className="num">
            {t("found")}
          </th>
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => (
          <Row key={check.name} check={check} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ check: { name, total, rows } }: { check: Check }) {
  const t = useTranslations("checks");
  const key = `names.${name}` as "names.year_over_capacity";

  return (
    <tr>
      <th scope="row" className="card-name">
        {t.has(key) ? t(key) : name}
        {total > 0 && (
          <More summary={t("rows", { shown: rows.length })} open>
            <ul className="small">
              {rows.map((row) => (
                <li key={JSON.stringify(row)}>
                  {Object.entries(row)
                    .map(([column, value]) => `${column} ${value}`)
                    .join(" · ")}
                </li>
              ))}
            </ul>
          </More>
        )}
      </th>
      <td className="card-below">
        <code>{name}</code>
      </td>
      <td className="num card-side">
        <Badge kind={total === 0 ? "ok" : "bad"}>{total === 0 ? t("none") : t("some", { total })}</Badge>
      </td>
    </tr>
  );
}
