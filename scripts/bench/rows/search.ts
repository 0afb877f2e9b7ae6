import { keptAt } from "../keep";
import { loadOf } from "../load";
import { ask, named, sixteen } from "../ratio";
import type { Operation, Result } from "../result";
import { setting } from "../setting";
import { statementsSince } from "../statements";

/** One, two, three characters of a name, a reading and initials; the first is the family name of many. */
const wanted = {
  "1 character": "扎",
  "2 characters": "扎西",
  "3 characters": "扎西卓",
  pinyin: "zhaxi",
  initials: "zxzm",
};

/** The look-up while somebody types: what PostgreSQL spends on all statements of one, from the keys to the people. */
export const search: Operation = async () => {
  const clerks = await sixteen("yangjin");
  const results: Result[] = [];
  for (const [name, q] of Object.entries(wanted)) {
    const path = `/trainees/lookup?q=${encodeURIComponent(q)}`;
    await loadOf(setting.portal, 1, 30, (client) => ask(clerks[client], { path }));
    const load = await loadOf(setting.portal, 1, 100, (client) => ask(clerks[client], { path }));
    const spent = (await statementsSince()).milliseconds / 100;
    const operation = `search, ${name}`;
    const small = keptAt(1, operation)?.goals[0]?.measured;
    results.push({
      operation,
      loads: named("portal", [load]),
      goals: [
        { goal: "in the database, sign-in included", measured: spent, most: 1, unit: "ms" },
        ...(setting.scale > 1 && small
          ? [{ goal: "of the same at scale 1", measured: spent / small, most: 1.2, unit: "×" }]
          : []),
      ],
    });
  }
  return results;
};
