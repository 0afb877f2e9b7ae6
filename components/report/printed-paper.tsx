import { getTranslations } from "next-intl/server";
import type { Printed } from "@/lib/report/queries/printed";
import type { Row } from "@/lib/sheet/paper";

/** A4 on its side: head, table with its head on every page, sums, room for signatures and the seal; 草稿 across a draft. */
export async function PrintedPaper({ printed }: { printed: Printed }) {
  const t = await getTranslations("report.print");
  const { title, mark, lines, columns, rows, foot, screen, file, draft } = printed;
  const sums = foot.filter((line): line is Row => typeof line !== "string");
  const said = foot.filter((line): line is string => typeof line === "string");

  return (
    <main className={draft ? "main paper draft" : "main paper"} id="main" data-mark={draft ? mark : undefined}>
      <p className="crumb">
        <a href={screen}>{t("back")}</a>&ensp;<a href={file}>{t("file")}</a>&ensp;{t("how")}
      </p>
      <h1>{title}</h1>
      {lines.map((line) => (
        <p className="paper-note" key={line}>
          {line}
        </p>
      ))}
      <table className="table list">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            {columns.map(({ title: head, kind }) => (
              <th scope="col" className={kind === "text" ? undefined : "num"} key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <PaperRow key={String(row[0] ?? place)} row={row} columns={columns} />
          ))}
        </tbody>
        {sums.length > 0 && (
          <tfoot>
            {sums.map((row) => (
              <PaperRow key={String(row[0])} row={row} columns={columns} />
            ))}
          </tfoot>
        )}
      </table>
      <div className="signed">
        {said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </main>
  );
}

function PaperRow({ row, columns }: { row: Row; columns: Printed["columns"] }) {
  return (
    <tr>
      {columns.map(({ title, kind, width }, place) => (
        <td className={kind !== "text" ? "num" : width < 16 ? "nowrap" : undefined} key={title}>
          {row[place]}
        </td>
      ))}
    </tr>
  );
}
