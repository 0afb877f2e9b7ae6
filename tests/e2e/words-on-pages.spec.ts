import { expect, type Page, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import { recordsOfTheDemo } from "@/tests/support/demo-records";
import { addressOf, listPages } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";

/** A stored state or code, an id, a name of a column, a number of our own rules, a value that is none. */
const raw =
  /\b[A-Z]{3,}_[A-Z_]+\b|\b(DRAFT|SUBMITTED|APPROVED|REJECTED|CONFIRMED|CLOSED|FINAL|LOCKED)\b|[0-9a-f]{8}-[0-9a-f]{4}-|\bR\d{1,3}\b|\b[a-z]+(_[a-z]+)+\b|\bnull\b|\bundefined\b|\bNaN\b|\[object/g;

/** The views of the self-check are named for the administrator who repairs; the audit has a test of its own below. */
const technical = ["/admin/checks", "/admin/audit"];

/** What somebody reads on a page, fields and choices included. */
async function rawOn(page: Page): Promise<string[]> {
  const [said, typed] = await page.evaluate(() => [
    document.body.innerText,
    [
      ...document.querySelectorAll<HTMLInputElement>(
        "main input:not([type=hidden], [type=checkbox], [type=radio]), main textarea",
      ),
    ]
      .map(({ value }) => value)
      .join("\n"),
  ]);
  return [...new Set(`${said}\n${typed}`.match(raw) ?? [])];
}

test("U31: no page shows a stored code, an id, a name of a column, a rule number or null", async ({ page }) => {
  test.setTimeout(300_000);
  const ids = await recordsOfTheDemo();

  const found: string[] = [];
  let signedIn: string | undefined;
  const pages = listPages().filter(({ path }) => !technical.includes(path));
  for (const { path, role } of pages.sort((one, other) => one.role.localeCompare(other.role))) {
    if (role !== signedIn) await signInAs(page, role);
    signedIn = role;
    await page.goto(addressOf(path, ids));
    for (const word of await rawOn(page)) found.push(`${path} (${role}): ${word}`);
  }

  expect(found).toEqual([]);
});

// What other tests note past the portal has no words; the demo's own people have acted through it only.
for (const username of ["yangjin", "danzeng", "liming", "aid", "leader"]) {
  test(`U31: all that ${username} has done in the demo reads as words`, async ({ page }) => {
    test.setTimeout(120_000);
    const { name } = await db.account.findUniqueOrThrow({ where: { username }, select: { name: true } });
    await signInAs(page, "AUDITOR");

    const found: string[] = [];
    await page.goto(`/admin/audit?who=${encodeURIComponent(name)}`);
    for (let count = 0; count < 10; count++) {
      const main = await page.locator("main table").innerText();
      for (const word of main.match(raw) ?? []) found.push(word);
      for (const word of main.match(/其他项目|其他操作/g) ?? []) found.push(word);
      const older = page.getByRole("link", { name: "更早的记录" });
      if ((await older.count()) === 0) break;
      await older.click();
      await page.waitForURL(/before=/);
    }

    expect([...new Set(found)]).toEqual([]);
  });
}
