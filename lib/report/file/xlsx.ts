import "server-only";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { colToLetter, writeXlsx } from "hucre/xlsx";
import { heightAcross, heightOf } from "@/lib/report/file/height";
import { type Cell, isDecimal, type Paper, type Row } from "@/lib/report/file/paper";
import { shellOf } from "@/lib/report/file/shell";
import { zipped } from "@/lib/report/file/zip";

/**
 * The paper as a workbook, piece by piece: never more of it in memory than a batch of rows. hucre writes everything but the rows
 * (its own stream knows neither the style of a row nor how a page is printed); they are put between the two halves of its sheet.
 */
export async function* xlsxOf(paper: Paper): AsyncGenerator<Uint8Array> {
  const { [sheetPart]: shell = new Uint8Array(), ...parts } = unzipSync(await writeXlsx(shellOf(paper)));
  const sheet = strFromU8(shell).replace(/<dimension [^>]*>/, "");
  yield* zipped([
    ...Object.entries(parts).map(([name, bytes]) => ({ name, pieces: [bytes] })),
    { name: sheetPart, pieces: piecesOf(paper, sheet) },
  ]);
}

const sheetPart = "xl/worksheets/sheet1.xml";

/** The last two rows of the shell are empty and only lend their styles: one to the rows, one to the sums under them. */
async function* piecesOf({ rows, foot, columns }: Paper, shell: string): AsyncGenerator<Uint8Array> {
  const [ofSum, ofRow] = [...shell.matchAll(/<row r="(\d+)"[^>]*>.*?<\/row>/gs)].reverse();
  if (!ofSum || !ofRow) throw new Error("the shell of a sheet lacks its two rows of styles");

  let number = Number(ofRow[1]);
  const letters = columns.map((_, place) => colToLetter(place));
  const line = (row: Row, styles: string[]): string => {
    const cells = columns.map(({ kind }, place) => {
      const cell = row[place] ?? null;
      return cellOf(cell, kind !== "text" && isDecimal(cell), `r="${letters[place]}${number}" s="${styles[place]}"`);
    });
    return rowOf(number++, heightOf(row, columns), cells.join(""));
  };

  let piece = shell.slice(0, ofRow.index);
  const styles = stylesOf(ofRow[0]);
  for await (const row of rows) {
    piece += line(row, styles);
    if (piece.length < 65_536) continue;
    yield strToU8(piece);
    piece = "";
  }
  for (const said of foot())
    piece +=
      typeof said === "string"
        ? rowOf(number, roomToSign + heightAcross(said, columns), cellOf(said, false, `r="A${number++}"`))
        : line(said, stylesOf(ofSum[0]));
  yield strToU8(piece + shell.slice(ofSum.index + ofSum[0].length));
}

/** Above a line under the table, where a name is signed or a seal is set. */
const roomToSign = 6;

const rowOf = (number: number, height: number, cells: string): string =>
  `<row r="${number}" ht="${height}" customHeight="1">${cells}</row>`;

const stylesOf = (row: string): string[] => [...row.matchAll(/ s="(\d+)"/g)].map(([, style]) => style as string);

/** Text is written as text, whatever it looks like: only `<f>` is computed, and there is none (invariants 5.7). */
function cellOf(cell: Cell, isNumber: boolean, place: string): string {
  if (cell === null || cell === "") return `<c ${place}/>`;
  return isNumber
    ? `<c ${place}><v>${cell}</v></c>`
    : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(String(cell))}</t></is></c>`;
}

/** Without what XML cannot say; Excel reads `_x0041_` as a letter, so its underscore is spelled out. */
const escaped = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, "")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
