import { Badge } from "@/components/ui/badge";
import type { PersonRequestRow } from "@/lib/person-request/queries";
import { dayOfInstant } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

/** R98: what a person asked for, who wrote it down, and what came of it. */
export async function RequestTable({ requests }: { requests: PersonRequestRow[] }) {
  const t = await getTranslations("personRequest");
  if (requests.length === 0) return <p className="sheet-body muted">{t("none")}</p>;

  return (
    <table className="table cards">
      <caption className="sr-only">{t("register")}</caption>
      <thead>
        <tr>
          {(["kind", "state", "askedOn", "notedBy", "note", "answer"] as const).map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {requests.map(({ id, kind, askedOn, notedBy, note, approved, decidedBy, decidedAt, decision }) => (
          <tr key={id}>
            <th scope="row" className="card-name">
              {t(`kinds.${kind}`)}
            </th>
            <td className="card-side">
              <Badge kind={approved === null ? "warn" : approved ? "ok" : "open"}>
                {t(`states.${approved === null ? "open" : approved ? "done" : "declined"}`)}
              </Badge>
            </td>
            <td className="card-below nowrap">{askedOn}</td>
            <td className="card-below-side">{notedBy}</td>
            <td className={note ? "card-more" : ""}>{note}</td>
            <td className={decidedAt ? "card-more" : ""}>
              {decidedAt && t("answered", { who: decidedBy ?? "", day: dayOfInstant(decidedAt) })} {decision}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
