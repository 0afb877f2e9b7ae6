import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { failureOf } from "../process/obstacle.mjs";
import { adapterFactory } from "./schema-engine-adapter.mjs";

/** @import { ErrorCapturingSqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils" */
/** @import { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg" */
/** @typedef {Extract<keyof SchemaEngine, string>} Method */
/** @typedef {{ stdout?: string | null, exitCode?: number } | null | undefined} Answer */
/** @typedef {Record<Method, (params: unknown) => Promise<Answer>>} Engine What comes in as JSON goes to it unread. */

const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
/** @type {ErrorCapturingSqlMigrationAwareDriverAdapterFactory | undefined} */
let bound;

/** @returns {string} */
export function engineVersion() {
  return JSON.parse(readFileSync(script.replace(/schema_engine_bg\.js$/, "package.json"), "utf8")).version;
}

/** @type {(datamodels: string[], url: string) => Promise<Engine>} */
export async function loadEngine(datamodels, url) {
  bound = bindMigrationAwareSqlAdapterFactory(adapterFactory(url));
  /** @type {typeof import("@prisma/schema-engine-wasm/schema_engine_bg")} */
  const runtime = await import(pathToFileURL(script).href);
  const module = new WebAssembly.Module(readFileSync(script.replace(/\.js$/, ".wasm")));
  const { exports } = new WebAssembly.Instance(module, { "./schema_engine_bg.js": runtime });
  runtime.__wbg_set_wasm(exports);
  /** @type {() => void} */ (exports.__wbindgen_start)();

  /** @type {[string, string][]} */
  const files = datamodels.map((file) => [file, readFileSync(file, "utf8")]);
  const engine = await runtime.SchemaEngine.new({ datamodels: files.length ? files : undefined }, () => {}, bound);
  return /** @type {Engine} */ (/** @type {unknown} */ (engine));
}

/**
 * The engine names a driver's error by number only: this gives its text.
 * @param {unknown} error
 */
export function explain(error) {
  const text = failureOf(error)?.message ?? String(error);
  const number = /External error id#(\d+)/.exec(text)?.[1];
  const registered = number && bound?.errorRegistry.consumeError(Number(number))?.error;
  if (!registered) return text;
  const cause = failureOf(registered);
  const place = cause.position ? ` (at character ${cause.position})` : "";
  return `${cause.message}${place}${cause.where ? `\n${cause.where}` : ""}\n${text}`;
}
