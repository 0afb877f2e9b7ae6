import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { Connection } from "@/lib/database/connection";
import { asRefusal } from "@/lib/refusal/refusal";
import { PrismaClient } from "@/prisma/generated/client";
import { appUrl, ownerUrl, sql } from "@/tests/support/database";

const clientOf = (address: string) => new PrismaClient({ adapter: new Connection(address) });
// The port of a service that nobody runs: whoever knocks is sent away at once.
const away = clientOf("postgresql://portal@127.0.0.1:1/portal");
const here = clientOf(appUrl());

afterAll(async () => {
  await away.$disconnect();
  await here.$disconnect();
});

test("invariants 6: a database that is away is UNAVAILABLE to a page and to a transaction", async () => {
  await expect(away.base.findFirst()).rejects.toMatchObject({ digest: "UNAVAILABLE" });
  const refusal = await away.$transaction((tx) => tx.base.findFirst()).catch(asRefusal);
  expect(refusal).toMatchObject({ refusal: "UNAVAILABLE" });
});

test.each([
  ["a password that is no longer right", { password: "x" }],
  ["a login that may not sign in", { username: "portal_app" }],
  ["a database that is not there, as while it is restored", { pathname: "/nowhere" }],
])("invariants 6: a server that answers with %s is as good as away", async (_, change) => {
  const client = clientOf(Object.assign(new URL(appUrl()), change).href);

  const asked = await client.base.findFirst().catch((error: unknown) => error);

  await client.$disconnect();
  expect(asked).toMatchObject({ digest: "UNAVAILABLE" });
});

test("invariants 6: a connection that ends in the middle is UNAVAILABLE, and the next question is answered", async () => {
  await expect(here.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`).rejects.toMatchObject({
    digest: "UNAVAILABLE",
  });

  await expect(here.base.count()).resolves.toBeGreaterThanOrEqual(0);
});

// Found by tests/disaster/crash.spec.ts: the driver has words of its own for it, and no code.
test("invariants 6: a connection that ends between two questions of a story is UNAVAILABLE", async () => {
  const asked = here.$transaction(async (tx) => {
    const [own] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
    await sql("owner", "SELECT pg_terminate_backend($1, 5000)", [own?.pid]);
    return tx.base.count();
  });

  expect(await asked.catch(asRefusal)).toMatchObject({ refusal: "UNAVAILABLE" });
});

test("invariants 6: a page that waits too long for a lock is told BUSY, like an action", async () => {
  const keeper = new pg.Client({ connectionString: ownerUrl() });
  await keeper.connect();
  await keeper.query("BEGIN");
  await keeper.query("LOCK TABLE base IN ACCESS EXCLUSIVE MODE");

  const asked = await here.base.count().catch((error: unknown) => error);

  await keeper.end();
  expect(asked).toMatchObject({ digest: "BUSY" });
});
