import { unzipSync, zipSync } from "fflate";

/** What a workbook may hold, unpacked: none of a village comes near. */
const most = { bytes: 100 * 1024 * 1024, parts: 1_000, sheets: 60 };

/** What of a workbook a list stands in; pictures, macros, links to other files and whatever else lies in it is never unpacked. */
const needed = new RegExp(
  [
    String.raw`^(\[Content_Types\]\.xml|_rels/\.rels|xl/_rels/workbook\.xml\.rels`,
    String.raw`|xl/(workbook|sharedStrings|styles)\.xml|xl/worksheets/[^/]+\.xml)$`,
  ].join(""),
  "i",
);

/** Why a file is not read: it is no table, too large, in the binary or the old way, behind a password, or broken. */
export type Fault = "OTHER" | "TOO_LARGE" | "BINARY" | "OLD" | "LOCKED" | "BROKEN";

export class Unread extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault);
    this.fault = fault;
  }
}

export type Part = { name: string; hidden: boolean; part: Uint8Array };

/** A workbook with nothing but what is read of it, and its sheets in their order. Never more is unpacked than the archive says and we allow. */
export function unpacked(file: Uint8Array): { book: Uint8Array; sheets: Part[] } {
  let [bytes, count] = [0, 0];
  const parts = unzipSync(file, {
    filter({ name, originalSize }) {
      if (/^xl\/workbook\.bin$/i.test(name)) throw new Unread("BINARY");
      bytes += needed.test(name) ? originalSize : 0;
      if (++count > most.parts || bytes > most.bytes) throw new Unread("TOO_LARGE");
      return needed.test(name);
    },
  });
  if (!parts["xl/workbook.xml"]) throw new Unread("OTHER");
  if (Object.values(parts).some(declares)) throw new Unread("BROKEN");

  const textOf = (name: string) => new TextDecoder().decode(parts[name]);
  const sheets = sheetsOf(textOf("xl/workbook.xml"), textOf("xl/_rels/workbook.xml.rels"));
  if (sheets.length > most.sheets) throw new Unread("TOO_LARGE");
  return {
    book: zipSync(parts, { level: 0 }),
    sheets: sheets.map(({ name, hidden, target }) => ({ name, hidden, part: parts[target] ?? new Uint8Array() })),
  };
}

/** A list declares no entities: whoever does wants them to grow. */
function declares(part: Uint8Array): boolean {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.length);
  return bytes.includes("<!DOCTYPE") || bytes.includes("<!ENTITY");
}

function sheetsOf(book: string, relations: string) {
  const targets = new Map(
    elements(relations, "Relationship").map((said) => [attribute(said, "Id"), attribute(said, "Target")]),
  );
  return elements(book, "sheet").map((said) => ({
    name: attribute(said, "name"),
    hidden: /hidden/i.test(attribute(said, "state")),
    target: `xl/${(targets.get(attribute(said, "\\w+:id")) ?? "").replace(/^(\/?xl)?\//, "")}`,
  }));
}

export const elements = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, "g"))].map(([, said = ""]) => said);

export const attribute = (said: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(said)?.[1]?.replace(/&(amp|lt|gt|quot|apos);/g, plain) ?? "";

const plain = (_: string, name: string): string => ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" })[name] ?? "";
