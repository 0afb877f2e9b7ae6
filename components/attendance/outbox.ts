import type { AttendanceMark } from "@/prisma/generated/enums";

export type OutLine = { traineeId: string; mark: AttendanceMark; note: string; version: number };

/** A roll that waits on this phone until the portal has taken it: ids and marks, no name (I36). */
export type Entry = {
  key: string;
  lessonId: string;
  accountId: string;
  /** When it was pressed, by the clock of the phone. */
  deviceAt: string;
  /** By how many seconds that clock was slow when it opened the page. */
  skewSeconds: number;
  lines: OutLine[];
  /** Sent at least once: it may have arrived though no answer came, so it goes again as it is and under its own key. */
  tried: boolean;
  /** The sentence with which the portal did not take it; it stays until somebody drops it. */
  refused?: string;
};

/** Where entries outlast a reload and an empty battery. */
export type Store = { read(): Entry[]; write(entries: Entry[]): void };

/** What became of one sending. */
export type Sent =
  | { state: "saved"; taken: number; pending: number; versions: Record<string, number> }
  | { state: "later"; signedOut?: boolean }
  | { state: "refused"; sentence: string };

const sameRoll = (one: Pick<Entry, "lessonId" | "accountId">, other: Pick<Entry, "lessonId" | "accountId">) =>
  one.lessonId === other.lessonId && one.accountId === other.accountId;

/** Puts a roll into the box; one of the same lesson that was never sent is overtaken by it, on what that one had seen. */
export function put(store: Store, entry: Entry): void {
  const entries = store.read();
  const before = entries.find((one) => sameRoll(one, entry) && !one.tried && !one.refused);
  const seen = new Map(before?.lines.map(({ traineeId, version }) => [traineeId, version]));
  const lines = entry.lines.map((line) => ({ ...line, version: seen.get(line.traineeId) ?? line.version }));
  store.write([...entries.filter((one) => one !== before), { ...entry, lines }]);
}

/** Takes an entry out that somebody gave up. */
export const drop = (store: Store, key: string): void => store.write(store.read().filter((one) => one.key !== key));

/**
 * Sends what waits of this account, one after the other in the order it was pressed, until the line is gone. What arrived leaves the box;
 * later rolls of the same lesson go on from the versions it left.
 */
export async function deliver(
  store: Store,
  accountId: string,
  send: (entry: Entry) => Promise<Sent>,
): Promise<{ entry: Entry; sent: Sent }[]> {
  const done: { entry: Entry; sent: Sent }[] = [];
  for (;;) {
    const entry = store.read().find((one) => one.accountId === accountId && !one.refused && !done.some(isOf(one)));
    if (!entry) return done;

    change(store, entry.key, { tried: true });
    const sent = await send(entry);
    done.push({ entry, sent });
    if (sent.state === "later") return done;
    if (sent.state === "refused") change(store, entry.key, { refused: sent.sentence });
    else store.write(store.read().flatMap((one) => (one.key === entry.key ? [] : [goOn(one, entry, sent.versions)])));
  }
}

const isOf =
  ({ key }: Entry) =>
  ({ entry }: { entry: Entry }) =>
    entry.key === key;

const change = (store: Store, key: string, what: Partial<Entry>) =>
  store.write(store.read().map((one) => (one.key === key ? { ...one, ...what } : one)));

function goOn(later: Entry, before: Entry, versions: Record<string, number>): Entry {
  if (!sameRoll(later, before)) return later;
  return {
    ...later,
    // An answer that was lost comes late: the page may have shown something newer since.
    lines: later.lines.map((line) => ({ ...line, version: Math.max(line.version, versions[line.traineeId] ?? 0) })),
  };
}
