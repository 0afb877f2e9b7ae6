import type { Cell, Column, Kind, Paper, Row } from "@/lib/sheet/paper";

export type Page = Omit<Paper, "rows" | "foot"> & {
  language: string;
  rows: readonly Row[];
  foot: readonly (Row | string)[];
  /** 草稿, across every page. */
  draft?: string | undefined;
  /** Ways off the page, which paper does not show. */
  links: readonly { href: string; text: string }[];
  hint: string;
};

/** How many rows stand with the sums and the seal at least: signatures never come alone on a page (U15). */
const kept = 3;

/**
 * U15, U39: the paper as one plain page without any script. The last rows, the sums and the room for signatures are one group that no
 * page divides; sums are rows, because browsers repeat a `tfoot` on every page.
 */
export function htmlOf(page: Page): string {
  const { language, title, mark, draft, lines, columns, rows, foot, links, hint } = page;
  const [before, last] = [rows.slice(0, Math.max(0, rows.length - kept)), rows.slice(-kept)];
  const sums = foot.filter((line): line is Row => typeof line !== "string");
  const said = foot.filter((line): line is string => typeof line === "string");
  const across = said.map((line) => `<tr class="said"><td colspan="${columns.length}">${escaped(line)}</td></tr>`);

  return `<!doctype html>
<html lang="${language}"${draft ? ` class="draft" data-mark="${escaped(draft)}"` : ""}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/print.css"></head>
<body>
<p class="ways">${links.map(({ href, text }) => `<a href="${escaped(href)}">${escaped(text)}</a>`).join(" ")} ${escaped(hint)}</p>
<main>
${mark ? `<p class="mark">${escaped(mark)}</p>` : ""}
<h1>${escaped(title)}</h1>
${lines.map((line) => `<p class="line">${escaped(line)}</p>`).join("\n")}
<table><thead><tr>${columns.map(headOf).join("")}</tr></thead>
<tbody>${before.map((row) => rowOf(row, columns)).join("\n")}</tbody>
<tbody class="last">${last.map((row) => rowOf(row, columns)).join("\n")}
${sums.map((row) => rowOf(row, columns, "sum")).join("\n")}
${across.join("\n")}</tbody></table>
</main>
</body></html>`;
}

const headOf = ({ title, kind, width }: Column) =>
  `<th scope="col" class="${look(kind, width)}">${escaped(title)}</th>`;

const rowOf = (row: Row, columns: Column[], name = "row") =>
  `<tr class="${name}">${columns.map(({ kind, width }, place) => `<td class="${look(kind, width)}">${escaped(said(row[place], kind))}</td>`).join("")}</tr>`;

/** What is a number, and what is too short to be broken: a name, a day, a number of a paper. */
const look = (kind: Kind, width: number): string => (kind === "text" ? (width < 22 ? "short" : "") : "num");

const said = (cell: Cell | undefined, kind: Kind): string => {
  if (cell === null || cell === undefined) return "";
  return kind === "amount" ? String(cell).replace(/\B(?=(\d{3})+(?!\d)(?=\.|$))/g, ",") : String(cell);
};

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
