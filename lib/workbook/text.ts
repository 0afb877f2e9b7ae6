import { parse } from "csv-parse/sync";
import type { Sheet } from "./sheet.ts";

/** What was copied out of a spreadsheet, or text with commas. A quotation mark that never closes is no more than a mark. */
export function sheetOfText(text: string): Sheet {
  const delimiter = text.includes("\t") ? "\t" : ",";
  const read = (quote: string | null): string[][] =>
    parse(text, {
      delimiter,
      quote,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
  let records: string[][];
  try {
    records = read('"');
  } catch {
    records = read(null);
  }
  return { rows: records.map((cells, place) => ({ number: place + 1, cells })) };
}

/** A control character that no text has. */
const binary = /(?![\t\r\n\v\f])\p{Cc}/u;

/** The text of a file as the programs here save it: Unicode, or the national character set; undefined where it is no text at all. */
export function textOfFile(file: Uint8Array): string | undefined {
  const [first, second] = file;
  const marked = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "";
  for (const encoding of marked ? [marked] : ["utf-8", "gb18030"])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(file);
      return binary.test(text) || text.trimStart().startsWith("<") ? undefined : text;
    } catch {}
  return undefined;
}
