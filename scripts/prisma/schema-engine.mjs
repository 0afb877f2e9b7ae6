import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { adapterFactory } from "./schema-engine-adapter.mjs";

const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
let bound;

export function engineVersion() {
  return JSON.parse(readFileSync(script.replace(/schema_engine_bg\.js$/, "package.json"), "utf8")).version;
}

export async function loadEngine(datamodels, url) {
  bound = bindMigrationAwareSqlAdapterFactory(adapterFactory(url));
  const runtime = await import(pathToFileURL(script).href);
  const module = new WebAssembly.Module(readFileSync(script.replace(/\.js$/, ".wasm")));
  const { exports } = new WebAssembly.Instance(module, { "./schema_engine_bg.js": runtime });
  runtime.__wbg_set_wasm(exports);
  exports.__wbindgen_start();

  const files = datamodels.map((file) => [file, readFileSync(file, "utf8")]);
  return runtime.SchemaEngine.new({ datamodels: files.length ? files : undefined }, () => {}, bound);
}

/** The engine names a driver's error by number only: this gives its text. */
export function explain(error) {
  const text = error?.message ?? String(error);
  const number = /External error id#(\d+)/.exec(text)?.[1];
  const cause = number && bound.errorRegistry.consumeError(Number(number))?.error;
  if (!cause) return text;
  const place = cause.position ? ` (at character ${cause.position})` : "";
  return `${cause.message}${place}${cause.where ? `\n${cause.where}` : ""}\n${text}`;
}
