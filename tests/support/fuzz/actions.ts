import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { roles } from "@/lib/auth/permissions";
import type { Role } from "@/prisma/generated/enums";
import { listDeclared } from "@/tests/support/declared";
import { loadShapes } from "@/tests/support/shapes";

/** An action of the build: the number it is called by, a page that holds it, a role that may, and the fields it takes. */
export type BuiltAction = { id: string; name: string; page: string; role: Role | undefined; fields: string[] };

/** Every action as the build lists it, so that none can be forgotten; what it demands and takes is read from its declaration. */
export async function listBuiltActions(build: string): Promise<BuiltAction[]> {
  const manifest = JSON.parse(readFileSync(join(build, ".next/server/server-reference-manifest.json"), "utf8"));
  const [shapes, declared] = [await loadShapes(), listDeclared()];
  return built.parse(Object.entries(manifest.node)).map(([id, { filename, exportedName: name, workers }]) => {
    const subject = filename.split("/")[1];
    const act = declared.find((one) => one.subject === subject && one.name === name);
    const shape = shapes.get(act?.shape ?? "");
    if (!act || !shape) throw new Error(`${filename}: ${name} was not understood`);
    return {
      id,
      name,
      page: pageOf(Object.keys(workers)),
      role: roles.find(act.granted),
      fields: Object.keys(shape.shape),
    };
  });
}

const built = z.array(
  z.tuple([
    z.string(),
    z.object({ filename: z.string(), exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ]),
);

/** A page without a record in its address wherever one holds the action. */
function pageOf(workers: string[]): string {
  const pages = workers.map((worker) => `/${worker.replace(/^app\/(\(portal\)\/)?/, "").replace(/\/?page$/, "")}`);
  return pages.find((page) => !page.includes("[")) ?? pages[0] ?? "/";
}
