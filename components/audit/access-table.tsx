import { getTranslations } from "next-intl/server";
import { moment } from "@/components/account/moment";
import type { AccessRow } from "@/lib/audit/queries";
import { maskNumbers } from "@/lib/report/rules";
import { lookUp } from "@/lib/wording/lookup";

/** Who came in, was turned away, looked at a number or took a file: when, from where, and why he said. */
export async function AccessTable({ entries }: { entries: AccessRow[] }) {
  const [t, words, field, reveal, permission, report] = await Promise.all([
    getTranslations("audit"),
    lookUp("audit"),
    lookUp("field"),
    lookUp("trainee"),
    lookUp("permission"),
    lookUp("report"),
  ]);
  const verbOf = (verb: string) => {
    const key = `access.verbs.${verb.replaceAll(".", "_")}`;
    return words.has(key) ? words(key) : verb;
  };
  const subjectOf = (type: string) => (words.has(`subjects.${type}`) ? words(`subjects.${type}`) : type);
  const fieldOf = (name: string) => {
    if (report.has(`kinds.${name}.title`)) return report(`kinds.${name}.title`);
    if (field.has(name)) return field(name);
    return permission.has(`names.${name}`) ? permission(`names.${name}`) : name;
  };
  const codeOf = (code: string) => {
    if (reveal.has(`reveal.reasons.${code}`)) return reveal(`reveal.reasons.${code}`);
    return report.has(`full.purposes.${code}`) ? report(`full.purposes.${code}`) : maskNumbers(code);
  };
  const reasonOf = (reason: string) => {
    const [code = "", ...said] = reason.split(" ");
    return [codeOf(code), maskNumbers(said.join(" "))].filter(Boolean).join(" ");
  };

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
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className="nowrap c2">
              <time dateTime={entry.at.toISOString()}>{moment(entry.at)}</time>
            </td>
            <td className="c4">{entry.name ?? <span className="muted">{t("access.nobody")}</span>}</td>
            <th scope="row" className="c1">
              {verbOf(entry.verb)}
            </th>
            <td className="c3">
              {[
                entry.subjectType &&
                  !["signIn", "username"].includes(entry.subjectType) &&
                  subjectOf(entry.subjectType),
                entry.field && fieldOf(entry.field),
              ]
                .filter(Boolean)
                .join(" · ")}
            </td>
            <td>{entry.reason && reasonOf(entry.reason)}</td>
            <td className="num">{entry.rows}</td>
            <td className="nowrap after-num">{entry.address}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
