import { getLocale } from "next-intl/server";
import { DemoTimes } from "@/components/base/demo-times";
import { Empty } from "@/components/ui/empty";
import type { HistoryEntry } from "@/lib/audit/queries/entries";
import { type ToldEntry, tellEntries } from "@/lib/report/queries/log/told";
import { minuteOfInstant } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";

/** U31: who changed which field, when, from what to what and why, the newest change first; `named` where several records are told of. */
export async function HistoryTable({ entries, named }: { entries: HistoryEntry[]; named?: boolean }) {
  const t = await getTranslations("audit.history");
  if (entries.length === 0) return <Empty lead={t("none")} />;

  return (
    <>
      <table className="table cards">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("at")}</th>
            <th scope="col">{t("who")}</th>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("changes")}</th>
          </tr>
        </thead>
        <tbody>
          {(await tellEntries(entries, await getLocale())).map((entry) => (
            <tr key={entry.id}>
              <td className="card-side nowrap align-top">
                <time dateTime={entry.at.toISOString()}>{minuteOfInstant(entry.at)}</time>
              </td>
              <td className="card-below-side nowrap align-top">{entry.actorName}</td>
              <td className="card-name align-top">
                {entry.act}
                {named && <p className="small">{entry.about}</p>}
                {entry.why && <p className="small muted">{t("reason", { reason: entry.why })}</p>}
              </td>
              <td className="card-below col-span-full row-start-3 align-top">
                <Changes changes={entry.changes} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <DemoTimes />
    </>
  );
}

/** The fields an entry speaks of, each from what to what. */
export async function Changes({ changes }: Pick<ToldEntry, "changes">) {
  const t = await getTranslations("audit.history");
  return (
    <dl className="grid grid-cols-[minmax(7em,1fr)_minmax(0,2fr)] gap-x-3">
      {changes.map(({ field, label, before, after }) => (
        <div className="contents" key={field}>
          <dt className="muted">{label}</dt>
          <dd className="ink-text breaks">{before === undefined ? after : t("change", { before, after })}</dd>
        </div>
      ))}
    </dl>
  );
}
