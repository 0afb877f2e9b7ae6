import type { Cell, Column, Kind, Paper } from "@/lib/report/file/paper";

/** A cell of a page: also words among which a figure leads to what it is made of (U04). */
export type PageCell = Cell | readonly (string | Figure)[];
export type Figure = { text: string; href: string; figure: string };
export type PageRow = readonly PageCell[];

export type Block = {
  title?: string;
  columns: readonly Column[];
  rows: readonly PageRow[];
  /** Sums under their columns, and lines right across. */
  foot: readonly (PageRow | string)[];
};

export type Page = Pick<Paper, "title" | "mark" | "lines"> & {
  language: string;
  /** 草稿, across every page. */
  draft?: string | undefined;
  /** Ways off the page, which paper does not show. */
  links: readonly { href: string; text: string }[];
  hint: string;
  blocks: readonly Block[];
};

/** How many rows stand with the sums and the seal at least: signatures never come alone on a page (U15). */
const kept = 3;

/** Kept by browsers for a year: the number is that of what is written in it, and a test says the new one. */
export const printStyle = "/print.css?v=c596af65";

/** U15, U39: one plain page without any script. */
export function htmlOf({ language, title, mark, draft, lines, links, hint, blocks }: Page): string {
  return `<!doctype html>
<html lang="${language}"${draft ? ` class="draft" data-mark="${escaped(draft)}"` : ""}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="${printStyle}"></head>
<body>
<p class="ways">${links.map(({ href, text }) => `<a href="${escaped(href)}">${escaped(text)}</a>`).join(" ")} ${escaped(hint)}</p>
<main>
${mark ? `<p class="mark">${escaped(mark)}</p>` : ""}
<h1>${escaped(title)}</h1>
${lines.map((line) => `<p class="line">${escaped(line)}</p>`).join("\n")}
${blocks.map(blockOf).join("\n")}
</main>
</body></html>`;
}

/** The last rows, the sums and the room for signatures are one group that no page divides; sums are rows, because browsers repeat a `tfoot`. */
function blockOf({ title, columns, rows, foot }: Block): string {
  const [before, last] = [rows.slice(0, Math.max(0, rows.length - kept)), rows.slice(-kept)];
  const under = foot.map((line) =>
    typeof line === "string"
      ? `<tr class="said"><td colspan="${columns.length}">${escaped(line)}</td></tr>`
      : rowOf(line, columns, "sum"),
  );
  return `${title ? `<h2>${escaped(title)}</h2>` : ""}<table class="${size(columns)}"><thead><tr>${columns.map(headOf).join("")}</tr></thead>
<tbody>${before.map((row) => rowOf(row, columns)).join("\n")}</tbody>
<tbody class="last">${last.map((row) => rowOf(row, columns)).join("\n")}
${under.join("\n")}</tbody></table>`;
}

/** How many digits of the usual size fit beside each other on A4 on its side. */
const digitsAcross = 150;

const size = (columns: readonly Column[]): string =>
  columns.reduce((sum, { width }) => sum + width, 0) > digitsAcross ? "wide" : "plain";

const headOf = ({ title, kind, width }: Column) =>
  `<th scope="col" class="${look(kind, width, title)}">${escaped(title)}</th>`;

const rowOf = (row: PageRow, columns: readonly Column[], name = "row") =>
  `<tr class="${name}">${columns.map(({ kind, width }, place) => `<td class="${look(kind, width, row[place])}">${said(row[place], kind)}</td>`).join("")}</tr>`;

/** What is a number, a day or a number of a paper, which nothing breaks; and what is too short to be broken within a word. */
function look(kind: Kind, width: number, cell: PageCell | undefined): string {
  if (kind !== "text") return "num";
  if (typeof cell === "string" && /^[\x21-\x7e]{1,20}$/.test(cell)) return "whole";
  return width < 8 ? "tiny" : width < 22 ? "short" : "";
}

function said(cell: PageCell | undefined, kind: Kind): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell !== "string" && typeof cell !== "number") return cell.map(partOf).join("");
  return escaped(kind === "amount" ? String(cell).replace(/\B(?=(\d{3})+(?!\d)(?=\.|$))/g, ",") : String(cell));
}

const partOf = (part: string | Figure): string =>
  typeof part === "string"
    ? escaped(part)
    : `<a class="fig" href="${escaped(part.href)}" data-figure="${escaped(part.figure)}">${escaped(part.text)}</a>`;

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
