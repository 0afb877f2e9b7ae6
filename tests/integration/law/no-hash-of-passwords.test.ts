import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

// R100: a password is kept by its slow hash alone.
const migration = readFileSync("prisma/migrations/20261130000000_no_hash_of_passwords/migration.sql", "utf8");

test("the hashes that held a password are emptied, those of other forms stay", async () => {
  const { id } = await make.signer("BASE_STAFF");
  for (const verb of ["report.exportFull", "course.create"])
    await sql("owner", "INSERT INTO submissions (actor_id, key, verb, input_hash) VALUES ($1, $2, $3, 'hash')", [
      id,
      newId(),
      verb,
    ]);

  await sql("owner", migration);

  expect(
    await sql("owner", "SELECT verb, input_hash FROM submissions WHERE actor_id = $1 ORDER BY verb", [id]),
  ).toEqual([
    { verb: "course.create", input_hash: "hash" },
    { verb: "report.exportFull", input_hash: "" },
  ]);
});
