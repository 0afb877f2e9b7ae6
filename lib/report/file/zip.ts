import "server-only";
import { once } from "node:events";
import type { TransformOptions } from "node:stream";
import { crc32, createDeflateRaw, type ZlibOptions } from "node:zlib";
import { Zip, type ZipInputFile } from "fflate";

type Part = { name: string; pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array> };

/** Parts into one archive while they are made; nobody waits for more than what is on its way. */
export async function* zipped(parts: Iterable<Part>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const { name, pieces } of parts) {
    const part = new Deflated(name);
    zip.add(part);
    try {
      for await (const piece of pieces) {
        await part.write(piece);
        yield* ready.splice(0);
      }
      await part.end();
    } finally {
      part.terminate();
    }
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready;
}

/** While one piece is packed the next ones are made. */
const underWay: ZlibOptions & TransformOptions = { highWaterMark: 262_144 };
/** What an archive of this form can say of a part. */
const mostBytes = 0xffff_ffff;

/** Packed and summed by Node's zlib, beside the event loop: in script it would take the processor five times as long from everybody. */
class Deflated implements ZipInputFile {
  readonly #raw = createDeflateRaw(underWay);
  readonly #ended = once(this.#raw, "end");
  readonly compression = 8;
  declare ondata: NonNullable<ZipInputFile["ondata"]>;
  size = 0;
  crc = 0;

  constructor(readonly filename: string) {
    this.#ended.catch(() => {});
    this.#raw.on("data", (chunk: Uint8Array<ArrayBuffer>) => this.ondata(null, chunk, false));
    this.#raw.on("end", () => this.ondata(null, new Uint8Array(), true));
  }

  async write(piece: Uint8Array) {
    this.size += piece.length;
    if (this.size > mostBytes) throw new RangeError(`${this.filename} is larger than an archive can say`);
    this.crc = crc32(piece, this.crc);
    if (!this.#raw.write(piece)) await once(this.#raw, "drain");
  }

  async end() {
    this.#raw.end();
    await this.#ended;
  }

  terminate() {
    this.#raw.destroy();
  }
}
