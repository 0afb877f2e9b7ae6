import { expect, test } from "vitest";
import { z } from "zod";
import { db, snapshot } from "@/lib/database/db";
import { provided, together, told } from "@/lib/database/together";
import { Prisma } from "@/prisma/generated/client";

const counted = (to: number) => ({
  asks: Prisma.sql`SELECT n AS dated_no FROM generate_series(${to}::int, 1, -1) AS n`,
  shape: z.object({ datedNo: z.number() }),
});

test("I25: several questions are one statement: each has its rows in its own order, by our names", async () => {
  const moment = {
    asks: Prisma.sql`SELECT clock_timestamp() >= now() AS same`,
    shape: z.object({ same: z.boolean() }),
  };
  const { few, none, same } = await together(db, { few: counted(3), none: counted(0), same: moment });

  expect(few.map(({ datedNo }) => datedNo)).toEqual([3, 2, 1]);
  expect(none).toEqual([]);
  expect(same).toEqual([{ same: true }]);
});

test("R60: an amount beyond 2^53 is exact, a day is a day and a moment is one, wherever the server stands", async () => {
  const { found } = await together(db, {
    found: {
      asks: Prisma.sql`SELECT 9007199254740993::bigint::text AS fen, DATE '2018-08-22' AS day, TIMESTAMPTZ '2018-08-22 00:00:00.123+08' AS at`,
      shape: z.object({ fen: told.fen, day: told.day, at: told.moment }),
    },
  });

  expect(found).toEqual([{ fen: 9_007_199_254_740_993n, day: "2018-08-22", at: new Date("2018-08-21T16:00:00.123Z") }]);
});

test("what is not asked is not read: its question would have failed", async () => {
  const wrong = { asks: Prisma.sql`SELECT 1 / 0 AS dated_no`, shape: z.object({ datedNo: z.number() }) };

  expect(await together(db, { found: provided(false, wrong) })).toEqual({ found: [] });
  await expect(together(db, { found: provided(true, wrong) })).rejects.toThrow("division by zero");
});

test("in a transaction it reads what the transaction sees, and an answer of another shape fails", async () => {
  const asked = snapshot((tx) => together(tx, { found: { ...counted(1), shape: z.object({ datedNo: z.string() }) } }));
  await expect(asked).rejects.toThrow("expected string");
});
