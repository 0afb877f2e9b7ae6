import { Link } from "@/components/ui/link";
import type { CodeKind } from "@/lib/code/schema";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";
import { CodeBadge, type CodeItem } from "./code-badge";

type Props = { kind: CodeKind; items: CodeItem[]; today: Day; mayEdit: boolean };

/** A code table in the order in which forms offer it. */
export async function CodeTable({ kind, items, today, mayEdit }: Props) {
  const t = await getTranslations("dictionary");
  return (
    <table className="table cards">
      <caption className="sr-only">{t(`kinds.${kind}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t("columns.zh")}</th>
          <th scope="col">{t("columns.en")}</th>
          <th scope="col">{t("columns.code")}</th>
          <th scope="col" className="num">
            {t("columns.position")}
          </th>
          <th scope="col" className="after-num">
            {t("columns.span")}
          </th>
          <th scope="col">{t("columns.state")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.code}>
            <th scope="row" className="card-name">
              <Link href={`/admin/dictionaries/${kind}/${item.code}`}>
                {item.zh}
                <span className="sr-only">{mayEdit && t("edit")}</span>
              </Link>
            </th>
            <td className="card-below">{item.en}</td>
            <td>{item.code}</td>
            <td className="num">{item.position}</td>
            <td className="after-num nowrap card-below-side">
              {t("span", {
                from: item.validFrom === "1900-01-01" ? t("always") : item.validFrom,
                to: item.validTo ?? t("open"),
              })}
            </td>
            <td className="card-side">
              <CodeBadge item={item} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
