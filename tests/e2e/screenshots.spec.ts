import { existsSync, mkdirSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import { signIn } from "@/tests/support/sign-in";

const folder = "docs/screenshots";
const wanted = process.env.SCREENSHOTS === "1";

const pictures = [
  { name: "today", address: "/today", width: 1366, colorScheme: "light" },
  { name: "roster", address: "roster", width: 1366, colorScheme: "light" },
  { name: "schedule", address: "/schedule", width: 1366, colorScheme: "light" },
  { name: "fund", address: "/fund?year=2018&asOf=2018-08-22", width: 1366, colorScheme: "light", who: "aid" },
  { name: "completions", address: "/reports/completions?year=2018", width: 1366, colorScheme: "light" },
  { name: "today-phone-dark", address: "/today", width: 390, colorScheme: "dark" },
] as const;

for (const { name, address, ...look } of pictures) {
  test(`the README's picture ${name} is there, and is made anew when it is asked for`, async ({ page }) => {
    if (wanted) await take(page, name, address, look);

    expect(existsSync(`${folder}/${name}.png`)).toBe(true);
  });
}

type Look = { width: number; colorScheme: "light" | "dark"; who?: string };

async function take(page: Page, name: string, address: string, look: Look) {
  const username = look.who ?? "yangjin";
  const { id } = await db.account.findUniqueOrThrow({ where: { username }, select: { id: true } });
  const cohort = await db.cohort.findFirstOrThrow({ where: { number: "2018-002" }, select: { id: true } });
  await signIn(page, id);
  await page.setViewportSize({ width: look.width, height: 900 });
  await page.emulateMedia({ colorScheme: look.colorScheme });
  await page.goto(address === "roster" ? `/cohorts/${cohort.id}/roster` : address);
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}
