import { inline, letters, merges, raw, rawBook, rawParts, relationships, zipped } from "@/tests/support/corpus/book";
import { both, type Case, head, one, report, two } from "@/tests/support/corpus/people";

const rows = [head, [...one], [...two]];
const sheets = [{ rows }];
const parts = () => rawParts({ sheets });
const strings = "xl/sharedStrings.xml";
const first = "xl/worksheets/sheet1.xml";
const intoShared = (text: string) => String(parts()[strings]).replace("<sst", `${text}<sst`);
const growing = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join("");
const bomb = () => `<sst>${" ".repeat(101 * 1024 * 1024)}</sst>`;

/** The same archive that says its part unpacks to less: after each of its names' headers, in the file and in the list at its end. */
function lying(file: Uint8Array, name: string, says: number): Uint8Array {
  const bytes = Buffer.from(file);
  const marks = { "504b0304": { size: 22, header: 30 }, "504b0102": { size: 24, header: 46 } };
  for (const [mark, { size, header }] of Object.entries(marks))
    for (let at = bytes.indexOf(mark, 0, "hex"); at >= 0; at = bytes.indexOf(mark, at + 1, "hex"))
      if (bytes.subarray(at + header, at + header + name.length).toString() === name)
        bytes.writeUInt32LE(says, at + size);
  return bytes;
}
const named = (name: string, file: () => Uint8Array, told: string | string[], differs?: string): Case => ({
  name,
  file,
  told: [told].flat(),
  ...(differs && { differs }),
});
const empty = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `<row r="${from + at}"/>`).join("");

const elsewhere = "a sheet that is not there is told, and the others are read";

