import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { z } from "zod";
import { header, tally } from "../manifest";
import { NoBackup } from "../read";

const file = z.strictObject({ name: z.string(), bytes: z.number(), sha256: z.string() });

/** What stands beside the files of pg_dump: what they are of, what each table held at that instant, and what each file is. */
const manifest = z.strictObject({
  ...header.shape,
  dumpedBy: z.string(),
  tables: z.array(tally),
  files: z.array(file),
});

export type Manifest = z.output<typeof manifest>;

const name = "portal.json";

/** A backup by pg_dump is a folder, one by the portal a file. */
export const isDump = (from: string): boolean => fs.statSync(from, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Writes the manifest of a folder that pg_dump has filled. */
export async function writeManifest(folder: string, told: Omit<Manifest, "files">): Promise<void> {
  const text = JSON.stringify({ ...told, files: await filesIn(folder) } satisfies Manifest);
  fs.writeFileSync(path.join(folder, name), text, { mode: 0o600, flush: true });
}

/** The manifest of a folder in which every file is as it was taken. */
export async function readManifest(folder: string): Promise<Manifest> {
  const told = parsed(folder);
  const found = new Map((await filesIn(folder)).map(({ name, sha256 }) => [name, sha256]));
  const damaged = told.files.find(({ name, sha256 }) => found.get(name) !== sha256);
  if (damaged) throw new NoBackup(`${damaged.name} in ${folder} is not as it was taken: it is damaged or cut short`);
  return told;
}

function parsed(folder: string): Manifest {
  try {
    return manifest.parse(JSON.parse(fs.readFileSync(path.join(folder, name), "utf8")));
  } catch {
    throw new NoBackup(`${folder} is no backup of this portal: it has no ${name} that this release knows`);
  }
}

async function filesIn(folder: string): Promise<Manifest["files"]> {
  const names = fs.readdirSync(folder).filter((each) => each !== name);
  return Promise.all(names.sort().map((each) => fileOf(folder, each)));
}

async function fileOf(folder: string, name: string): Promise<Manifest["files"][number]> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of fs.createReadStream(path.join(folder, name))) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { name, bytes, sha256: hash.digest("hex") };
}

/** The bytes of all files of a folder. */
export const bytesIn = (folder: string): number =>
  fs.readdirSync(folder).reduce((sum, each) => sum + fs.statSync(path.join(folder, each)).size, 0);
