import { getTranslations } from "next-intl/server";
import { DemoTimes } from "@/components/layout/demo-times";
import { Empty } from "@/components/ui/empty";
import type { HistoryEntry } from "@/lib/audit/queries";
import { lookUp } from "@/lib/wording/lookup";

/** What a stored value reads as: a code, a state; undefined leaves it as it is, an empty text leaves its field out. */
export type ReadValue = (field: string, value: string) => string | undefined;

type Props = { entries: HistoryEntry[]; read?: ReadValue };

/** U31: who changed which field, when, from what to what and why, the newest change first. */
export async function HistoryTable({ entries, read }: Props) {
  const [t, done] = await Promise.all([getTranslations("audit.history"), lookUp("done")]);
  if (entries.length === 0) return <Empty lead={t("none")} />;

  const verb = (name: string) => (done.has(name) ? done(name).replace(/[.\u3002]$/, "") : name);
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
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className="c2 nowrap align-top">
                <time dateTime={entry.at.toISOString()}>{moment.format(entry.at)}</time>
              </td>
              <td className="c4 nowrap align-top">{entry.actorName}</td>
              <td className="c1 align-top">
                {verb(entry.verb)}
                {entry.reason && <p className="small muted">{t("reason", { reason: entry.reason })}</p>}
              </td>
              <td className="c3 col-span-full row-start-3 align-top">
                <Changes entry={entry} read={read} />
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
export async function Changes({ entry, read }: { entry: HistoryEntry; read?: ReadValue | undefined }) {
  const [t, label] = await Promise.all([getTranslations("audit.history"), lookUp("field")]);
  const shown = (field: string, value: unknown): string => {
    if (!says(value)) return value === false ? t("no") : t("nothing");
    if (value === true) return t("yes");
    if (Array.isArray(value)) return value.map((one) => shown(field, one)).join(t("between"));
    return read?.(field, String(value)) ?? String(value);
  };

  // What a mask hides reads the same on both sides: then it says that it changed.
  const changeOf = (was: string, is: string) => (was === is ? t("masked") : t("change", { before: was, after: is }));

  return (
    <dl className="grid grid-cols-[minmax(7em,1fr)_minmax(0,2fr)] gap-x-3">
      {changesOf(entry).map(
        ({ field, before, after }) =>
          shown(field, after) !== "" && (
            <div className="contents" key={field}>
              <dt className="muted">{label.has(field) ? label(field) : field}</dt>
              <dd className="text-ink break-words">
                {field in Object(entry.before)
                  ? changeOf(shown(field, before), shown(field, after))
                  : shown(field, after)}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

type Change = { field: string; before: unknown; after: unknown };

/** The fields of an entry that say something; what was empty and stayed empty says nothing. */
function changesOf({ before, after }: HistoryEntry): Change[] {
  const was = Object(before) as Record<string, unknown>;
  const is = Object(after) as Record<string, unknown>;
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return fields
    .map((field) => ({ field, before: was[field], after: is[field] }))
    .filter((change) => says(change.before) || says(change.after));
}

const says = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== "" &&
  value !== false &&
  !(Array.isArray(value) && value.length === 0);

/** R86: as tables write it, by the base's clock. */
const moment = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" });
