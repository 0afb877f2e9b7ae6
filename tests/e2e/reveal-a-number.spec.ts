import { expect, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import { expectTold, field } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

test("R91, R92: a number is masked until somebody gives a reason, and the look is noted", async ({ page }) => {
  const { id: traineeId, idNumber } = await stage.trainee();
  const { id: accountId } = await signInAs(page);
  await page.goto(`/trainees/${traineeId}`);
  const show = page.getByRole("region", { name: "查看完整号码" }).getByRole("button", { name: "查看" });
  expect(await page.content()).not.toContain(idNumber);

  await show.click();
  await expect(page.locator("[data-refusal] [data-field=reason]")).toBeVisible();
  await field(page, "reason").selectOption("CARD_CHECK");
  await show.click();
  await expectTold(page, idNumber);

  await page.reload();
  expect(await page.content()).not.toContain(idNumber);
  expect(
    await db.accessEntry.findMany({
      where: { accountId, subjectId: traineeId },
      select: { field: true, reason: true },
    }),
  ).toEqual([{ field: "idNumber", reason: expect.stringContaining("CARD_CHECK") }]);
});
