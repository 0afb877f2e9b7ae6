import "server-only";
import { codeItems, isInForce } from "@/lib/code/queries/items";
import type { Tx } from "@/lib/database/db";
import { together } from "@/lib/database/together";
import { listVillages } from "@/lib/place/queries";
import type { Meanings } from "@/lib/roster-import/rules/cells";
import template from "@/lib/roster-import/template.json" with { type: "json" };
import type { Day } from "@/lib/value/calendar";

/** What the words of a list mean on a day: the code tables and divisions in force. */
export async function findMeanings(tx: Tx, today: Day): Promise<Meanings> {
  const tables = await together(tx, {
    ethnicity: codeItems("ETHNICITY"),
    education: codeItems("EDUCATION"),
    category: codeItems("TRAINEE_CATEGORY"),
  });
  const codesOf = (items: typeof tables.ethnicity) => {
    const words = items
      .filter((one) => isInForce(one, today))
      .flatMap(({ code, zh, en }) => [zh, en, code].map((word) => [word, code] as const));
    return new Map(words);
  };
  const villages = await listVillages(today);
  const bare = (name: string) => (template.placeEndings.includes(name.slice(-1)) ? name.slice(0, -1) : name);
  const byName = new Map<string, typeof villages>();
  for (const one of villages)
    for (const name of new Set([bare(one.name), bare(one.township.name + one.name)]))
      byName.set(name, [...(byName.get(name) ?? []), one]);
  return {
    codes: {
      ethnicity: codesOf(tables.ethnicity),
      education: codesOf(tables.education),
      category: codesOf(tables.category),
    },
    villagesOf: (township, village) =>
      (byName.get(bare(village)) ?? [])
        .filter((one) => !township || bare(one.township.name) === bare(township))
        .map(({ code }) => code),
  };
}
