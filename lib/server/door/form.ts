import { fieldIn, isCall, isFile, isOdd, isPlain } from "@/lib/server/door/parts";
import type { Reason } from "@/lib/server/door/words";
import { mostFileBytes } from "@/lib/workbook/sheet";

/** What a form may hold: a browser sends far less for the largest of ours, and every reader behind this one works per field or per character. */
export const mostBytes = 1_048_576;
export const mostFields = 2_000;
export const mostFieldBytes = 65_536;

/** The pages whose form sends a file, and how large it may be with all around it. */
const withFile: Record<string, number> = { "/trainees/import": mostFileBytes + mostBytes };
export const mostBytesAt = (path: string): number => withFile[path] ?? mostBytes;

export type Refused = { status: number; reason: Reason; field?: string };

/**
 * What a browser sends for one of our forms, and whole: of a broken one Next makes a fault of ours. The parts are counted and measured as
 * bytes first, so that nothing reads a field that is too long; what comes out is the form, or why it goes no further.
 */
export async function readForm(
  body: Buffer,
  type: string,
  action: string | null,
  path: string,
): Promise<FormData | Refused> {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (!boundary) return broken;

  const size = sizeOf(body, Buffer.from(`--${boundary}`), path in withFile);
  if (size) return size;
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } })
    .formData()
    .catch(() => null);
  if (!form || [...form].some(isOdd) || ![...form].every(isOurs)) return broken;
  return action === null || (/^[0-9a-f]{40,64}$/.test(action) && isCall(String(form.get("0")))) ? form : broken;
}

const broken: Refused = { status: 400, reason: "form" };

/** Too many parts, or one that is too long; undefined when all is well. What Next wrote into the form itself is bounded by the whole only. */
function sizeOf(body: Buffer, delimiter: Buffer, takesFile: boolean): Refused | undefined {
  let parts = 0;
  for (let from = body.indexOf(delimiter); from >= 0; parts++) {
    if (parts > mostFields) return { status: 413, reason: "fields" };
    const next = body.indexOf(delimiter, from + delimiter.length);
    const part = body.subarray(from, next < 0 ? body.length : next);
    if (part.length > mostFieldBytes && !(takesFile && isFile(part))) {
      const field = fieldIn(part);
      if (field !== undefined) return { status: 413, reason: "field", field };
    }
    from = next;
  }
  return undefined;
}

/** Where no script runs, Next's own fields carry the answer before: the number of an action and plain data. */
function isOurs([name, value]: [string, FormDataEntryValue]): boolean {
  if (!/^\$ACTION_\d/.test(name)) return true;
  if (typeof value !== "string") return false;
  return name.endsWith(":0") ? /^\{"id":"[0-9a-f]{40,64}","bound":"\$@1"\}$/.test(value) : isPlain(value);
}
