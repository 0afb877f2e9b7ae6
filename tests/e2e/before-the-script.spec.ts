import { expect, type Page, test } from "@playwright/test";
import { addDays } from "@/lib/value/calendar";
import { recordsOfTheDemo } from "@/tests/support/demo-records";
import * as make from "@/tests/support/make";
import { addressOf, field, listPages } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

/** Whose pages hold forms; the pages of the system administrator are read only. */
const roles = [...new Set(listPages().map(({ role }) => role))].filter((role) => role !== "SYS_ADMIN");

// A slow line: the page stands there and can be filled in, its script comes when the test lets it.

test("U24: everything typed and chosen before the script came is still there afterwards", async ({ page }) => {
  const { name, idNumber, phone } = stage.person();
  await signInAs(page);
  const letScriptCome = await openWithoutScript(page, "/trainees/new");

  await field(page, "idNumber").fill(idNumber);
  await field(page, "name").fill(name);
  await field(page, "villageCode").selectOption("513338101201");
  await field(page, "phone").fill(phone);
  await field(page, "category").selectOption("NZY");
  await field(page, "registeredPoor").check();
  await page
    .locator("main details")
    .filter({ has: page.locator('[name="otherCategories[]"]') })
    .locator("summary")
    .click();
  await field(page, "otherCategories[]").nth(2).check();
  await field(page, "note").fill("写在脚本之前");
  await field(page, "noticeWay").nth(1).check();
  await letScriptCome();

  await expect(page.locator("main .combo-chosen")).toContainText("瓦卡");
  await expect(field(page, "villageCode")).toHaveValue("513338101201");
  await expect(field(page, "idNumber")).toHaveValue(idNumber);
  await expect(page.getByRole("status").filter({ hasText: idNumber.slice(6, 14) })).toBeVisible();
  await expect(field(page, "name")).toHaveValue(name);
  await expect(field(page, "phone")).toHaveValue(phone);
  await expect(field(page, "category")).toHaveValue("NZY");
  await expect(field(page, "registeredPoor")).toBeChecked();
  await expect(field(page, "otherCategories[]").nth(2)).toBeChecked();
  await expect(field(page, "note")).toHaveValue("写在脚本之前");
  await expect(field(page, "noticeWay").nth(1)).toBeChecked();
});

test("U24: a text that was changed before the script came stays changed", async ({ page }) => {
  const { id } = await make.trainee({ note: "旧的备注" });
  await signInAs(page);
  const letScriptCome = await openWithoutScript(page, `/trainees/${id}/edit`);

  await expect(field(page, "note")).toHaveValue("旧的备注");
  await field(page, "note").fill("新的备注");
  await field(page, "villageCode").selectOption({ index: 3 });
  const village = await field(page, "villageCode").inputValue();
  await letScriptCome();

  await expect(page.locator("main .combo-chosen")).toBeVisible();
  await expect(field(page, "note")).toHaveValue("新的备注");
  await expect(field(page, "villageCode")).toHaveValue(village);
});

test("U24: whoever was ticked before the script came stays ticked, and a cohort chosen before it counts", async ({
  page,
}) => {
  const first = await make.cohort({ startsOn: addDays(stage.today, 5) });
  const second = await make.cohort({ startsOn: addDays(stage.today, 6) });
  const { id, initials } = await stage.trainee();
  await signInAs(page);

  let letScriptCome = await openWithoutScript(page, `/cohorts/${first.id}/roster/several?q=${initials}`);
  await field(page, "traineeIds[]").check();
  await letScriptCome();
  await expect(page.getByRole("checkbox", { name: "选择本页全部" })).toBeVisible();
  await expect(field(page, "traineeIds[]")).toBeChecked();

  letScriptCome = await openWithoutScript(page, `/trainees/${id}?cohort=${first.id}`);
  await page.getByRole("combobox", { name: "班期" }).selectOption(second.id);
  await letScriptCome();
  await expect(page.getByRole("button", { name: `报名 ${second.number}`, exact: true })).toBeVisible();
});

for (const role of roles) {
  test(`U24: whatever ${role} filled in before the script came stays, in every field of every form`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await signInAs(page, role);
    const ids = await recordsOfTheDemo();
    const lost: string[] = [];
    let forms = 0;

    for (const { path } of listPages().filter((one) => one.role === role)) {
      const letScriptCome = await openWithoutScript(page, addressOf(path, ids));
      await page.locator("footer").waitFor();
      const before = await page.evaluate(fillIn, "main form");
      await letScriptCome();
      if (Object.keys(before).length > 0) {
        forms++;
        await page.waitForFunction(isAlive, "main form");
        const after = await page.evaluate(read, "main form");
        for (const [control, value] of Object.entries(before))
          if (after[control] !== value) lost.push(`${path} ${control}: ${value} → ${after[control]}`);
      }
      await page.unrouteAll({ behavior: "wait" });
    }

    expect(lost).toEqual([]);
    expect(forms).toBeGreaterThan(0);
  });
}

/**
 * Writes something into every control, as somebody does who does not wait; what each holds then, by form and name. What
 * nobody fills in is left out: the page follows a choice by itself (the cohort it shows, once another was chosen).
 */
function fillIn(forms: string): Record<string, string> {
  for (const control of document.querySelectorAll<HTMLInputElement>(`${forms} :is(input, select, textarea)`)) {
    if (control.disabled || control.readOnly || ["hidden", "file"].includes(control.type)) continue;
    if (control instanceof HTMLSelectElement) (control as HTMLSelectElement).selectedIndex = control.options.length - 1;
    else if (["checkbox", "radio"].includes(control.type)) control.checked = !control.checked;
    else control.value = { date: "2018-09-03", time: "10:15", number: "7" }[control.type] ?? "七";
  }
  const held: Record<string, string> = {};
  for (const [place, form] of [...document.querySelectorAll<HTMLFormElement>(forms)].entries())
    for (const [name, value] of new FormData(form))
      if (typeof value === "string" && form.querySelector(`[name="${CSS.escape(name)}"]:not([type="hidden"])`))
        held[`${place}.${name}`] = `${held[`${place}.${name}`] ?? ""} ${value}`;
  return held;
}

function read(forms: string): Record<string, string> {
  const held: Record<string, string> = {};
  for (const [place, form] of [...document.querySelectorAll<HTMLFormElement>(forms)].entries())
    for (const [name, value] of new FormData(form))
      if (typeof value === "string") held[`${place}.${name}`] = `${held[`${place}.${name}`] ?? ""} ${value}`;
  return held;
}

/** React has taken every form over. */
const isAlive = (forms: string) =>
  [...document.querySelectorAll(forms)].every((form) => Object.keys(form).some((key) => key.startsWith("__react")));

async function openWithoutScript(page: Page, address: string) {
  const waiting: (() => Promise<void>)[] = [];
  let isHeld = true;
  await page.route(/\/_next\/static\/.*\.js/, (route) => {
    if (!isHeld) return route.fallback();
    waiting.push(() => route.fallback());
  });
  await page.goto(address, { waitUntil: "commit" });
  return async () => {
    isHeld = false;
    await Promise.all(waiting.map((go) => go()));
  };
}
