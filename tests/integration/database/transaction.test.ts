import { expect, test } from "vitest";
import { attempt, db, snapshot, type Tx, transaction } from "@/lib/database/db";
import { ask, later } from "@/lib/database/direct";
import { Prisma } from "@/prisma/generated/client";

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

/** Raises what PostgreSQL would: a foreseen no of ours, or a lost race. */
const failing = (code: string, message: string) =>
  Prisma.sql`DO ${Prisma.raw(`$$ BEGIN RAISE EXCEPTION '${message}' USING ERRCODE = '${code}'; END $$`)}`;
const full = failing("QD001", "ROOM_TOO_SMALL");

test("a statement nobody waits for refuses the transaction by its own name, and nothing is written", async () => {
  const story = transaction(async (tx) => {
    later(tx, Prisma.sql`INSERT INTO access_entries (verb, address) VALUES ('told.late', '::1')`);
    later(tx, full);
    later(tx, Prisma.sql`SELECT 1`);
    return "done";
  });
  await expect(story).rejects.toMatchObject({ refusal: "ROOM_TOO_SMALL" });
  expect(await db.accessEntry.count({ where: { verb: "told.late" } })).toBe(0);
});

test("what is asked behind a statement that failed is told by that statement, also through Prisma", async () => {
  for (const asked of [(tx: Tx) => ask(tx, Prisma.sql`SELECT 1`), (tx: Tx) => tx.base.count()]) {
    const story = transaction(async (tx) => {
      later(tx, full);
      return asked(tx);
    });
    await expect(story).rejects.toMatchObject({ refusal: "ROOM_TOO_SMALL" });
  }
});

test("in a step that may be refused it undoes the step alone", async () => {
  const told = await transaction(async (tx) => {
    const refused = await attempt(tx, async () => later(tx, full)).catch((error: unknown) => error);
    return { refused, mode: await modesOf(tx) };
  });
  expect(told).toMatchObject({ refused: { refusal: "ROOM_TOO_SMALL" }, mode: "read committed off" });
});

test("a race lost by a statement nobody waits for is told again from the start", async () => {
  let told = 0;
  const done = await transaction(async (tx) => {
    told += 1;
    if (told < 3) later(tx, failing("40001", "lost"));
    return told;
  });
  expect(done).toBe(3);
});

test("days, instants and large numbers go out and come back as they are", async () => {
  const day = new Date("2018-06-01");
  const [row] = await ask(
    db,
    Prisma.sql`SELECT ${day}::date AS day, ${day}::timestamptz AS at, ${9_007_199_254_740_993n}::bigint AS large,
      ${["a", "b,{}"]}::text[] AS list, ${undefined}::text AS nothing`,
  );
  expect(row).toEqual({ day, at: day, large: 9_007_199_254_740_993n, list: ["a", "b,{}"], nothing: null });
});

test("a transaction that is over answers nothing, and without one nothing is sent ahead", async () => {
  let over: Tx | undefined;
  await transaction(async (tx) => {
    over = tx;
    later(tx, Prisma.sql`SELECT 1`);
  });
  await expect(ask(over as Tx, Prisma.sql`SELECT 1`)).rejects.toThrow("begins with");
  expect(() => later(db, full)).toThrow("needs a transaction");
});
