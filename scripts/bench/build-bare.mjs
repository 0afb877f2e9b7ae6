import fs from "node:fs";
import path from "node:path";
import { run } from "../process/children.mjs";
import { Obstacle } from "../process/obstacle.mjs";
import { dataFolder } from "../process/root.mjs";
import { fingerprint } from "../start/fingerprint.mjs";

/** Built like the portal, kept by content as well. */
export async function buildBare() {
  const source = "scripts/bench/bare";
  const parts = fs.readdirSync(source).filter((part) => !part.startsWith(".") && part !== "next-env.d.ts");
  const name = fingerprint([...parts.map((part) => `${source}/${part}`), "package-lock.json"]);
  const folder = path.join(dataFolder, "bench", `bare-${name}`);
  const served = path.join(folder, source);
  if (fs.existsSync(folder)) return served;

  const { code } = await run(["node_modules/next/dist/bin/next", "build", source], { env: { NODE_ENV: "production" } });
  if (code !== 0) throw new Obstacle(`next build ${source} failed (${code}), its own words stand above`);
  fs.cpSync(`${source}/.next/static`, `${source}/.next/standalone/${source}/.next/static`, { recursive: true });
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  fs.renameSync(`${source}/.next/standalone`, folder);
  // What is left stands among the sources, where the test of the house would read it.
  fs.rmSync(`${source}/.next`, { recursive: true });
  return served;
}
