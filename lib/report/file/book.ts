import type { Kind } from "@/lib/report/file/paper";

const kinds = ["text", "number", "amount", "percent", "mark"] as const satisfies Kind[];
const from = (first: number) =>
  Object.fromEntries(kinds.map((kind, place) => [kind, first + place])) as Record<Kind, number>;

/** The looks of a paper by their place among `looks` below; cells and the sums under them look like their column's kind. */
export const styles = { plain: 0, mark: 1, title: 2, line: 3, head: 4, cells: from(5), sums: from(10) };

/** Everything of a workbook but its one sheet; every printed page repeats the row `header` (R83). */
export const bookOf = (tab: string, header: number): Record<string, string> => ({
  "[Content_Types].xml": types,
  "_rels/.rels": relations({ officeDocument: "xl/workbook.xml" }),
  "xl/_rels/workbook.xml.rels": relations({ worksheet: "worksheets/sheet1.xml", styles: "styles.xml" }),
  "xl/workbook.xml": [
    `${declaration}<workbook ${sheetNames} xmlns:r="${office}">`,
    `<sheets><sheet name="${escaped(tab)}" sheetId="1" r:id="worksheet"/></sheets>`,
    '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">',
    `'${escaped(tab.replaceAll("'", "''"))}'!$${header}:$${header}</definedName></definedNames></workbook>`,
  ].join(""),
  "xl/styles.xml": [
    `${declaration}<styleSheet ${sheetNames}>`,
    ...[list("numFmts", formats), list("fonts", fonts), list("fills", fills), list("borders", borders)],
    ...[list("cellStyleXfs", [look()]), list("cellXfs", looks), "</styleSheet>"],
  ].join(""),
});

/** Without what XML cannot say; Excel reads `_x0041_` as a letter, so its underscore is spelled out. */
export const escaped = (text: string): string =>
  strange.test(text)
    ? text
        .replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, "")
        .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/>/g, "&gt;")
        .replace(/"/g, "&quot;")
    : text;

/** Nearly every text has none of these. */
const strange = /[&<>"_\uFFFE\uFFFF\p{Cc}\p{Cs}]/u;

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const schemas = "http://schemas.openxmlformats.org";
export const sheetNames = `xmlns="${schemas}/spreadsheetml/2006/main"`;
const office = `${schemas}/officeDocument/2006/relationships`;
const kindOfPart = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const types = [
  `${declaration}<Types xmlns="${schemas}/package/2006/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  `<Override PartName="/xl/workbook.xml" ContentType="${kindOfPart}.sheet.main+xml"/>`,
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kindOfPart}.worksheet+xml"/>`,
  `<Override PartName="/xl/styles.xml" ContentType="${kindOfPart}.styles+xml"/></Types>`,
].join("");

const relations = (parts: Record<string, string>): string => {
  const each = Object.entries(parts).map(
    ([kind, part]) => `<Relationship Id="${kind}" Type="${office}/${kind}" Target="${part}"/>`,
  );
  return `${declaration}<Relationships xmlns="${schemas}/package/2006/relationships">${each.join("")}</Relationships>`;
};

const list = (name: string, all: string[]): string => `<${name} count="${all.length}">${all.join("")}</${name}>`;

/** By kind; a number of a paper or a person is text to the last digit: Excel keeps fifteen and turns the rest into 0 (R82). */
const formats = ["@", "0", "#,##0.00", "0.0&quot;%&quot;", "General"].map(
  (code, place) => `<numFmt numFmtId="${164 + place}" formatCode="${code}"/>`,
);

/** Column widths fit 10.5 points, the size of a Chinese form. */
const fonts = [
  '<font><sz val="10.5"/><name val="SimSun"/></font>',
  '<font><b/><sz val="10.5"/><name val="SimSun"/></font>',
  '<font><sz val="16"/><name val="SimHei"/></font>',
  '<font><sz val="10.5"/><name val="SimHei"/></font>',
];
const fills = ["none", "gray125"].map((pattern) => `<fill><patternFill patternType="${pattern}"/></fill>`);
const sides = ["left", "right", "top", "bottom"];
const borders = [
  "<border><left/><right/><top/><bottom/><diagonal/></border>",
  `<border>${sides.map((side) => `<${side} style="thin"/>`).join("")}<diagonal/></border>`,
];

function look({ font = 0, border = 0, format = 0, place = "" } = {}): string {
  const alignment = place && `<alignment ${place}/>`;
  const used = `applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"`;
  return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" ${used}>${alignment}</xf>`;
}

const [middle, wrapped] = ['vertical="center"', 'vertical="center" wrapText="1"'];
const ofKinds = (font: number): string[] =>
  kinds.map((kind, place) =>
    look({ font, border: 1, format: 164 + place, place: kind === "text" ? wrapped : `horizontal="right" ${middle}` }),
  );
const looks = [
  look(),
  look({ font: 1, place: `horizontal="center" ${wrapped}` }),
  look({ font: 2, place: `horizontal="center" ${middle}` }),
  look({ place: `horizontal="left" ${wrapped}` }),
  look({ font: 3, border: 1, place: `horizontal="center" ${wrapped}` }),
  ...ofKinds(0),
  ...ofKinds(1),
];
