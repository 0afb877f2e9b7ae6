import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { locales, messagesIn } from "@/lib/wording/messages";

const root = join(import.meta.dirname, "../..");

/** The cases that code and laws refuse with, by where they are written. */
const cases = ["lib", "prisma/laws"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|sql)$/.test(file))
    .flatMap((file) =>
      [...readFileSync(join(root, folder, file), "utf8").matchAll(/case: "([A-Z_]+)"|'case', '([A-Z_]+)'/g)].map(
        ([, code, law]) => [code ?? law ?? "", `${folder}/${file}`] as const,
      ),
    ),
);

test.each(locales())("invariants 6: each case of a refusal has a sentence of its own in %s", (locale) => {
  const said = new Set(Object.values(messagesIn(locale).refusal).flatMap((of) => Object.keys(Object(of))));

  expect(cases.length).toBeGreaterThan(100);
  expect(cases.filter(([name]) => !said.has(name))).toEqual([]);
});
