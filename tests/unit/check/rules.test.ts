import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { newestMigration } from "@/lib/check/rules";

test("/health/ready waits for the newest migration", () => {
  const folders = readdirSync("prisma/migrations").filter((name) => /^\d{14}_/.test(name));

  expect(newestMigration).toBe(folders.sort().at(-1));
});
