import { figureOf, loadsAt, ratio } from "./figures";
import { type Name, reached } from "./goals";
import { elementsIn, rowsIn } from "./html";
import { keptAt } from "./keep";
import { ask, read, sixteen, sixteenBare, sixteenBelow } from "./ratio";
import type { Goal, Measured, Result } from "./result";
import { roundsOf, type Side } from "./rounds";
import { setting } from "./setting";
import type { Visitor } from "./visitor";

export type Page = {
  operation: string;
  /** Who opens it. */
  as: string;
  path: string;
  /** Its limit with proxy, sign-in and as many elements; and the bare page from before, where there is one. */
  floor: string;
  bare?: string;
  /** How many rows the tables of the three show, and what the portal's has to say. */
  rows: { portal: number; floor: number; bare?: number };
  words: string[];
  kind?: "list" | "board";
};

const times = { one: 60, sixteen: 240 };

/** One page of the portal beside its limits. */
export async function measurePage(page: Page): Promise<Result> {
  const [people, guests, anybody] = [await sixteen(page.as), await sixteenBelow(page.as), sixteenBare()];
  const below = await floorOf(page, people[0], guests[0]);
  if (page.bare) {
    const html = await read(anybody[0], { path: page.bare });
    requireRows(page.bare, html, page.rows.bare ?? page.rows.floor);
  }

  const asking = (visitors: Visitor[], path: string) => (client: number) => ask(visitors[client], { path });
  const sides: Side[] = [
    { who: "portal", served: setting.portal, once: asking(people, page.path) },
    { who: "floor", served: setting.reference, once: asking(guests, below) },
  ];
  if (page.bare) sides.push({ who: "bare page", served: setting.reference, once: asking(anybody, page.bare) });
  const measured = await roundsOf(sides, times);
  return { operation: page.operation, loads: measured, goals: goalsOf(page, measured) };
}

/** The address under which the floor's page has as many elements as the portal's; neither may show less than is said of it. */
async function floorOf({ path, floor, rows, words }: Page, person?: Visitor, guest?: Visitor): Promise<string> {
  const html = await read(person, { path });
  requireRows(path, html, rows.portal);
  for (const word of words) if (!html.includes(word)) throw new Error(`${path} does not say ${word}`);

  const least = elementsIn(await read(guest, { path: floor }));
  const filled = `${floor}${floor.includes("?") ? "&" : "?"}fill=${Math.max(0, elementsIn(html) - least)}`;
  const limit = await read(guest, { path: filled });
  requireRows(filled, limit, rows.floor);
  if (elementsIn(limit) < elementsIn(html)) throw new Error(`${filled} has fewer elements than ${path}`);
  return filled;
}

function requireRows(path: string, html: string, wanted: number) {
  if (rowsIn(html) !== wanted) throw new Error(`${path} shows ${rowsIn(html)} rows, not ${wanted}`);
}

function goalsOf({ operation, kind, bare }: Page, measured: Measured[]): Goal[] {
  const at = (who: string, clients = 16) => loadsAt(measured, who, clients);
  const html = reached(
    "page/html",
    ratio(at("portal", 1), at("floor", 1), ({ bytes }) => bytes),
  );
  if (!kind) return [html];

  const name = (what: "processor" | "statements"): Name => `${kind}/${what}`;
  return [
    ...[1, 16].map((clients) =>
      reached(
        name("processor"),
        ratio(at("portal", clients), at("floor", clients)),
        clients === 1 ? "1 client" : `${clients} clients`,
      ),
    ),
    reached(
      name("statements"),
      figureOf(at("portal", 1), ({ statements }) => statements),
    ),
    html,
    ...(bare ? [reached("page/before", ratio(at("portal"), at("bare page")))] : []),
    ...(kind === "list" && bare ? [reached("list/rosario", ratio(at("portal"), at("bare page")))] : []),
    ...(kind === "board" ? growthOf(operation, at("portal")) : []),
  ];
}

/** Measured at the small base before, a dashboard is compared with itself. */
function growthOf(operation: string, now: ReturnType<typeof loadsAt>): Goal[] {
  const before = loadsAt(keptAt(0.1, operation)?.loads ?? [], "portal", 16);
  if (before.length === 0 || setting.scale <= 0.1) return [];
  const once = figureOf(before, ({ serverMs, databaseMs }) => serverMs + databaseMs).median;
  return [
    reached(
      "board/growth",
      figureOf(now, ({ serverMs, databaseMs }) => (serverMs + databaseMs) / once),
    ),
  ];
}
