import { Badge } from "@/components/ui/badge";
import type { ExportRow } from "@/lib/report/queries/exports";
import { maskNumbers } from "@/lib/report/rules";
import { minuteOfInstant } from "@/lib/value/clock";
import { lookUp } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** Each file that left the portal: when, who, which, how much of it, with or without whole numbers, and what for. */
export async function ExportTable({ exports }: { exports: ExportRow[] }) {
  const [t, words] = await Promise.all([getTranslations("report.exports"), lookUp("report")]);
  const columns = ["at", "who", "report", "state"] as const;

  return (
    <table className="table cards">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {t(column)}
            </th>
          ))}
          <th scope="col" className="num">
            {t("rows")}
          </th>
          <th scope="col" className="after-num">
            {t("numbers")}
          </th>
          <th scope="col">{t("purpose")}</th>
        </tr>
      </thead>
      <tbody>
        {exports.map(({ id, createdAt, name, kind, format, state, rows, total, isFull, purpose, purposeText }) => (
          <tr key={id}>
            <td className="nowrap card-side">
              <time dateTime={createdAt.toISOString()}>{minuteOfInstant(createdAt)}</time>
            </td>
            <td className="card-below-side">{name}</td>
            <th scope="row" className="card-name">
              {words.has(`kinds.${kind}.title`) ? words(`kinds.${kind}.title`) : kind}{" "}
              <span className="small muted">{format}</span>
            </th>
            <td className="card-below">
              <Badge kind={looks[state]}>{t(`states.${state}`)}</Badge>
            </td>
            <td className="num">{state === "DONE" ? rows : t("of", { rows, total: total ?? 0 })}</td>
            <td className="after-num nowrap">{isFull ? <strong>{t("whole")}</strong> : t("masked")}</td>
            <td>
              {purpose &&
                [words(`full.purposes.${purpose}`), maskNumbers(purposeText ?? "")].filter(Boolean).join(t("between"))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const looks = { GRANTED: "open", RUNNING: "run", DONE: "ok", CANCELLED: "open", FAILED: "warn" } as const;
