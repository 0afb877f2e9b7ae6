import fs from "node:fs";
import { expect, test } from "vitest";
import { line } from "@/scripts/process/runtime.mjs";
import { belowFloors } from "@/scripts/start/floors.mjs";

const [image, compose, packages] = ["Dockerfile", "compose.yaml", "package.json"].map((file) =>
  fs.readFileSync(file, "utf8"),
) as [string, string, string];

test("nothing that is pinned here is below the version for which holes are published", () => {
  const pinned = {
    "Node.js": /FROM node:([\d.]+)/.exec(image)?.[1] ?? "",
    next: JSON.parse(packages).dependencies.next as string,
    PostgreSQL: /image: postgres:([\d.]+)/.exec(compose)?.[1] ?? "",
    nginx: /image: nginx:([\d.]+)/.exec(compose)?.[1] ?? "",
  };

  expect(Object.values(pinned)).not.toContain("");
  expect(belowFloors({ isEmbedded: false, ...pinned })).toEqual([]);
  expect(image.match(/FROM node:([\d.]+)/g)).toHaveLength(2);
  expect(new Set(image.match(/FROM node:[\d.]+/g)).size).toBe(1);
});

test("npm carries the Node of the image, and both are of the line that everything is tried on", () => {
  const carried = Object.entries<string>(JSON.parse(packages).optionalDependencies)
    .filter(([name]) => /^node-/.test(name))
    .map(([, version]) => version);

  expect(carried).toHaveLength(2);
  expect(new Set(carried)).toEqual(new Set([/FROM node:([\d.]+)/.exec(image)?.[1]]));
  expect(Number.parseInt(carried[0] ?? "", 10)).toBe(line);
});

test("what is below its floor is named, with the way out", () => {
  const below = belowFloors({
    isEmbedded: true,
    "Node.js": "26.10.0",
    next: "16.4.5",
    PostgreSQL: "18.4",
    nginx: "1.28.0",
  });

  expect(below).toHaveLength(4);
  expect(below[0]).toContain("Node.js 26.10.0 is below 26.12.1");
  expect(below[2]).toMatch(/PostgreSQL 18\.4 is below 18\.7.*embedded.*docs\/deployment\.md/);
  expect(below[3]).toContain("nginx 1.28.0 is of a line without a floor");
});

test("what is at its floor or above it is not named, however many digits it has", () => {
  const found = { "Node.js": "26.12.1", next: "16.10.0", PostgreSQL: "18.10", nginx: "1.30.12" };

  expect(belowFloors({ isEmbedded: false, ...found })).toEqual([]);
  expect(belowFloors({ isEmbedded: false, PostgreSQL: "18.4 (Debian 18.4-1)" })).toHaveLength(1);
});
