import type { Entry, Sent, Store } from "@/components/attendance/outbox";
import * as outbox from "@/components/attendance/outbox";
import { seenIn } from "@/components/attendance/seen";
import type { Actor } from "@/lib/auth/actor";
import { newId } from "@/lib/database/id";
import { newPages } from "./pages";
import type { Paper } from "./paper";
import { type Cut, lineOf, type Send } from "./wire";

/** The box and the page of the portal, or worse ones. */
export type Ways = Pick<typeof outbox, "put" | "drop"> & {
  deliver(store: Store, accountId: string, send: Send): Promise<{ entry: Entry; sent: Sent }[]>;
  seenIn: typeof seenIn;
};
export const ours: Ways = { ...outbox, seenIn };

export type Phone = ReturnType<typeof newPhone>;

/** A phone: what it keeps through a reload and an empty battery, the pages it has open, and a clock that may be wrong. */
export function newPhone(actor: Actor, paper: Paper, ways: Ways = ours) {
  const pages = newPages(ways.seenIn);
  const underway: (() => Promise<void>)[] = [];
  let kept = "[]";
  const store: Store = {
    read: () => JSON.parse(kept),
    write: (entries) => {
      kept = JSON.stringify(entries);
    },
  };

  return {
    actor,
    store,
    pages,
    /** By how many hours its clock is fast. */
    fast: 0,

    /** Presses 保存 on an open page. */
    press(lessonId: string, now: Date): void {
      const entry: Entry = {
        key: newId(),
        lessonId,
        accountId: actor.id,
        deviceAt: new Date(now.getTime() + this.fast * 3_600_000).toISOString(),
        skewSeconds: -this.fast * 3_600,
        lines: pages.take(lessonId),
        tried: false,
      };
      paper.pressed(entry);
      ways.put(store, entry);
    },

    /** Sends what waits, until the line is cut; the pages of what was saved are made anew, unless the phone is too slow for it. */
    async deliver({ cut, refreshes = true }: { cut?: Cut | undefined; refreshes?: boolean } = {}): Promise<void> {
      const line = lineOf(paper, actor, underway, cut);
      const done = await ways.deliver(store, actor.id, async (entry, key) => {
        for (const { traineeId, version } of pages.unseen(entry.lessonId, entry.lines))
          paper.wrong.push(`goes over version ${version} of ${traineeId}, which this phone never showed`);
        const sent = await line(entry, key);
        if (sent.state === "saved") pages.learn(entry.lessonId, sent.versions);
        return sent;
      });
      for (const { entry, sent } of done)
        if (refreshes && sent.state === "saved" && pages.isOpen(entry.lessonId)) await pages.open(entry.lessonId);
    },

    /** Whether something is still to be sent. */
    waits: (): boolean => store.read().some(({ refused }) => !refused),

    /** What the network still carried arrives. */
    async arrive(): Promise<void> {
      for (const one of underway.splice(0)) await one();
    },

    /** Gives up what the portal did not take. */
    giveUp(): void {
      for (const { key, refused } of store.read())
        if (refused) {
          paper.dropped(key);
          ways.drop(store, key);
        }
    },
  };
}
