import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { longestSeconds, longSnapshot } from "@/lib/database/long-read";
import { asRefusal, Refusal } from "@/lib/refusal/refusal";
import { type Asked, beginExport, recorded } from "@/lib/report/commands/record";
import { outgoing } from "@/lib/report/file/outgoing";
import { findBase } from "@/lib/report/queries/base";
import { nameOfFile } from "@/lib/report/rules";
import { paperOf } from "@/lib/report/sheet/paper-of";

export type Started = { id: string; name: string; count: number; body: ReadableStream<Uint8Array> };

/** Each holds one of the sixteen connections for as long as a slow line needs. */
const atOnce = 4;
let running = 0;

/**
 * U14: a report as a file that is written while somebody fetches it: read at one instant (I25), in one transaction that ends with the
 * last piece, or as soon as nobody fetches it any more. It answers when the first piece can be asked for; null: there is no such record.
 */
export async function startExport(actor: Actor, asked: Asked, gone: AbortSignal): Promise<Started | null> {
  if (running >= atOnce) throw new Refusal("BUSY");
  running += 1;

  const left = new AbortController();
  const signal = AbortSignal.any([gone, left.signal, AbortSignal.timeout(longestSeconds * 1_000)]);
  return new Promise((answer, refuse) => {
    longSnapshot(signal, async (tx) => {
      const { report, filter, format, grant } = asked;
      const opened = await report.open(tx, filter, actor);
      if (!opened) return answer(null);

      const id = await beginExport(actor, asked, opened.count);
      const paper = paperOf(report, opened, {
        ...actor,
        at: new Date(),
        full: grant !== undefined,
        base: await findBase(tx),
      });
      const { body, over } = outgoing(recorded(id, paper, format, signal), signal, left);
      const name = nameOfFile([paper.tab, opened.about, actor.today.replaceAll("-", "")], format);
      answer({ id, name, count: opened.count, body });
      await over;
    })
      // Once the file has begun its own stream says that it broke off.
      .catch((error: unknown) => refuse(asRefusal(error) ?? error))
      .finally(() => {
        running -= 1;
      });
  });
}
