import { expect, test } from "vitest";
import { seenIn, seenSaved } from "@/components/attendance/seen";

const line = { traineeId: "a", mark: "ABSENT", note: "", version: 1 } as const;

test("I36: where the page shows what stands, it has seen that", () => {
  expect(seenIn([line], [{ ...line, version: 3 }])).toEqual({ a: 3 });
});

test("I36: a tap goes on showing what was tapped, so that what came meanwhile is unseen", () => {
  expect(seenIn([line], [{ ...line, mark: "LATE", version: 2 }])).toEqual({ a: 1 });
  expect(seenIn([line], [{ ...line, note: "路上塌方", version: 2 }])).toEqual({ a: 1 });
  expect(seenIn([line], [])).toEqual({ a: 1 });
});

test("I36: an answer tells the version of what was sent, and takes back nothing", () => {
  expect(seenSaved({ a: 0, b: 4, c: 1 }, { a: 1, b: 2, d: 7 })).toEqual({ a: 1, b: 4, c: 1 });
});
