import fs from "node:fs";
import path from "node:path";
import { root } from "../process/root.mjs";
import { runtime } from "../process/runtime.mjs";

/**
 * The one table of versions below which a hole is published, by line of release; a line that is not named here has no known floor. Raise it
 * with the pins of package.json, Dockerfile and compose.yaml.
 */
export const floors = {
  "Node.js": ["24.22.1", "26.12.1"],
  next: ["16.4.6"],
  // CVE-2026-14680, CVE-2026-16239, CVE-2026-6460
  PostgreSQL: ["18.7"],
  // CVE-2026-123007, CVE-2026-118899, CVE-2026-42533
  nginx: ["1.30.7"],
};

/** @typedef {keyof typeof floors} Product */

/**
 * What runs here and is below its floor, a sentence each: `{ PostgreSQL: "18.4", isEmbedded: true }`.
 * @param {{ isEmbedded: boolean } & Partial<Record<Product, string>>} found
 */
export function belowFloors({ isEmbedded, ...versions }) {
  return /** @type {[Product, string][]} */ (Object.entries(versions)).flatMap(([name, version]) => {
    const floor = floorOf(name, version);
    if (floor === undefined)
      return [
        `${name} ${version} is of a line without a floor in scripts/start/floors.mjs: see whether it is still maintained · 请确认该版本仍有安全更新`,
      ];
    if (!isBelow(version, floor)) return [];
    const way =
      name === "PostgreSQL" && isEmbedded
        ? "the embedded one is for trying and has no newer build, real use takes a server of its own (docs/deployment.md) · 内置数据库仅供试用，正式使用请自备 PostgreSQL"
        : "raise it · 请升级";
    return [`${name} ${version} is below ${floor}, for which holes are published: ${way}`];
  });
}

/** @type {() => { "Node.js": string, next: string }} */
export const runningVersions = () => ({
  "Node.js": runtime().version,
  next: JSON.parse(fs.readFileSync(path.join(root, "node_modules/next/package.json"), "utf8")).version,
});

/**
 * The floor of the same line: nginx has one a minor version, the others one a major.
 * @param {Product} name
 * @param {string} version
 */
function floorOf(name, version) {
  const places = name === "nginx" ? 2 : 1;
  /** @param {string} text */
  const lineOf = (text) => text.split(".").slice(0, places).join(".");
  return floors[name].find((floor) => lineOf(floor) === lineOf(version));
}

/**
 * @param {string} version
 * @param {string} floor
 */
function isBelow(version, floor) {
  const [found, wanted] = [numbersOf(version), numbersOf(floor)];
  for (const [n, part] of wanted.entries()) if (found[n] !== part) return (found[n] ?? 0) < part;
  return false;
}

/** @param {string} version */
const numbersOf = (version) => version.split(".").map((part) => Number.parseInt(part, 10));
