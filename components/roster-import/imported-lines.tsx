import { Sheet } from "@/components/layout/sheet";
import type { ImportedLine } from "@/lib/roster-import/queries/imports";
import { refusalWords } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

const groups = ["STUCK", "KEPT", "TAKEN_BACK"] as const;

/** What an import did line by line; once undone, in three groups: what could not, what is kept, what was taken back. */
export async function ImportedLines({ lines }: { lines: ImportedLine[] }) {
  const t = await getTranslations("rosterImport.done");
  const isUndone = lines.some(({ endedAs }) => endedAs);
  if (!isUndone) return <LineSheet title={t("lines", { count: lines.length })} lines={lines} />;
  return groups.map((group) => {
    const own = lines.filter(({ endedAs }) => endedAs === group);
    return <LineSheet key={group} title={t(`ends.${group}`, { count: own.length })} lines={own} />;
  });
}

async function LineSheet({ title, lines }: { title: string; lines: ImportedLine[] }) {
  const [t, report, refusal] = await Promise.all([
    getTranslations("rosterImport.done"),
    getTranslations("rosterImport.report"),
    refusalWords(),
  ]);
  const sayAt = ({ sheet, row }: ImportedLine) =>
    sheet ? report("rowOfSheet", { sheet, row }) : report("rowNumber", { row });
  const sayEnd = ({ endRefusal, endFigures }: ImportedLine) =>
    endRefusal ? refusal({ refusal: endRefusal as never, figures: endFigures ?? {}, lists: {} }) : "";
  return (
    <Sheet title={title}>
      {lines.length > 0 && (
        <table className="table cards">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col" className="num w-40">
                {t("row")}
              </th>
              <th scope="col" className="w-40">
                {t("name")}
              </th>
              <th scope="col">{t("did")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.number}>
                <td className="num card-below-side">{sayAt(line)}</td>
                <th scope="row" className="card-name nowrap">
                  {line.name ? <a href={`/trainees/${line.traineeId}`}>{line.name}</a> : t("gone")}
                </th>
                <td className="card-more">
                  {t(`kinds.${line.kind}`)}
                  {line.isEnrolled && t("enrolled")}
                  {sayEnd(line) && <p className="muted">{sayEnd(line)}</p>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  );
}