export const hostile: Case[] = [
  named("a bomb that says how large it is", () => zipped({ ...parts(), [strings]: bomb() }), "FILE_TOO_LARGE"),
  named(
    "a bomb that says it is small",
    () => lying(zipped({ ...parts(), [strings]: bomb() }), strings, 1_000),
    "FILE_BROKEN",
  ),
  named("a sheet that says it is small", () => lying(zipped(parts()), first, 40), "FILE_BROKEN"),
  named(
    "ten thousand columns",
    () => rawBook({ sheets: [{ rows: [Array.from({ length: 10_000 }, (_, at) => head[at] ?? `列${at}`), [...one]] }] }),
    "FILE_TOO_LARGE",
  ),
  named(
    "a cell beyond the last column",
    () => zipped({ ...parts(), [first]: String(parts()[first]).replace('r="C3"', 'r="ZZZZ3"') }),
    "FILE_BROKEN",
  ),
  named(
    "ranges merged over everything",
    () => rawBook({ sheets: [{ rows, below: merges("A1:XFD1048576", "A1:A1048576", "ZZZ1:ZZZ9") }] }),
    both,
  ),
  named(
    "ten thousand merged ranges",
    () =>
      rawBook({
        sheets: [
          {
            rows,
            below: merges(
              ...Array.from({ length: 10_000 }, (_, at) => `${letters(at % 90)}1:${letters(at % 90)}1048576`),
            ),
          },
        ],
      }),
    both,
  ),
  named(
    "links to another book",
    () =>
      rawBook({
        sheets: [{ rows: [head, [one[0], raw('t="str"', `<f>[1]名册!A1</f><v>${one[1]}</v>`), one[2]], [...two]] }],
        relations:
          '<Relationship Id="out" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/>',
        parts: {
          "xl/externalLinks/externalLink1.xml": "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/hostname'>]><x>&y;</x>",
        },
      }),
    both,
  ),
  named(
    "a formula that runs a program",
    () =>
      rawBook({
        sheets: [
          { rows: [...rows, [raw('t="str"', "<f>cmd|'/c calc'!A1</f><v>=cmd|'/c calc'!A1</v>"), one[1], one[2]]] },
        ],
      }),
    report({}, [2, ...one], [3, ...two], [4, "=cmd|'/c calc'!A1!name", one[1], one[2]]),
  ),
  named(
    "macros",
    () => rawBook({ sheets, parts: { "xl/vbaProject.bin": new Uint8Array(64), "xl/macrosheets/sheet1.xml": "<x/>" } }),
    both,
  ),
  named(
    "a type that says it is a document",
    () =>
      rawBook({
        sheets,
        parts: {
          "[Content_Types].xml":
            '<Types><Override PartName="/xl/workbook.xml" ContentType="application/msword"/></Types>',
        },
      }),
    both,
  ),
  named(
    "headings that every object has",
    () =>
      rawBook({
        sheets: [{ rows: [[...head, "__proto__", "constructor", "toString"], [...one, "1", "2", "3"], [...two]] }],
      }),
    [both[0] as string, "unread: __proto__ constructor toString", ...both.slice(1)],
  ),
  named(
    "only headings that every object has",
    () =>
      rawBook({
        sheets: [
          {
            rows: [
              ["__proto__", "constructor"],
              ["1", "2"],
            ],
          },
        ],
      }),
    "ROSTER_HEADLESS",
  ),
  named(
    "parts and sheets that every object has",
    () =>
      zipped({
        ...rawParts({ sheets: [{ name: "__proto__", rows }] }),
        "xl/worksheets/constructor.xml": "<x/>",
        constructor: "x",
      }),
    both,
  ),
  named(
    "entities that grow",
    () =>
      zipped({
        ...parts(),
        [strings]: intoShared(`<!DOCTYPE sst [<!ENTITY e0 "x">${growing}]>`).replace(one[0], "&e9;"),
      }),
    "FILE_BROKEN",
  ),
  named(
    "an entity that names a file",
    () =>
      zipped({
        ...parts(),
        [strings]: intoShared('<!DOCTYPE sst [<!ENTITY e SYSTEM "file:///etc/hostname">]>').replace(one[0], "&e;"),
      }),
    "FILE_BROKEN",
  ),
  named(
    "names that lead out of the archive",
    () => zipped({ ...parts(), "../../tmp/out.xml": "x", "/etc/out": "x", "xl/worksheets/../../../out.xml": "x" }),
    both,
  ),
  named(
    "a sheet that leads out of the archive",
    () =>
      zipped({
        ...parts(),
        "xl/_rels/workbook.xml.rels": String(parts()["xl/_rels/workbook.xml.rels"]).replace(
          "worksheets/sheet1.xml",
          "../../../../etc/hostname",
        ),
      }),
    "ROSTER_HEADLESS",
    elsewhere,
  ),
  named(
    "a sheet that lies elsewhere",
    () =>
      zipped({
        ...parts(),
        "xl/_rels/workbook.xml.rels": String(parts()["xl/_rels/workbook.xml.rels"]).replace(
          'Target="worksheets/sheet1.xml"',
          'TargetMode="External" Target="https://example.test/sheet1.xml"',
        ),
      }),
    "ROSTER_HEADLESS",
    elsewhere,
  ),
  named(
    "no sheet at all",
    () => zipped({ ...parts(), "xl/_rels/workbook.xml.rels": relationships("") }),
    "ROSTER_HEADLESS",
    elsewhere,
  ),
  named(
    "thousands of parts",
    () =>
      zipped({
        ...parts(),
        ...Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`xl/media/${at}.png`, "x"])),
      }),
    "FILE_TOO_LARGE",
  ),
  named(
    "a thousand sheets",
    () =>
      zipped({
        ...rawParts({ sheets: [{ rows: [head] }] }),
        "xl/workbook.xml": String(parts()["xl/workbook.xml"]).replace(/<sheet .*?\/>/, (sheet) =>
          Array.from({ length: 1_000 }, (_, at) => sheet.replace('name="', `name="${at}`)).join(""),
        ),
      }),
    "FILE_TOO_LARGE",
  ),
  named(
    "a million rows",
    () =>
      rawBook({
        sheets: [
          { rows: Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 1}"><c><v>1</v></c></row>`).join("") },
        ],
      }),
    "FILE_TOO_LARGE",
  ),
  named(
    "sixty sheets that are one long sheet",
    () => {
      const long = { ...rawParts({ sheets: Array.from({ length: 60 }, (_, at) => ({ name: `表${at}`, rows })) }) };
      const relations = String(long["xl/_rels/workbook.xml.rels"]).replace(/sheet\d+\.xml/g, "sheet1.xml");
      const sheet = String(long[first]).replace("</sheetData>", `${empty(4, 400_004)}</sheetData>`);
      return zipped({ ...long, "xl/_rels/workbook.xml.rels": relations, [first]: sheet });
    },
    "FILE_TOO_LARGE",
  ),
  named(
    "two hundred thousand empty rows under the list",
    () =>
      zipped({
        ...parts(),
        [first]: String(parts()[first]).replace("</sheetData>", `${empty(4, 200_004)}</sheetData>`),
      }),
    both,
  ),
  named(
    "rows that stand before each other",
    () => rawBook({ sheets: [{ rows: [head, { number: 9, cells: [...one] }, { number: 2, cells: [...two] }] }] }),
    "FILE_BROKEN",
  ),
  named(
    "a row that stands nowhere",
    () => zipped({ ...parts(), [first]: String(parts()[first]).replace('<row r="2"', '<row r="x"') }),
    "FILE_BROKEN",
  ),
  named(
    "a cell of a hundred thousand letters",
    () => rawBook({ sheets: [{ rows: [head, [inline("长".repeat(100_000)), one[1], one[2]], [...two]] }] }),
    report({}, [2, `${"长".repeat(2_001)}!tooLong`, one[1], one[2]], [3, ...two]),
    "a cell is read as far as any field is long",
  ),
  named(
    "more strings than the memory of the reader",
    () => zipped({ ...parts(), [strings]: `<sst>${"<si><t>a</t></si>".repeat(2_000_000)}</sst>` }),
    "FILE_TOO_LARGE",
  ),
  named(
    "elements within elements",
    () =>
      zipped({
        ...parts(),
        [first]: String(parts()[first]).replace("<sheetData>", `${"<x>".repeat(100_000)}<sheetData>`),
      }),
    both,
    "what stands above the rows is passed over",
  ),
];
