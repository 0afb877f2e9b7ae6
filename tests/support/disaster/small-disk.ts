import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findPlaces } from "@/scripts/postgres/postgres-files.mjs";

const megabytes = 96;

/** In a namespace of its own anybody may mount; from outside the disk is reached through the process that holds it. */
const script = `
  mount -t tmpfs -o size=${megabytes}m tmpfs "$1" && mkdir "$1/space" && echo ready || exit 1
  read -r line && dd if=/dev/zero of="$1/ballast" bs=8k 2>/dev/null; echo full
  read -r line && rm "$1/ballast" && echo free
  read -r line`;

/** A disk of a few megabytes that the database's account may write to, or why there is none here. */
export async function smallDisk(): Promise<Disk | string> {
  const place = mkdtempSync(path.join(tmpdir(), "small-disk-"));
  chmodSync(place, 0o777);
  const keeper = spawn("unshare", ["-Urm", "sh", "-c", script, "sh", place], {
    ...findPlaces().who,
    stdio: ["pipe", "pipe", "pipe"],
  });
  let why = "";
  keeper.stderr.on("data", (text) => (why += text));
  keeper.on("error", (error) => (why += error.message));

  if ((await word(keeper)) !== "ready") return why.trim() || "no namespace of its own";
  const tell = async (expected: string) => {
    keeper.stdin.write("\n");
    const said = await word(keeper);
    if (said !== expected) throw new Error(`the small disk is not ${expected} but ${said}: ${why}`);
  };
  return {
    folder: `/proc/${keeper.pid}/root${place}/space`,
    fill: () => tell("full"),
    empty: () => tell("free"),
    end: () => keeper.kill(),
  };
}

export type Disk = { folder: string; fill(): Promise<void>; empty(): Promise<void>; end(): void };

const word = ({ stdout }: ChildProcess): Promise<string | undefined> =>
  new Promise((resolve) => {
    stdout?.once("data", (text) => resolve(String(text).trim()));
    stdout?.once("close", () => resolve(undefined));
  });
