import fs from "node:fs";
import path from "node:path";
import { run } from "../process/children.mjs";
import { root } from "../process/root.mjs";

/** @import { Environment } from "../process/children.mjs" */

const folder = path.join(root, "scripts/ops");

/**
 * Runs `scripts/ops/<verb>.ts` with the portal's own rules; `server-only` resolves to nothing under this condition.
 * @param {string} verb
 * @param {string[]} args
 * @param {Environment} env
 * @param {{ catchOutput?: boolean }} [options]
 */
export function operate(verb, args, env, options) {
  const file = path.join(folder, `${verb}.ts`);
  return run(["--conditions=react-server", "--import", "tsx", file, ...args], { env, ...options });
}

/** Name and first sentence of every operation there is. */
export function listOperations() {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => {
      const text = fs.readFileSync(path.join(folder, name), "utf8");
      const [, block, line] = /^(?:\/\*\*?\s*\*?\s*([^*\n]+)|\/\/\s*(.+))/.exec(text) ?? [];
      return { verb: name.slice(0, -3), sentence: (block ?? line ?? "").trim() };
    });
}
