import { expect, test } from "vitest";
import { Refusal } from "@/lib/refusal/refusal";
import { readWorkbook } from "@/lib/workbook/read";
import { corpus, harmless, readable } from "@/tests/support/corpus/corpus";
import type { Case } from "@/tests/support/corpus/people";
import { open, openHere, tell } from "@/tests/support/corpus/report";
import { filledIn, readOtherwise } from "@/tests/support/corpus/second-reader";

/** Both tests look at what was read once. */
const opened = new Map<Case, ReturnType<typeof open>>();
async function read(one: Case) {
  const found = opened.get(one) ?? (harmless.has(one) ? openHere : open)(await one.file());
  opened.set(one, found);
  return found;
}

test("R80: the corpus has eighty files and more, each of its own name", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(80);
  expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
});

test.each(corpus)("R80, U12: $name", { timeout: 60_000 }, async (one) => {
  expect(tell(await read(one))).toEqual(one.told);
});

test("invariants 5.5: of many files at once the ninth comes back later, and the others wait for each other", {
  timeout: 60_000,
}, async () => {
  const file = new TextEncoder().encode("姓名,公民身份号码");
  const answers = await Promise.all(Array.from({ length: 9 }, () => readWorkbook(file, "file").catch((no) => no)));

  expect(answers.map((answer) => (answer instanceof Refusal ? answer.refusal : answer.sheets.length))).toEqual([
    ...[1, 1, 1, 1, 1, 1, 1, 1],
    "BUSY",
  ]);
});

test.each(readable)("R80: a second reader agrees on $name", { timeout: 60_000 }, async (one) => {
  const found = await read(one);
  if (found instanceof Refusal) throw found;

  const [ours, theirs] = [found.sheets.map(filledIn), await readOtherwise(await one.file())];

  if (one.differs) expect(ours).not.toEqual(theirs);
  else expect(ours).toEqual(theirs);
});
