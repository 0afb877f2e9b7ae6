import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Every shape that a form's text is read by, under its name. */
export async function loadShapes(): Promise<Map<string, z.ZodObject>> {
  const lib = join(import.meta.dirname, "../../lib");
  const files = readdirSync(lib, { recursive: true, encoding: "utf8" }).filter((file) =>
    /^([\w-]+\/)+schema(\/[\w-]+)?\.ts$/.test(file),
  );
  const modules: Record<string, unknown>[] = [];
  for (const file of files) modules.push(await import(join(lib, file)));
  const shapes = modules
    .flatMap((module) => Object.entries(module))
    .filter(([, value]) => value instanceof z.ZodObject);
  return new Map(shapes as [string, z.ZodObject][]);
}
