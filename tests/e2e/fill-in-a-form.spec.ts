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

test("invariants 6: a field too long to be looked at is named before anything reads it, and the others are kept", async ({
  page,
}) => {
  await signInAs(page);
  await page.goto("/trainers/new");
  const unit = page.locator('main [name="unit"]');
  await page.locator('main [name="name"]').fill("李蓉");
  await unit.evaluate((input) => {
    input.removeAttribute("maxlength");
    (input as HTMLInputElement).value = "\u0F71\u0F72".repeat(5_001);
  });

  await page.locator('main button[type="submit"]').click();

  await expect(unit).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator('main [name="name"]')).toHaveValue("李蓉");
});
