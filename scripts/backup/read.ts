import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { z } from "zod";
import { Obstacle } from "../process/obstacle.mjs";
import { beginMark, endMark, type Header, header, type Trailer, tableOf, trailer } from "./manifest";

/** A file that is no backup, or one that is damaged or was cut short. */
export class NoBackup extends Obstacle {}

export type Reader = {
  begin(header: Header): Promise<void>;
  /** The rows have to be read to their end before the next table comes. */
  table(table: { table: string; columns: string }, rows: AsyncIterable<Buffer>): Promise<void>;
};

/** Reads a backup once from its beginning to its end, and tells what its last line says. */
export async function readBackup(file: string, reader: Reader): Promise<Trailer> {
  const source = createReadStream(file);
  const unpacked = source.pipe(createGunzip());
  source.on("error", (error) => unpacked.destroy(error));
  try {
    const text = linesOf(unpacked);
    const begun = await text.line();
    if (!begun?.startsWith(beginMark)) throw new NoBackup(`${file} is no backup of this portal`);
    await reader.begin(told(header, begun.slice(beginMark.length)));

    for (let line = await text.line(); line !== undefined; line = await text.line()) {
      if (line.startsWith(endMark)) return told(trailer, line.slice(endMark.length));
      const table = tableOf(line);
      if (table) await reader.table(table, text.rows());
    }
    throw new NoBackup(`${file} ends before its end: it was cut short`);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "ENOENT") throw new NoBackup(`${file} is not there · 文件不存在`);
    if (code?.startsWith("Z_")) throw new NoBackup(`${file} cannot be unpacked (${code}): it is damaged or cut short`);
    throw error;
  } finally {
    unpacked.destroy();
    source.destroy();
  }
}

function told<Shape extends z.ZodType>(shape: Shape, text: string): z.output<Shape> {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new NoBackup(
      "the backup describes itself in a way this release does not know: it is damaged, or of a newer one",
    );
  }
}

const feed = 0x0a;

/** Bytes as lines, and between a COPY and its `\.` as pieces of whole rows. */
function linesOf(stream: AsyncIterable<Buffer>) {
  const chunks = stream[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);

  async function more(): Promise<boolean> {
    const { value, done } = await chunks.next();
    if (done) return false;
    held = held.length === 0 ? value : Buffer.concat([held, value]);
    return true;
  }

  async function line(): Promise<string | undefined> {
    for (let at = held.indexOf(feed); ; at = held.indexOf(feed)) {
      if (at >= 0) {
        const found = held.subarray(0, at).toString("utf8");
        held = held.subarray(at + 1);
        return found;
      }
      if (!(await more())) return undefined;
    }
  }

  // Cut at line ends only, so that the closing line, when it comes, stands at the beginning of what is held.
  async function* rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const end = endOfRows(held);
      const whole = end ?? held.lastIndexOf(feed) + 1;
      if (whole > 0) yield held.subarray(0, whole);
      held = held.subarray(whole);
      if (end !== undefined) {
        held = held.subarray(closing.length);
        return;
      }
      if (!(await more())) throw new NoBackup("the backup ends within a table: it was cut short");
    }
  }

  return { line, rows };
}

const closing = Buffer.from("\\.\n");

function endOfRows(held: Buffer): number | undefined {
  if (held.subarray(0, closing.length).equals(closing)) return 0;
  const at = held.indexOf(`\n${closing}`);
  return at < 0 ? undefined : at + 1;
}
