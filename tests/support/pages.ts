import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { may, mayPropose, type Permission, permissions, roles } from "@/lib/auth/permissions";

const app = join(import.meta.dirname, "../../app");

/** A control of the page's main part by the name it is posted under. */
export const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);

/** What the page says after an act, where screen readers hear it. */
export const expectTold = (page: Page, words: string | RegExp) =>
  expect(page.getByRole("status").filter({ hasText: words }).first()).toBeVisible();

/** Finds a village by typing and takes the first. */
export async function chooseVillage(page: Page, typed = "松麦") {
  await page.locator('main form input[role="combobox"]').fill(typed);
  await page.getByRole("listbox").getByRole("option").first().click();
}

/** Collects what a browser complains about: errors in its console, errors nobody caught. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

/** Every page behind sign-in as the app folder has it, with the permission it asks for: a new page cannot be forgotten. */
export function listPages() {
  return readdirSync(join(app, "(portal)"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("page.tsx"))
    .map((file) => {
      const text = readFileSync(join(app, "(portal)", file), "utf8");
      const [, demand, asked] = /require(Actor|Proposer)\("([^"]+)"\)/.exec(text) ?? [];
      const permission = asked as Permission;
      if (!permissions.includes(permission)) throw new Error(`${file} asks for no permission`);
      const granted = demand === "Proposer" ? mayPropose : may;
      const role = roles.find((one) => granted(one, permission));
      if (!role) throw new Error(`nobody may see ${file}`);
      return { path: `/${file.replace(/\/?page\.tsx$/, "")}`, role, permission, granted };
    })
    .sort((one, other) => one.path.localeCompare(other.path));
}

/** Every route handler of the app, with the permission it asks for where it stands behind sign-in. */
export function listRoutes() {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts"))
    .map((file) => {
      const asked = /requireActor\("([^"]+)"\)/.exec(readFileSync(join(app, file), "utf8"))?.[1];
      const path = `/${file.replace("(portal)/", "").replace(/\/?route\.ts$/, "")}`;
      return { path, permission: asked as Permission | undefined, granted: may };
    })
    .sort((one, other) => one.path.localeCompare(other.path));
}

/** The address of a page, its places filled with records that exist. */
export function addressOf(path: string, ids: Record<string, string>) {
  return path.replace(/\[(\w+)\]/g, (_, name: string) => {
    const id = ids[name];
    if (!id) throw new Error(`${path}: no record for [${name}], add one to every-page.spec.ts`);
    return id;
  });
}

/** What A4 on its side has between its margins, in pixels of a page. */
export const paperWidth = Math.floor((269 / 25.4) * 96);

/** Names of rows in less room than four characters, or wider than their cell; what is hidden is not looked at. */
export const crampedNames = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("main tbody th[scope=row]")].flatMap((cell) => {
      const text = cell.textContent?.trim() ?? "";
      if (text.length < 4 || !cell.checkVisibility()) return [];
      const size = Number.parseFloat(getComputedStyle(cell).fontSize);
      const room = cell.clientWidth / size;
      // A closing bracket at the end of a line may hang out by half a character.
      return room < 4 || cell.scrollWidth > cell.clientWidth + size / 2
        ? [`${text.slice(0, 20)}: ${room.toFixed(1)} em`]
        : [];
    }),
  );

/** Cells of a card that stand in one place, the one over the other: each place of a card takes one. */
export const piledCells = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("main .cards tr")].flatMap((row) => {
      const places = new Map<string, Element[]>();
      for (const cell of row.children) {
        const { display, gridRowStart, gridColumnStart } = getComputedStyle(cell);
        if (display === "none" || gridRowStart === "auto") continue;
        const place = `${gridRowStart} ${gridColumnStart}`;
        places.set(place, [...(places.get(place) ?? []), cell]);
      }
      const piled = [...places.values()].filter((cells) => cells.length > 1);
      return piled.map((cells) =>
        cells.map(({ className, textContent }) => `${className}: ${textContent}`).join(" | "),
      );
    }),
  );
