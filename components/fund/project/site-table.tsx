import { sitesAddress } from "@/components/fund/address";
import { Repeated } from "@/components/fund/sum";
import { Badge } from "@/components/ui/badge";
import type { SiteRow } from "@/lib/fund/queries/sites";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { getTranslations } from "@/lib/wording/translations";
import { ProjectName } from "./project-name";

type Props = { sites: SiteRow[]; filter: FundFilter; onlyFinished: boolean };

/** Each site with its project and the day it was finished; the foot says again how many there are. */
export async function SiteTable({ sites, filter, onlyFinished }: Props) {
  const t = await getTranslations("fund.sites");
  const finished = sites.filter(({ finishedOn }) => finishedOn !== null).length;

  return (
    <table className="table cards">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("site")}</th>
          <th scope="col">{t("project")}</th>
          <th scope="col">{t("finishedOn")}</th>
        </tr>
      </thead>
      <tbody>
        {sites.map(({ id, number, name, project, finishedOn }) => (
          <tr key={id} data-counted="sites">
            <th scope="row" className="card-name">
              {number}&ensp;{name}
            </th>
            <td className="card-below">
              <ProjectName project={project} />
            </td>
            <td className="card-side nowrap">{finishedOn ?? <Badge>{t("open")}</Badge>}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="card-name">
            {onlyFinished ? (
              <a href={sitesAddress(filter)}>{t("every")}</a>
            ) : (
              <>
                {t("all")} <Repeated figure="sites">{String(sites.length)}</Repeated>
              </>
            )}
          </th>
          <td className="card-below" />
          <td className="card-side">
            {t("finished")} <Repeated figure="sites-finished">{String(finished)}</Repeated>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
