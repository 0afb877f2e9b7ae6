import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { may, mayApprove, mayPropose, type Permission, roles } from "@/lib/auth/permissions";
import type { Role } from "@/prisma/generated/enums";
import { loadShapes } from "@/tests/support/shapes";

const root = join(import.meta.dirname, "../../..");

/** An action of the build: the number it is called by, a page that holds it, a role that may, and the fields it takes. */
export type BuiltAction = { id: string; name: string; page: string; role: Role | undefined; fields: string[] };

/** Every action as the build lists it, so that none can be forgotten; what it demands and takes is read from its declaration. */
export async function listBuiltActions(build: string): Promise<BuiltAction[]> {
  const manifest = JSON.parse(readFileSync(join(build, ".next/server/server-reference-manifest.json"), "utf8"));
  const shapes = await loadShapes();
  return built.parse(Object.entries(manifest.node)).map(([id, { filename, exportedName: name, workers }]) => {
    const text = readFileSync(join(root, filename), "utf8");
    const declared = new RegExp(`export const ${name} = (?:action|openAction)\\(\\{(.*?)\\n\\}\\);`, "s").exec(
      text,
    )?.[1];
    const shape = shapes.get(/input: (?:schema\.)?(\w+)/.exec(declared ?? "")?.[1] ?? "");
    if (!declared || !shape) throw new Error(`${filename}: ${name} was not understood`);
    return { id, name, page: pageOf(Object.keys(workers)), role: roleOf(declared), fields: Object.keys(shape.shape) };
  });
}

const built = z.array(
  z.tuple([
    z.string(),
    z.object({ filename: z.string(), exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ]),
);

/** Who is let in by it; nobody in particular where it stands before sign-in. */
function roleOf(declared: string): Role | undefined {
  const permission = /permission: "([^"]+)"/.exec(declared)?.[1] as Permission | undefined;
  const granted = /approves: true/.test(declared) ? mayApprove : /proposes: true/.test(declared) ? mayPropose : may;
  return permission && roles.find((role) => granted(role, permission));
}

/** A page without a record in its address wherever one holds the action. */
function pageOf(workers: string[]): string {
  const pages = workers.map((worker) => `/${worker.replace(/^app\/(\(portal\)\/)?/, "").replace(/\/?page$/, "")}`);
  return pages.find((page) => !page.includes("[")) ?? pages[0] ?? "/";
}
