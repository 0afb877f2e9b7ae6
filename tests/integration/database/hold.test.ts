import { expect, test } from "vitest";
import { transaction } from "@/lib/database/db";
import { hold } from "@/lib/database/hold";
import * as make from "@/tests/support/make";

test("rows are held by the key of their table, and counted", async () => {
  const [one, other] = [await make.trainer(), await make.trainer()];
  const unknown = "00000000-0000-4000-8000-000000000000";
  const counts = await transaction(async (tx) => [
    await hold(tx, "trainers", one.id, other.id, unknown),
    await hold(tx, "trainers"),
    await hold(tx, "classrooms", 3, 99),
    await hold(tx, "aid_funds", 1999),
    await hold(tx, "fund_months", "1999-01"),
  ]);
  expect(counts).toEqual([2, 0, 1, 0, 0]);
});
