import type { Page } from "@playwright/test";
import { sessionCookie, tokenOf } from "@/lib/auth/options";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import type { Role } from "@/prisma/generated/enums";
import { account, password } from "@/tests/support/stage";

/** A page on which somebody of this role is signed in already, under an account of his own; the sign-in page has its own tests. */
export async function signInAs(page: Page, role: Role = "BASE_STAFF") {
  const person = await account(role);
  await signIn(page, person.id);
  return person;
}

/** The row and the cookie a right password leads to. */
export async function signIn(page: Page, accountId: string) {
  const id = newId();
  await db.signIn.create({ data: { id, accountId, address: "127.0.0.1" }, select: { id: true } });
  const { name } = sessionCookie();
  const origin = process.env.E2E_ORIGIN;
  if (!origin) throw new Error("E2E_ORIGIN is not set: run npm run test:e2e");
  await page.context().addCookies([{ name, value: await tokenOf(id), url: origin }]);
  return id;
}

/** The way everybody takes: user name, password, button. */
export async function signInByHand(page: Page, username: string, typed = password) {
  await page.locator('[name="username"]').fill(username);
  await page.locator('[name="password"]').fill(typed);
  await page.getByRole("main").getByRole("button", { name: "登录" }).click();
}
