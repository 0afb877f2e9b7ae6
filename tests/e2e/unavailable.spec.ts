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

  await page.goto(trainers);

  const notice = page.locator('[data-refusal="UNAVAILABLE"]');
  await expect(notice).toContainText(zhCN.unavailable.text);
  await expect(notice).not.toContainText(zhCN.reference);
  await keeper.end();
  await Promise.all(waiting);
  await notice.getByRole("button", { name: zhCN.retry }).click();
  await expect(page.getByRole("heading", { level: 1, name: "教师" })).toBeVisible();
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
