import { expect, test } from "vitest";
import { play, seed } from "@/tests/support/money/play";
import { broken } from "@/tests/support/money/self-check";

test("I16, I20–I25, I29: through 400 random acts portal and bookkeeper refuse the same and have the same figures", async () => {
  const { commands, done, refused, difference } = await play(400, 100);

  const noes = [...refused].map(([name, count]) => `${name} ${count}`).join(", ");
  process.stdout.write(`ledger model: TEST_SEED=${seed}, ${commands} acts, ${done} done; refused: ${noes}\n`);
  expect(difference).toBe("");
  expect(commands).toBeGreaterThanOrEqual(400);
  expect(await broken()).toEqual([]);
}, 300_000);
