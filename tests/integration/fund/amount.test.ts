import { expect, test } from "vitest";
import { joinAmount } from "@/lib/command/fields";
import { db } from "@/lib/database/db";
import { recordProgress } from "@/lib/fund/commands/record";
import { recordProgressInput } from "@/lib/fund/schema/record";
import * as make from "@/tests/support/make";
import { officer, progress } from "@/tests/support/money/papers";
import { wan } from "@/tests/support/money/rows";

type Typed = readonly [typed: string, unit: "YUAN" | "WAN"];

const write = async ([amount, unit]: Typed) => {
  const { id: projectId } = await make.project({ totalInvestment: wan("100000000") });
  const { id } = await recordProgress(officer, progress(projectId, amount, { unit }));
  return (await db.investmentProgress.findUniqueOrThrow({ where: { id }, select: { amount: true } })).amount;
};

test.each<readonly [...Typed, fen: bigint]>([
  ["1030.10", "YUAN", 103_010n],
  ["0.01", "YUAN", 1n],
  ["１５０", "YUAN", 15_000n],
  [" 150.5 ", "YUAN", 15_050n],
  ["9999999999.99", "YUAN", 999_999_999_999n],
  ["0.000001", "WAN", 1n],
  ["１６３．４１", "WAN", 163_410_000n],
  ["163.410000", "WAN", 163_410_000n],
  ["007", "WAN", 7_000_000n],
  ["1,030.10", "YUAN", 103_010n],
  ["１，０００", "WAN", 1_000_000_000n],
])("R60: %s in %s is stored as whole fen", async (typed, unit, fen) => {
  expect(await write([typed, unit])).toBe(fen);
});

test.each<Typed>([
  ["0", "YUAN"],
  ["0.00", "WAN"],
  ["0.001", "YUAN"],
  ["1.005", "YUAN"],
  ["0.0000001", "WAN"],
])("R60: %s in %s is well formed, but no sum of its unit", async (typed, unit) => {
  await expect(write([typed, unit])).rejects.toMatchObject({ issues: [{ path: ["amount"], message: "amount" }] });
});

test("R60: beyond 100 billion yuan somebody has mistaken the unit", async () => {
  await expect(write(["10000000.000001", "WAN"])).rejects.toMatchObject({
    issues: [{ path: ["amount"], message: "amountLarge" }],
  });
});

test.each([
  "1e5",
  "1,00",
  "1,0000",
  ",100",
  "-1",
  "−1",
  "+1",
  "-0",
  "NaN",
  "Infinity",
  "0x10",
  "1 000",
  ".5",
  "5.",
  "",
  "一百",
  "1.2.3",
  "99999999999999",
])("invariants 5.3: the form refuses %j before anything is asked", (amount) => {
  const typed = { projectId: crypto.randomUUID(), unit: "WAN", datedOn: "2018-08-01", documentNo: "1", amount };

  const issues = recordProgressInput.safeParse(joinAmount(typed, recordProgressInput.shape)).error?.issues ?? [];
  expect([...new Set(issues.map(({ path }) => path.join(".")))]).toEqual(["amount"]);
});
