import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const wcag22aa = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** U38: what WCAG 2.2 AA finds wrong with the page as it stands, one line each; of colours alone where only they changed. */
export async function violationsOf(page: Page, of: "everything" | "colours" = "everything"): Promise<string[]> {
  // No page of ours has frames: without the blank page that gathers them a look takes half the time.
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  const asked = of === "colours" ? builder.withRules("color-contrast") : builder.withTags(wcag22aa);
  const { violations } = await asked.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
