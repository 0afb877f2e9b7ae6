import "server-only";
import { once } from "node:events";
import { createDeflateRaw } from "node:zlib";
import { Zip, ZipPassThrough } from "fflate";

type Part = { name: string; pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array> };

/** Parts into one archive while they are made; nobody waits for more than what is on its way. */
export async function* zipped(parts: Iterable<Part> | AsyncIterable<Part>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for await (const { name, pieces } of parts) {
    const part = new Deflated(name);
    zip.add(part);
    for await (const piece of pieces) {
      part.push(piece);
      await part.drained();
      yield* ready.splice(0);
    }
    part.push(new Uint8Array(), true);
    await part.ended;
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready;
}

/** Deflated by Node's zlib beside the event loop: in script it would take the processor five times as long from everybody. */
class Deflated extends ZipPassThrough {
  readonly #raw = createDeflateRaw();
  readonly ended = once(this.#raw, "end");
  override compression = 8;

  constructor(name: string) {
    super(name);
    this.#raw.on("data", (chunk: Uint8Array<ArrayBuffer>) => this.ondata(null, chunk, false));
    this.#raw.on("end", () => this.ondata(null, new Uint8Array(), true));
  }

  override process(piece: Uint8Array, last: boolean) {
    if (last) this.#raw.end(piece);
    else this.#raw.write(piece);
  }

  async drained() {
    if (this.#raw.writableNeedDrain) await once(this.#raw, "drain");
  }
}
