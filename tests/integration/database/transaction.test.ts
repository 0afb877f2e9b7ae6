import { expect, test } from "vitest";
import { db, snapshot, type Tx, transaction } from "@/lib/database/db";

const modesOf = async (tx: Tx) =>
  (
    await tx.$queryRaw<{ mode: string }[]>`
      SELECT concat_ws(' ', current_setting('transaction_isolation'), current_setting('transaction_read_only')) AS mode`
  )[0]?.mode;

test("I25: BEGIN goes with the first question, and a snapshot is of one instant and read only", async () => {
  expect(await transaction(modesOf)).toBe("read committed off");
  expect(await snapshot(modesOf)).toBe("repeatable read on");
  expect(await transaction(modesOf)).toBe("read committed off");
});

test("a transaction in which nothing is asked leaves nothing behind on its connection", async () => {
  await Promise.all(Array.from({ length: 40 }, () => transaction(async () => "nothing")));
  expect(await Promise.all(Array.from({ length: 40 }, () => modesOf(db as unknown as Tx)))).toEqual(
    Array.from({ length: 40 }, () => "read committed off"),
  );
});
