import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { may, mayApprove, mayPropose, type Permission, roles } from "@/lib/auth/permissions";
import type { Role } from "@/prisma/generated/enums";
import { loadShapes } from "@/tests/support/shapes";

const root = join(import.meta.dirname, "../../..");

/** An action of the build: the number it is called by, a page that holds it, a role that may, and the fields it takes. */
export type BuiltAction = { id: string; name: string; page: string; role: Role | undefined; fields: string[] };

/** Every action as the build lists it, so that none can be forgotten; what it demands and takes is read from its command. */
export async function listBuiltActions(build: string): Promise<BuiltAction[]> {
  const manifest = JSON.parse(readFileSync(join(build, ".next/server/server-reference-manifest.json"), "utf8"));
  const [shapes, commands] = [await loadShapes(), listCommands()];
  return built.parse(Object.entries(manifest.node)).map(([id, { filename, exportedName: name, workers }]) => {
    const text = readFileSync(join(root, filename), "utf8");
    const [, rest = ""] = text.split(`export const ${name} = `);
    const asked = /^form\((?:\w+\.)?(\w+)/.exec(rest)?.[1];
    const declared = asked ? commands.get(asked) : /^(?:action|openForm)\(\{(.*?)\n\}\);/s.exec(rest)?.[1];
    const shape = shapes.get(/input: (?:schema\.)?(\w+)/.exec(declared ?? "")?.[1] ?? "");
    if (!declared || !shape) throw new Error(`${filename}: ${name} was not understood`);
    return { id, name, page: pageOf(Object.keys(workers)), role: roleOf(declared), fields: Object.keys(shape.shape) };
  });
}

/** The declarations of all commands, by name; what several share stands in their files above them. */
function listCommands(): Map<string, string> {
  const lib = join(root, "lib");
  const files = readdirSync(lib, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\/commands(\/[\w-]+)?\.ts$/.test(file),
  );
  return new Map(
    files.flatMap((file) => {
      const text = readFileSync(join(lib, file), "utf8");
      return [...text.matchAll(/^export const (\w+) = command\(\{(.*?)\n\}\);/gms)].map(
        ([, name = "", declared = ""]) =>
          [name, /permission:/.test(declared) ? declared : `${declared}\n${text}`] as const,
      );
    }),
  );
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
  const granted = /approves: true|as: "approver"/.test(declared)
    ? mayApprove
    : /proposes: true|as: "proposer"/.test(declared)
      ? mayPropose
      : may;
  return permission && roles.find((role) => granted(role, permission));
}

/** A page without a record in its address wherever one holds the action. */
function pageOf(workers: string[]): string {
  const pages = workers.map((worker) => `/${worker.replace(/^app\/(\(portal\)\/)?/, "").replace(/\/?page$/, "")}`);
  return pages.find((page) => !page.includes("[")) ?? pages[0] ?? "/";
}
