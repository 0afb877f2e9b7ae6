import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Result } from "./result";
import { setting } from "./setting";

const fileOf = (scale: number) => path.join(setting.keep, `figures-${scale}.json`);

/** What the last run at another size measured of an operation. */
export function keptAt(scale: number, operation: string): Result | undefined {
  if (!existsSync(fileOf(scale))) return undefined;
  return (JSON.parse(readFileSync(fileOf(scale), "utf8")) as Result[]).find((result) => result.operation === operation);
}

/** Operations that were not measured this time keep their last figures. */
export function keepResults(results: Result[]): void {
  const before: Result[] = existsSync(fileOf(setting.scale))
    ? JSON.parse(readFileSync(fileOf(setting.scale), "utf8"))
    : [];
  const others = before.filter(({ operation }) => !results.some((result) => result.operation === operation));
  writeFileSync(fileOf(setting.scale), JSON.stringify([...others, ...results]));
}
