import { expect, test } from "vitest";
import { sql } from "@/tests/support/database";
import { play } from "@/tests/support/money/play";
import { broken } from "@/tests/support/money/self-check";

// In a database of its own: a comparison that finds no difference proves something only if it finds one once the law is gone.
test("I21, control: without the trigger that moves the sums, the bookkeeper finds the drift, and so does the self-check", async () => {
  await sql("owner", "ALTER TABLE appropriations DISABLE TRIGGER record_4_moves_sums");

  // A short game may arrange nothing and so lose nothing: the same one is played longer until it does.
  let difference = "";
  for (let count = 80; difference === "" && count <= 640; count *= 2) ({ difference } = await play(count, 20));

  expect(difference).toMatch(/portal (project|year) |OVER_/);
  expect(await broken()).toEqual(["money_identity"]);
}, 120_000);
