import { expect, test } from "@playwright/test";
import pg from "pg";
import { db } from "@/lib/database/db";
import refusal from "@/lib/wording/zh-CN/refusal.json";
import { appUrl, ownerUrl, sql, withDatabase } from "@/tests/support/database";
import { portalAt } from "@/tests/support/disaster/server";
import { type Disk, smallDisk } from "@/tests/support/disaster/small-disk";
import { deskOf, openForm, post } from "@/tests/support/form-post";
import { field } from "@/tests/support/pages";
import { signIn } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

const portal = portalAt(process.env.E2E_ORIGIN ?? "", { DATABASE_URL: withDatabase(appUrl(), "small") });
/** Big enough that no page with a little room left takes it. */
const bulky = { unit: "某校".repeat(25), speciality: "烹饪".repeat(25) };
let disk: Disk | string;

test.beforeAll(async () => {
  disk = await smallDisk();
});
test.afterAll(async () => {
  await portal.kill();
  await inMaintenance("DROP DATABASE IF EXISTS small WITH (FORCE)", "DROP TABLESPACE IF EXISTS small");
  if (typeof disk !== "string") disk.end();
});

test("invariants 6: with the database's disk full a write is refused and kept, nothing confirmed is lost, and it goes on when there is room", async ({
  page,
}) => {
  test.setTimeout(240_000);
  if (typeof disk === "string") {
    process.stderr.write(`\nNOT TRIED: a full disk needs a small disk, and this machine gives none (${disk})\n\n`);
    return;
  }
  const { id } = await stage.account("BASE_STAFF");
  const desk = await deskOf(id, portal.origin);
  await signIn(page, id);
  await moveToSmallDisk(disk.folder);
  await portal.start();
  const form = await openForm(desk, "/trainers/new", 'name="speciality"');
  const waiting = longName();
  await page.goto("/trainers/new");
  for (const [name, value] of Object.entries({ name: waiting, ...bulky })) await field(page, name).fill(value);

  await disk.fill();
  const confirmed: string[] = [];
  // A refused write leaves room behind that the next may find: the disk is full when one after another is refused.
  for (let n = 0, refused = 0; n < 2_000 && refused < 20; n++) {
    const name = longName();
    const again = { ...form, holds: withKey(form.holds) };
    const answer = await post(desk, again, { name, ...bulky });
    if (answer.status === 303) confirmed.push(name);
    else expect(answer).toMatchObject({ status: 503, refusal: "UNAVAILABLE" });
    refused = answer.status === 303 ? 0 : refused + 1;
  }
  await page.getByRole("main").locator('button[type="submit"]').click();
  await expect(page.locator('[data-refusal="UNAVAILABLE"]')).toContainText(refusal.UNAVAILABLE);
  await expect(field(page, "name")).toHaveValue(waiting);

  await disk.empty();
  await page.getByRole("main").locator('button[type="submit"]').click();
  await expect(page).toHaveURL(/\/trainers\/[0-9a-f-]{36}$/);
  expect(await storedIn("small")).toEqual([...confirmed, waiting].sort());
});

/** A name nobody else has, always of one length; a name holds no digits. */
const longName = (): string => `盘${crypto.randomUUID().replace(/[\d-]/g, (one) => "ghijklmnop"[Number(one)] ?? "")}`;

const withKey = (holds: [string, string][]): [string, string][] =>
  holds.map(([name, value]) => [name, name === "submissionKey" ? crypto.randomUUID() : value]);

/** A copy of the base on the small disk, with the people who are signed in. */
async function moveToSmallDisk(folder: string) {
  await db.$disconnect();
  const name = new URL(ownerUrl()).pathname.slice(1);
  await inMaintenance(
    `CREATE TABLESPACE small LOCATION '${folder}'`,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
    `CREATE DATABASE small TEMPLATE ${name} TABLESPACE small`,
    // A copy comes without the rights on the database; with that one the portal would not start.
    "REVOKE TEMPORARY ON DATABASE small FROM PUBLIC",
  );
}

async function inMaintenance(...statements: string[]) {
  const client = new pg.Client({ connectionString: withDatabase(ownerUrl(), "postgres") });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function storedIn(database: string): Promise<string[]> {
  const before = new Set((await sql<{ name: string }>("owner", "SELECT name FROM trainers")).map(({ name }) => name));
  const client = new pg.Client({ connectionString: withDatabase(ownerUrl(), database) });
  await client.connect();
  const { rows } = await client.query("SELECT name FROM trainers").finally(() => client.end());
  return rows
    .map(({ name }) => String(name))
    .filter((name) => !before.has(name))
    .sort();
}
