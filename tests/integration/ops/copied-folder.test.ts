import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { passwordFile } from "@/scripts/postgres/postgres-files.mjs";
import { findRunning } from "@/scripts/postgres/running.mjs";
import { sql } from "@/tests/support/database";

test("a data folder that was copied from a running server says so; the server's own folder is found", async () => {
  const [shown] = await sql("owner", "SHOW data_directory");
  const original = String(shown?.data_directory);
  const place = mkdtempSync(path.join(tmpdir(), "copied-"));
  onTestFinished(() => rmSync(place, { recursive: true }));
  const copy = path.join(place, "cluster");
  mkdirSync(copy);
  copyFileSync(path.join(original, "postmaster.pid"), path.join(copy, "postmaster.pid"));
  copyFileSync(passwordFile(original), passwordFile(copy));

  expect(await findRunning(original)).toMatchObject({ ready: true });
  await expect(findRunning(copy)).rejects.toThrow(`was copied while the PostgreSQL of ${original} ran`);
});
