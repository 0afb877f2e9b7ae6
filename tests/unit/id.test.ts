import { expect, test, vi } from "vitest";
import { newId } from "@/lib/database/id";

test("invariants 5.4: ids are UUIDs of version 7", () => {
  const before = Date.now();

  const id = newId();

  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toBeGreaterThanOrEqual(before);
});

test("ids sort in the order they were made, more in a millisecond than fit it, and with a clock put back", () => {
  vi.spyOn(Date, "now").mockReturnValue(Date.now() + 60_000);
  const made = Array.from({ length: 10_000 }, newId);
  vi.spyOn(Date, "now").mockReturnValue(0);
  made.push(newId());
  vi.restoreAllMocks();

  expect(new Set(made).size).toBe(10_001);
  expect([...made].sort()).toEqual(made);
});
