import { expect, test } from "@playwright/test";
import { signInAs } from "@/tests/support/sign-in";

test("U38: the list of villages stays in the window, and the keyboard goes on from what it chose", async ({ page }) => {
  await signInAs(page);
  await page.goto("/trainees/new");
  const search = page.locator('main form input[role="combobox"]');

  for (const at of ["end", "start"] as const) {
    await search.evaluate((input, block) => input.scrollIntoView({ block }), at);
    await search.fill("村");
    const list = page.getByRole("listbox");
    await expect(list).toBeVisible();
    const box = await list.boundingBox();
    const header = await page.locator(".header").boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0));
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(768);
    await search.fill("");
  }
  await search.fill("村");
  await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");

  const change = page.locator("main .combo-chosen button");
  await expect(change).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(search).toBeFocused();
});

test("U24: a link of the error box leads to its field, label and words below the header", async ({ page }) => {
  await signInAs(page);
  await page.goto("/trainees/new");
  await page.getByRole("button", { name: "保存学员" }).click();
  const box = page.locator("[data-refusal]");
  await expect(box).toBeFocused();

  for (const name of ["name", "villageCode", "category", "noticeWay"]) {
    await box.locator(`[data-field="${name}"] a`).click();
    const control = page.locator(name === "villageCode" ? 'input[role="combobox"]' : `[name="${name}"]`);
    const label = page.locator(".field", { has: control }).locator("label, legend").first();
    const header = await page.locator(".header").boundingBox();
    const top = (await label.boundingBox())?.y ?? 0;
    expect([name, top >= (header?.y ?? 0) + (header?.height ?? 0)]).toEqual([name, true]);
  }
});
