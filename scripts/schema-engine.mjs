#!/usr/bin/env node
// Stands in for Prisma's schema engine, which Prisma would download: speaks the engine's two interfaces (JSON-RPC on stdin
// and stdout, and `cli <command>`) and gives the work to the npm package @prisma/schema-engine-wasm over pg.
import { createInterface } from "node:readline";
import { engineVersion, explain, loadEngine } from "./prisma/schema-engine.mjs";
import { createDatabase, runCommand } from "./prisma/schema-engine-commands.mjs";
import { failureOf } from "./process/obstacle.mjs";

/** @import { Engine, Method } from "./prisma/schema-engine.mjs" */
/** @typedef {Method | "createDatabase" | "getDatabaseVersion"} Asked What Prisma may ask of the engine. */
/** @typedef {{ id: number, method?: Asked, params: unknown }} Request */

const { datamodels, url, command, wantsVersion } = readArguments(process.argv.slice(2));

if (wantsVersion) {
  console.log(`schema-engine-wasm ${engineVersion()}`);
} else if (command) {
  process.exitCode = await runCommand(command, url);
} else {
  answerRequests();
}

/** @typedef {{ datamodels: string[], wantsVersion: boolean, url: string, command: string }} Arguments */

/** @param {string[]} words */
function readArguments(words) {
  /** @type {Arguments} */
  const found = { datamodels: [], wantsVersion: words.includes("--version"), url: "", command: "" };
  for (let i = 0; i < words.length; i++) {
    if (words[i] === "--datamodels") found.datamodels.push(words[++i] ?? "");
    else if (words[i] === "--datasource") found.url = JSON.parse(words[++i] ?? "").url;
    else if (words[i] === "cli") found.command = words[++i] ?? "";
    else if (words[i] === "--enabled-preview-features" || words[i] === "--extension-types") i++;
  }
  return found;
}

/** One request a line, answered in the order of arrival. */
function answerRequests() {
  let last = Promise.resolve();
  const lines = createInterface({ input: process.stdin });
  lines.on("line", (line) => {
    /** @type {Request} */
    const { id, method, params } = JSON.parse(line);
    if (method) last = last.then(async () => say({ id, jsonrpc: "2.0", ...(await answer(method, params)) }));
  });
  lines.on("close", () => last.finally(() => process.exit(0)));
}

/**
 * @param {Asked} method
 * @param {unknown} params
 */
async function answer(method, params) {
  try {
    return { result: await call(method, params) };
  } catch (error) {
    const data = { is_panic: false, message: explain(error), error_code: failureOf(error)?.code, meta: null };
    return { error: { code: 4466, message: "error", data } };
  }
}

/** @type {Engine | undefined} */
let engine;

/**
 * @param {Asked} method
 * @param {unknown} params
 */
async function call(method, params) {
  if (method === "createDatabase") return createDatabase(url);

  engine ??= await loadEngine(datamodels, url);
  const result = await engine[method === "getDatabaseVersion" ? "version" : method](params);
  if (method !== "diff" || !result?.stdout) return result ?? null;
  say({ id: 900001, jsonrpc: "2.0", method: "print", params: { content: result.stdout } });
  return { exitCode: result.exitCode };
}

/** @param {object} message */
function say(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
