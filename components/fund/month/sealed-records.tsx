import { Wan } from "@/components/fund/record/wan";
import { Link } from "@/components/ui/link";
import type { Change } from "@/lib/fund/rules/sealed";
import { yearOf } from "@/lib/value/calendar";
import { monthOf } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";

/** I40: the records behind the differences, each one press away. */
export async function SealedRecords({ changes }: { changes: Change[] }) {
  const t = await getTranslations("money.sealed");
  const columns = ["day", "figure", "paper", "project", "belongs"] as const;

  return (
    <table className="table cards">
      <caption className="sr-only">{t("records", { count: changes.length })}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {t(`columns.${column}`)}
            </th>
          ))}
          <th scope="col" className="num">
            {t("columns.change")}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ href, figure, datedOn, documentNo, project, belongsOn, amount }) => (
          <tr key={`${href} ${figure}`}>
            <td className="nowrap card-below">{datedOn}</td>
            <td>{t(`figures.${figure}`)}</td>
            <th scope="row" className="card-name">
              <Link href={href}>{documentNo || datedOn}</Link>
            </th>
            <td>
              {project && (
                <Link href={`/fund/projects/${project.id}`}>
                  {project.code} {project.name}
                </Link>
              )}
            </td>
            <td className="nowrap card-below-side">
              <span className="md:hidden">{t(`figures.${figure}`)}</span>
              <span className="max-md:hidden">{isOfYear(figure) ? yearOf(belongsOn) : monthOf(belongsOn)}</span>
            </td>
            <td className="num card-side">
              {amount === null ? <span className="muted">{t("unknown")}</span> : <Wan fen={amount} exact />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is no sum of a month. */
const isOfYear = (figure: Change["figure"]): boolean => figure === "standard" || figure === "totalInvestment";
