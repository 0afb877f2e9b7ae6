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

/** A sheet; one that is a chart or leads out of the archive has no part to be read and counts as hidden. */
export type Part = { name: string; hidden: boolean; part: Uint8Array };

/**
 * A workbook with nothing but what is read of it, and its sheets in their order. Never more is unpacked than the archive says and we allow.
 * It is packed again, not only put together: the reader holds all rows of a piece at once, and what is not packed is one piece.
 */
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

  for (const [name, part] of Object.entries(parts)) parts[name] = withoutReadings(part);
  const textOf = (name: string) => new TextDecoder().decode(parts[name]);
  const sheets = sheetsOf(textOf("xl/workbook.xml"), textOf("xl/_rels/workbook.xml.rels"));
  if (sheets.length > most.sheets) throw new Unread("TOO_LARGE");
  return {
    book: zipSync(parts, { level: 1 }),
    sheets: sheets.map(({ name, hidden, target }) => {
      const part = parts[target];
      if (part && !isWhole(part)) throw new Unread("BROKEN");
      return { name, hidden: hidden || !part, part: part ?? new Uint8Array() };
    }),
  };
}

/** A list declares no entities: whoever does wants them to grow. */
const declares = (part: Uint8Array): boolean => holds(part, "<!DOCTYPE") || holds(part, "<!ENTITY");

/** The reader is content with half a sheet, and somebody would be missing from the list. */
const isWhole = (part: Uint8Array): boolean =>
  /<(\/(\w+:)?worksheet\s*|(\w+:)?worksheet\s[^>]*\/)>\s*$/.test(new TextDecoder().decode(part.subarray(-1_000)));

/** How a word is pronounced stands above it, and the reader would take it for more of the word. */
function withoutReadings(part: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (!holds(part, "rPh")) return part;
  return new TextEncoder().encode(new TextDecoder().decode(part).replace(/<((?:\w+:)?rPh)\s.*?<\/\1>/gs, ""));
}

const holds = (part: Uint8Array, text: string): boolean =>
  Buffer.from(part.buffer, part.byteOffset, part.length).includes(text);

/** In the order in which the reader counts them: one without name or relation is none. */
function sheetsOf(book: string, relations: string) {
  const targets = new Map(
    elements(relations, "Relationship").map((said) => [attribute(said, "Id"), attribute(said, "Target")]),
  );
  const said = elements(book, "sheet").map((one) => ({
    name: attribute(one, "name"),
    hidden: /hidden/i.test(attribute(one, "state")),
    relation: attribute(one, "\\w+:id"),
  }));
  return said
    .filter(({ name, relation }) => name && relation)
    .map((one) => ({ ...one, target: `xl/${(targets.get(one.relation) ?? "").replace(/^(\/?xl)?\//, "")}` }));
}

export const elements = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, "g"))].map(([, said = ""]) => said);

export const attribute = (said: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(["'])(.*?)\\1`, "s")
    .exec(said)?.[2]
    ?.replace(/&(amp|lt|gt|quot|apos);/g, plain) ?? "";

const plain = (_: string, name: string): string => ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" })[name] ?? "";
