import { spread } from "./spread";

/** Rows as they come; so many further elements lie in their cells that the page has as many as the portal's. */
export function FilledTable({ rows, fill }: { rows: Record<string, unknown>[]; fill: number }) {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== "id");
  const parts = spread(fill, rows.length * columns.length);
  return (
    <table className="table">
      <tbody>
        {rows.map((row, down) => (
          <tr key={String(row.id ?? down)}>
            {columns.map((column, across) => (
              <td className="cell" key={column}>
                {String(row[column])}
                {Array.from({ length: parts[down * columns.length + across] ?? 0 }, (_, n) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: they have nothing else and never move
                  <span className="part" key={n}>
                    {column}
                  </span>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
