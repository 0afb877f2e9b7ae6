import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { beginLongRead, longestSeconds } from "@/lib/database/long-read";
import { asRefusal, Refusal } from "@/lib/refusal/refusal";
import { type Asked, beginExport, recordOf } from "@/lib/report/commands/record";
import { csvOf } from "@/lib/report/file/csv";
import { xlsxOf } from "@/lib/report/file/xlsx";
import { findBase } from "@/lib/report/queries/base";
import type { Format } from "@/lib/report/schema";
import { paperOf } from "@/lib/report/sheet/paper-of";

type Head = { id: string; name: string; count: number };
export type Started = Head & { body: ReadableStream<Uint8Array> };

/** Each holds one of the sixteen connections for as long as a slow line needs. */
const atOnce = 4;
let running = 0;

/** U14: a report as a file that is written while somebody fetches it; null: there is no such record. */
export async function startExport(actor: Actor, asked: Asked, gone: AbortSignal): Promise<Started | null> {
  if (running >= atOnce) throw new Refusal("BUSY");
  const left = new AbortController();
  const signal = AbortSignal.any([gone, left.signal, AbortSignal.timeout(longestSeconds * 1_000)]);
  try {
    const file = written(actor, asked, signal);
    const { value: head } = await file.next();
    return head && "id" in head ? { ...head, body: streamOf(file, signal, left) } : null;
  } catch (error) {
    throw asRefusal(error) ?? error;
  }
}

/** First what it is called, then its pieces; read at one instant (I25), until the last piece is out or nobody fetches any more. */
async function* written(actor: Actor, asked: Asked, signal: AbortSignal): AsyncGenerator<Head | Uint8Array, undefined> {
  running += 1;
  const read = await beginLongRead(signal).catch((error: unknown) => {
    running -= 1;
    throw error;
  });
  try {
    const { report, filter, format, grant } = asked;
    const opened = await report.open(read.tx, filter, actor);
    if (!opened) return;

    const id = await beginExport(actor, asked, opened.count);
    const record = recordOf(id);
    const taken = { ...actor, at: new Date(), full: grant !== undefined, base: await findBase(read.tx) };
    const paper = paperOf(report, opened, { ...taken, passed: record.passed });
    const name = nameOfFile([paper.tab, opened.about, actor.today.replaceAll("-", "")], format);
    const pieces = { xlsx: xlsxOf, csv: csvOf }[format](paper);
    yield* record.until(headed({ id, name, count: opened.count }, pieces), signal);
  } finally {
    await read.end();
    running -= 1;
  }
}

/** U14: the report, what it is about and the day; no name of a person, and nothing a file system minds. */
export const nameOfFile = (parts: string[], format: Format): string =>
  `${parts.map((part) => part.replace(/[\s\\/:*?"<>|（）()]+/g, "")).join("_")}.${format}`;

async function* headed(head: Head, pieces: AsyncGenerator<Uint8Array>) {
  yield head;
  yield* pieces;
}

/** What breaks off ends the stream with an error, and so the connection: half a file must not look like a whole one. */
function streamOf(file: ReturnType<typeof written>, signal: AbortSignal, left: AbortController) {
  return new ReadableStream<Uint8Array>({
    start(control) {
      const leave = () => {
        control.error(signal.reason);
        file.return(undefined).catch(() => {});
      };
      signal.addEventListener("abort", leave);
      if (signal.aborted) leave();
    },
    async pull(control) {
      const { value } = await file.next();
      if (value instanceof Uint8Array) control.enqueue(value);
      else control.close();
    },
    cancel: () => left.abort(),
  });
}
