import { Sheet } from "@/components/layout/sheet";
import { Link } from "@/components/ui/link";
import type { TraineeFile } from "@/lib/trainee-file/queries/file";
import type { Locale } from "@/lib/wording/locale";
import { sectionsOf } from "./sections/all";
import type { Section } from "./sections/section";

/** 一人一档: a sheet for each part of a person's file, with the way to where it stands. */
export function FileSheets({ file, locale }: { file: TraineeFile; locale: Locale }) {
  return sectionsOf(file, locale).map((section) => <SectionSheet key={section.key} section={section} />);
}

/** Where the first cells stand when the rows are cards; the others follow below, each with its column's name. */
const places = ["card-name", "card-side", "card-below", "card-below-side"];

function SectionSheet({ section: { title, note, none, columns, rows } }: { section: Section }) {
  return (
    <Sheet title={title} note={note}>
      {rows.length === 0 ? (
        <p className="sheet-body muted">{none}</p>
      ) : (
        <table className="table cards">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.title} scope="col">
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, href, cells: [name, ...cells] }) => (
              <tr key={key}>
                <th scope="row" className="card-name">
                  {href ? <Link href={href}>{name}</Link> : name}
                </th>
                {cells.map((cell, n) => (
                  <td key={columns[n + 1]?.title} className={places[n + 1] ?? (cell ? "card-more" : "")}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  );
}
