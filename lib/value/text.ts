/** Text as it is kept: one line, composed (NFC), without control or invisible characters, trimmed. */
export function clean(text: string): string {
  return visible(text.replace(/\s/g, " ")).replace(/ +/g, " ").trim();
}

/** A note keeps its line breaks; otherwise it is cleaned like any other text. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => visible(line.replace(/\s/g, " ")).trimEnd())
    .join("\n")
    .trim();
}

/** Numbers, dates and amounts are often typed on a Chinese keyboard in full width; invariants 5.2: these come first. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ");
}

/** Spreadsheets wrap copied numbers in direction marks, which nobody sees and every comparison trips over. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, "").normalize("NFC");
}
