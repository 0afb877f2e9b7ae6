import { expect, test } from "vitest";
import { deliver, drop, type Entry, put, type Sent, type Store } from "@/components/attendance/outbox";

function memory(): Store & { entries: Entry[] } {
  const store = {
    entries: [] as Entry[],
    read: () => structuredClone(store.entries),
    write: (entries: Entry[]) => {
      store.entries = structuredClone(entries);
    },
  };
  return store;
}

const entry = (key: string, change: Partial<Entry> = {}): Entry => ({
  key,
  lessonId: "lesson",
  accountId: "me",
  deviceAt: "2018-08-07T01:00:00.000Z",
  skewSeconds: 0,
  lines: [{ traineeId: "a", mark: "PRESENT", note: "", version: 0 }],
  tried: false,
  ...change,
});
const saved: Sent = { state: "saved", taken: 1, pending: 0, versions: { a: 1 } };

test("I36: what was never sent is overtaken by the next roll, on what the first had seen", () => {
  const store = memory();

  put(store, entry("1"));
  put(store, entry("2", { lines: [{ traineeId: "a", mark: "ABSENT", note: "", version: 7 }] }));

  expect(store.entries).toMatchObject([{ key: "2", lines: [{ mark: "ABSENT", version: 0 }] }]);
});

test("I36: what may have arrived goes again under its own key, and the next roll goes on from the versions it left", async () => {
  const store = memory();
  const sent: [string, number | undefined][] = [];
  put(store, entry("1"));
  await deliver(store, "me", async () => ({ state: "later" }));
  put(store, entry("2", { lines: [{ traineeId: "a", mark: "ABSENT", note: "", version: 0 }] }));

  await deliver(store, "me", async (one) => {
    sent.push([one.key, one.lines[0]?.version]);
    return saved;
  });

  expect(sent).toEqual([
    ["1", 0],
    ["2", 1],
  ]);
  expect(store.entries).toEqual([]);
});

test("I36: nothing leaves the box without the portal's word: a lost line keeps it, a refusal keeps it with the sentence", async () => {
  const store = memory();
  put(store, entry("1"));
  put(store, entry("2", { lessonId: "other" }));

  await deliver(store, "me", async () => ({ state: "later" }));
  expect(store.entries.map(({ key, tried }) => [key, tried])).toEqual([
    ["1", true],
    ["2", false],
  ]);

  await deliver(store, "me", async ({ key }) => (key === "1" ? { state: "refused", sentence: "还没有开始" } : saved));
  expect(store.entries).toMatchObject([{ key: "1", refused: "还没有开始" }]);
  expect(await deliver(store, "me", async () => saved)).toEqual([]);

  drop(store, "1");
  expect(store.entries).toEqual([]);
});

test("I36: another account of the same phone sends nothing of mine", async () => {
  const store = memory();
  put(store, entry("1"));

  expect(await deliver(store, "another", async () => saved)).toEqual([]);
  expect(store.entries).toHaveLength(1);
});

test("I36: an answer that was lost and comes late takes back nothing of what the next roll had seen", async () => {
  const store = memory();
  const sent: (number | undefined)[] = [];
  put(store, entry("1"));
  await deliver(store, "me", async () => ({ state: "later" }));
  put(store, entry("2", { lines: [{ traineeId: "a", mark: "ABSENT", note: "", version: 2 }] }));

  await deliver(store, "me", async ({ lines }) => {
    sent.push(lines[0]?.version);
    return saved;
  });

  expect(sent).toEqual([0, 2]);
});
