/** The name of a part of a form, in its first bytes; undefined for what Next itself wrote, which grows with the whole form. */
export function fieldIn(part: Buffer): string | undefined {
  const [, name = ""] = /name="([^"]{0,200})"/.exec(part.subarray(0, 600).toString()) ?? [];
  return /^(\$ACTION_\d+:\d+|\d+)$/.test(name) ? undefined : name.replace(/^\d+_/, "").replace(/\[\]$/, "");
}

/** Whether a part of a form is a file. */
export const isFile = (part: Buffer): boolean => /;\s*filename="/.test(part.subarray(0, 600).toString());

/** A control character in the head of a part, which Next's own reader breaks off at. */
export function isOdd([name, value]: [string, FormDataEntryValue]): boolean {
  const heads = typeof value === "string" ? [name] : [name, value.name, value.type];
  return heads.some((head) => /\p{Cc}/u.test(head));
}

/** What React writes of the answer before where no script runs: a list of plain data. */
export function isPlain(text: string): boolean {
  const read = parsed(text);
  return Array.isArray(read) && isData(read, deepest);
}

/** Each of our actions is called with the answer before, which is plain data, and the form. */
export function isCall(text: string): boolean {
  const read = parsed(text);
  return (
    Array.isArray(read) && read.length === 2 && isData(read[0], deepest) && /^\$K[0-9a-f]{1,8}$/.test(String(read[1]))
  );
}

const deepest = 12;

/** Without a reference, since React follows each through the whole form; a text of its own that begins with `$` it writes as `$$`. */
function isData(value: unknown, depth: number): boolean {
  if (typeof value === "string") return !value.startsWith("$") || value === "$undefined" || value.startsWith("$$");
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => isData(inner, depth - 1));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
