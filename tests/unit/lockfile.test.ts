import fs from "node:fs";
import { expect, test } from "vitest";

type Package = { optionalDependencies?: Record<string, string>; resolved?: string };

const lock: Record<string, Package> = JSON.parse(fs.readFileSync("package-lock.json", "utf8")).packages;

test("the lock file names every platform package, so that npm ci works on every platform", () => {
  const names = new Set(Object.keys(lock).map((folder) => folder.replace(/^.*node_modules\//, "")));

  const wanted = Object.values(lock).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));

  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
});

test("the lock file names no registry's address", () => {
  const addresses = Object.values(lock).flatMap((entry) => entry.resolved ?? []);

  expect(addresses).toEqual([]);
});
