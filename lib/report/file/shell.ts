import type { CellStyle, CellValue, WriteOptions } from "hucre/xlsx";
import { heightAcross, heightOfHead } from "@/lib/report/file/height";
import type { Column, Kind, Paper } from "@/lib/report/file/paper";

/**
 * A workbook with everything of a paper but its rows: what stands above them, how they look, how the page is printed (R83): A4 on its
 * side, as wide as the page, the header repeated, pages numbered. Its last two rows are empty and only carry styles.
 */
export function shellOf({ tab, mark, title, lines, columns, page }: Paper): WriteOptions {
  const across = [...(mark ? [{ text: mark, style: marked }] : []), { text: title, style: titled }];
  const above = [...across, ...lines.map((text) => ({ text, style: said }))];
  const rows: CellValue[][] = [...above.map(({ text }) => [text]), columns.map((column) => column.title)];
  const header = rows.length;
  const styled = new Map(above.map(({ style }, row) => [`${row},0`, { style }]));
  columns.forEach(({ kind }, column) => {
    styled.set(`${header - 1},${column}`, { style: headed });
    styled.set(`${header},${column}`, { style: styleOf(kind) });
    styled.set(`${header + 1},${column}`, { style: { ...styleOf(kind), font: { ...plain, bold: true } } });
  });

  return {
    defaultFont: plain,
    stringMode: "inline",
    sheets: [
      {
        name: tab,
        columns: columns.map(({ width }) => ({ width })),
        rows: [...rows, columns.map(() => null), columns.map(() => null)],
        rowDefs: new Map([
          ...above.map(
            ({ text, style }, row): Height => [
              row,
              { height: style === titled ? titleHeight : heightAcross(text, columns) },
            ],
          ),
          [header - 1, { height: heightOfHead(columns) }] as Height,
        ]),
        cells: styled,
        merges: above.map((_, row) => ({ startRow: row, endRow: row, startCol: 0, endCol: columns.length - 1 })),
        freezePane: { rows: header },
        pageSetup: {
          paperSize: "a4",
          orientation: "landscape",
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          horizontalCentered: true,
          // The margins of U15: 18 mm above, 16 below, 14 at the sides; in inches.
          margins: { top: 0.71, bottom: 0.63, left: 0.55, right: 0.55, header: 0.3, footer: 0.3 },
          printTitlesRow: `$${header}:$${header}`,
        },
        headerFooter: { oddFooter: `&C${page}`, ...(mark && { oddHeader: `&C${mark.replaceAll("&", "&&")}` }) },
      },
    ],
  };
}

type Height = [row: number, of: { height: number }];
/** One line of 16 points. */
const titleHeight = 28;

/** Column widths fit 10.5 points, the size of a Chinese form. */
const plain = { name: "SimSun", size: 10.5 };
const line = { style: "thin" } as const;
const boxed = { top: line, bottom: line, left: line, right: line };

const marked: CellStyle = {
  font: { ...plain, bold: true },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
};
const titled: CellStyle = {
  font: { name: "SimHei", size: 16 },
  alignment: { horizontal: "center", vertical: "center" },
};
const said: CellStyle = { font: plain, alignment: { horizontal: "left", vertical: "center", wrapText: true } };
const headed: CellStyle = {
  font: { name: "SimHei", size: 10.5 },
  border: boxed,
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
};

const formats: Record<Kind, string> = {
  text: "@",
  number: "0",
  amount: "#,##0.00",
  percent: '0.0"%"',
  mark: "General",
};

/** A number of a paper or a person is text to the last digit: Excel keeps fifteen of them and turns the rest into 0 (R82). */
const styleOf = (kind: Column["kind"]): CellStyle => ({
  font: plain,
  border: boxed,
  numFmt: formats[kind],
  alignment: kind === "text" ? { vertical: "center", wrapText: true } : { vertical: "center", horizontal: "right" },
});
