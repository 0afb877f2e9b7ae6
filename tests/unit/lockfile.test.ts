import fs from "node:fs";
import { expect, test } from "vitest";

type Package = { optionalDependencies?: Record<string, string>; resolved?: string; engines?: { node?: string } };

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

test("no locked package asks for a newer Node than the portal's floor, so that npm ci warns of none", () => {
  const floor = lock[""]?.engines?.node?.match(/\d+/g)?.map(Number) ?? [];

  const asking = Object.entries(lock).filter(([, { engines }]) => engines?.node && !takes(engines.node, floor));

  expect(floor).toHaveLength(2);
  expect(asking.map(([folder]) => folder)).toEqual([]);
});

/** Whether one of the ranges, ">=20.9" or "^20.19.0 || >=22.12", has this version in it. */
const takes = (ranges: string, [major = 0, minor = 0]: number[]) =>
  ranges.split("||").some((range) => {
    const [, from = "", least = "", lesser = "0"] = /(\^|>=)\s*(\d+)(?:\.(\d+))?/.exec(range) ?? [];
    if (Number(least) === major) return Number(lesser) <= minor;
    return from === ">=" && Number(least) < major;
  });
