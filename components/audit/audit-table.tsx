import { getLocale } from "next-intl/server";
import { type Query, withQuery } from "@/components/ui/address";
import type { HistoryEntry } from "@/lib/audit/queries/entries";
import { tellEntries } from "@/lib/report/queries/log/told";
import { minuteOfInstant } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";
import { Changes } from "./history-table";

/** The whole audit: when, who, what, about which record, from what to what; each record leads to its own entries. */
export async function AuditTable({ entries, query }: { entries: HistoryEntry[]; query: Query }) {
  const t = await getTranslations("audit");
  return (
    <table className="table cards">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("history.at")}</th>
          <th scope="col">{t("history.who")}</th>
          <th scope="col">{t("history.what")}</th>
          <th scope="col">{t("subject")}</th>
          <th scope="col">{t("history.changes")}</th>
        </tr>
      </thead>
      <tbody>
        {(await tellEntries(entries, await getLocale())).map((entry) => (
          <tr key={entry.id}>
            <td className="nowrap align-top card-side">
              <time dateTime={entry.at.toISOString()}>{minuteOfInstant(entry.at)}</time>
            </td>
            <td className="align-top card-below-side">
              {entry.actorName}
              <p className="small muted">{entry.role}</p>
            </td>
            <th scope="row" className="align-top card-name">
              {entry.act}
              {entry.why && <p className="small muted">{t("history.reason", { reason: entry.why })}</p>}
            </th>
            <td className="align-top">
              {entry.kind}
              <p className="small">
                <a href={withQuery("/admin/audit", query, { id: entry.subjectId, before: undefined })}>
                  {entry.about || t("only")}
                </a>
              </p>
            </td>
            <td className="align-top card-below col-span-full row-start-3">
              <Changes changes={entry.changes} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
