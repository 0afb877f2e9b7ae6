import { getTranslations } from "next-intl/server";
import { moment } from "@/components/account/moment";
import { type Query, withQuery } from "@/components/ui/address";
import type { HistoryEntry } from "@/lib/audit/queries";
import { lookUp } from "@/lib/wording/lookup";
import { Changes } from "./history-table";
import { maskNumbers } from "./mask";

/** The whole audit: when, who, what, about which record, from what to what; each record leads to its own entries. */
export async function AuditTable({ entries, query }: { entries: HistoryEntry[]; query: Query }) {
  const [t, words, role, say, read] = await Promise.all([
    getTranslations("audit"),
    lookUp("audit"),
    lookUp("nav"),
    verbWords(),
    valueWords(),
  ]);
  const roleOf = (name: string) => (role.has(`roles.${name}`) ? role(`roles.${name}`) : name);
  const subjectOf = (type: string) => (words.has(`subjects.${type}`) ? words(`subjects.${type}`) : type);

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
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className="nowrap align-top c2">
              <time dateTime={entry.at.toISOString()}>{moment(entry.at)}</time>
            </td>
            <td className="align-top c4">
              {entry.actorName}
              <p className="small muted">{roleOf(entry.actorRole)}</p>
            </td>
            <th scope="row" className="align-top c1">
              {say(entry.verb)}
              {entry.reason && (
                <p className="small muted">{t("history.reason", { reason: maskNumbers(entry.reason) })}</p>
              )}
            </th>
            <td className="align-top">
              {subjectOf(entry.subjectType)}
              <p className="small">
                <a
                  href={withQuery("/admin/audit", query, { id: entry.subjectId, before: undefined })}
                  title={entry.subjectId}
                >
                  {t("only", { id: entry.subjectId.slice(-12) })}
                </a>
              </p>
            </td>
            <td className="align-top c3 col-span-full row-start-3">
              <Changes entry={entry} read={(field, value) => maskNumbers(read(entry.subjectType, field, value))} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A verb reads as its banner does, without the full stop. */
export async function verbWords() {
  const done = await lookUp("done");
  return (verb: string) => (done.has(verb) ? done(verb).replace(/[.\u3002]$/, "") : verb);
}

/** Stored codes as words where the portal has them: a state, a post, a parameter. */
async function valueWords() {
  const [state, nav, setting, report] = await Promise.all([
    lookUp("state"),
    lookUp("nav"),
    lookUp("setting"),
    lookUp("report"),
  ]);
  return (subject: string, field: string, value: string): string => {
    if (field === "state" && state.has(`${subject}.${value}`)) return state(`${subject}.${value}`);
    if (field === "role" && nav.has(`roles.${value}`)) return nav(`roles.${value}`);
    if (field === "settingKey" && setting.has(`names.${value}`)) return setting(`names.${value}`);
    if (field === "report" && report.has(`kinds.${value}.title`)) return report(`kinds.${value}.title`);
    if (field === "purpose" && report.has(`full.purposes.${value}`)) return report(`full.purposes.${value}`);
    if (field === "settingState" && setting.has(`states.${value}`)) return setting(`states.${value}`);
    return value;
  };
}
