import { expect, type Locator, type Page } from "@playwright/test";

type Most = { inputs: number; keys?: number };

/** ux.md section 4: does what a person does and counts it; one too many fails the job at that very step. */
export function counting(page: Page, most: Most) {
  const done = { inputs: 0, keys: 0 };

  function count(inputs: number, keys: number) {
    done.inputs += inputs;
    done.keys += keys;
    if (done.inputs > most.inputs) throw new Error(`input ${done.inputs} of at most ${most.inputs}`);
    if (most.keys !== undefined && done.keys > most.keys) throw new Error(`key ${done.keys} of at most ${most.keys}`);
  }

  return {
    done,
    /** Keys pressed together count each. */
    async press(keys: string) {
      count(0, keys.split("+").filter(Boolean).length || 1);
      await page.keyboard.press(keys);
    },
    /** A single key of the page: it acts as soon as the page's script has come, so it is pressed until it does, and counted once. */
    async shortcut(key: string, target: Locator) {
      count(0, 1);
      await expect(async () => {
        await page.keyboard.press(key);
        await expect(target).toBeFocused({ timeout: 250 });
      }).toPass();
    },
    /** One input into whatever has the focus. */
    async type(text: string) {
      count(1, text.length);
      await page.keyboard.type(text);
    },
    async fill(field: Locator, text: string) {
      count(1, text.length);
      await field.fill(text);
    },
    async select(field: Locator, value: string) {
      count(1, 0);
      await field.selectOption(value);
    },
    async tick(field: Locator) {
      count(1, 0);
      await field.check();
    },
  };
}
