import { expect, test } from "@playwright/test";
import pg from "pg";
import zhCN from "@/lib/wording/zh-CN/fault.json";
import { ownerUrl } from "@/tests/support/database";
import { signIn } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

// On the second server, whose connections no other errand needs.
const trainers = `${process.env.E2E_ORIGIN_2}/trainers`;

test("invariants 6: with the pool full a page says so and offers another try, which then succeeds", async ({
  page,
}) => {
  const signInId = await signIn(page, (await stage.account("BASE_STAFF")).id);
  const keeper = await keep(signInId);
  // More than the pool holds: whatever becomes free goes to one of them first.
  const waiting = Array.from({ length: 48 }, () => page.request.get(trainers));
  await page.waitForTimeout(500);

  const opened = await page.goto(trainers);
  const header = await opened?.headerValue("retry-after");

  expect([opened?.status(), header]).toEqual([503, "5"]);
  const notice = page.locator('[data-refusal="UNAVAILABLE"]');
  await expect(notice).toContainText(zhCN.unavailable.text);
  await expect(notice).not.toContainText(zhCN.reference);
  await keeper.end();
  // 64 rosters at once gave 13 times an empty 500.
  expect((await Promise.all(waiting)).map((answer) => answer.status())).not.toContain(500);
  await notice.getByRole("button", { name: zhCN.retry }).click();
  await expect(page.getByRole("heading", { level: 1, name: "教师" })).toBeVisible();
});

test("invariants 5.8, 7: behind the door Next answers nothing strange with a fault, and files carry the headers", async ({
  request,
}) => {
  const { origin } = new URL(trainers);
  const get = (path: string, headers: Record<string, string> = {}) =>
    request.get(origin + path, { headers, maxRedirects: 0 }).then((answer) => answer.status());

  expect(await get("/sign-in", { "x-forwarded-host": "evil.example" })).toBe(421);
  expect(await get("/sign-in?from=%00")).toBe(400);
  const icon = await request.get(`${origin}/icon.svg`);
  expect([icon.status(), icon.headers()["x-content-type-options"]]).toEqual([200, "nosniff"]);
  const page = await request.get(`${origin}/sign-in`);
  expect(page.headersArray().filter(({ name }) => /^x-content-type-options$/i.test(name))).toHaveLength(1);
  // Nobody asks for /favicon.ico where the head names an icon.
  expect(await page.text()).toContain('rel="icon" href="/icon.svg"');
  const script = /\/_next\/static\/[^"]+\.js/.exec(await page.text())?.[0] ?? "";
  expect((await request.get(origin + script)).headers()).toMatchObject({ "x-content-type-options": "nosniff" });
});

/** Holds a sign-in that was not seen for a while, so that each request under it waits with a connection in its hand. */
async function keep(signInId: string) {
  const keeper = new pg.Client({ connectionString: ownerUrl() });
  await keeper.connect();
  await keeper.query("UPDATE sign_ins SET last_seen_at = now() - interval '2 minutes' WHERE id = $1", [signInId]);
  await keeper.query("BEGIN");
  await keeper.query("SELECT FROM sign_ins WHERE id = $1 FOR UPDATE", [signInId]);
  return keeper;
}
