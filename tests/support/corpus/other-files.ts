import { strToU8 } from "fflate";
import { rawBook, rawParts, zipped } from "@/tests/support/corpus/book";
import { both, type Case, head, one, report, two } from "@/tests/support/corpus/people";

const lines = [head, one, two];
const commas = lines.map((cells) => cells.join(",")).join("\r\n");
const utf16 = (text: string, mark = "\uFEFF") => Buffer.from(mark + text, "utf16le");
/** 姓名,公民身份号码,联系电话 and the two names in the national character set; the rest is plain. */
const national = [...["d0d5c3fb2cb9abc3f1c9edb7ddbac5c2eb2cc1aacfb5b5e7bbb00d0a", "d3b5d6d2", "b8f1c8de"]].map(
  (bytes) => Buffer.from(bytes, "hex"),
);
const gbk = () =>
  Buffer.concat([
    ...[national[0], national[1], strToU8(`,${one[1]},${one[2]}\r\n`)],
    ...[national[2], strToU8(`,${two[1]},${two[2]}\r\n`)],
  ] as Uint8Array[]);
const compound = (inside: string) =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), new Uint8Array(504), utf16(inside, "")]);
const named = (name: string, file: () => Uint8Array, ...told: string[]): Case => ({ name, file, told });
const pdf = Buffer.concat([
  strToU8("%PDF-1.7\n%"),
  Buffer.from("e2e3cfd3", "hex"),
  strToU8("\n1 0 obj\n<<>>\nstream\n"),
  Buffer.from("789c030000000001", "hex"),
]);
const jpg = Buffer.from("ffd8ffe000104a46494600010100000100010000ffdb0043", "hex");
const html = `<html><meta charset="utf-8"><table><tr><td>${lines.map((row) => row.join("</td><td>")).join("</td></tr><tr><td>")}`;

export const otherFiles: Case[] = [
  named("text with commas", () => strToU8(commas), ...both),
  named("text with commas and a byte order mark", () => strToU8(`\uFEFF${commas}`), ...both),
  named("text with commas in the national character set", gbk, ...both),
  named("Unicode text of a spreadsheet", () => utf16(commas.replaceAll(",", "\t")), ...both),
  named("Unicode text the other way round", () => utf16(commas.replaceAll(",", "\t")).swap16(), ...both),
  named(
    "text with a line break and a comma in a cell",
    () => strToU8(`${commas.replace(two[0], '" 格\n绒,"')}`),
    ...report({}, [2, ...one], [3, "格 绒,!name", two[1], two[2]]),
  ),
  named(
    "text with a quotation mark that never closes",
    () => strToU8(commas.replace(two[0], `"${two[0]}`)),
    ...report({}, [2, ...one], [3, `"${two[0]}!name`, two[1], two[2]]),
  ),
  named("text of five thousand and one lines", () => strToU8("姓名,身份证\n".repeat(5_001)), "FILE_TOO_LARGE"),
  named("text of more columns than a list has", () => strToU8(`${commas}\r\n${",".repeat(120)}远`), "FILE_TOO_LARGE"),
  named("text without a head", () => strToU8("请见附件"), "ROSTER_HEADLESS"),
  named("a file of no bytes", () => new Uint8Array(), "FILE_BROKEN"),
  named("a workbook of the old kind", () => compound("Workbook"), "FILE_OLD"),
  named("a workbook of another office, old kind", () => compound("WpsOffice Workbook"), "FILE_OLD"),
  named("a workbook behind a password", () => compound("EncryptionInfo EncryptedPackage"), "FILE_LOCKED"),
  named(
    "a binary workbook",
    () => zipped({ ...rawParts({ sheets: [] }), "xl/workbook.xml": undefined, "xl/workbook.bin": "x" }),
    "FILE_BINARY",
  ),
  named(
    "a sheet of the open kind",
    () => zipped({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>" }),
    "FILE_OTHER",
  ),
  named("a document", () => zipped({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" }), "FILE_OTHER"),
  named(
    "an archive of rosters",
    () => zipped({ "名册.xlsx": rawBook({ sheets: [{ rows: lines.map((row) => [...row]) }] }) }),
    "FILE_OTHER",
  ),
  named("a printed page", () => pdf, "FILE_OTHER"),
  named("a photograph", () => jpg, "FILE_OTHER"),
  named("a web page named .xls", () => strToU8(html), "FILE_OTHER"),
  named(
    "a workbook as one XML file",
    () => strToU8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
    "FILE_OTHER",
  ),
  named(
    "a web archive named .xls",
    () => strToU8("MIME-Version: 1.0\nContent-Type: text/html\n\n=BC=D2"),
    "ROSTER_HEADLESS",
  ),
  named("bytes that are nothing", () => Buffer.from("0001020304050607", "hex"), "FILE_OTHER"),
  named(
    "half a workbook",
    () => rawBook({ sheets: [{ rows: lines.map((row) => [...row]) }] }).subarray(0, 900),
    "FILE_BROKEN",
  ),
  named(
    "a workbook whose sheet breaks off",
    () =>
      rawBook({
        sheets: [{ rows: [] }],
        parts: { "xl/worksheets/sheet1.xml": '<worksheet><sheetData><row r="1"><c r="A1"><v>1' },
      }),
    "FILE_BROKEN",
  ),
  named("a file of more than ten megabytes", () => new Uint8Array(10 * 1024 * 1024 + 1), "FILE_TOO_LARGE"),
];
