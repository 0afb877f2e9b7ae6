import { type Name, reached } from "../goals";
import { loadOf, requests } from "../load";
import { ask, sixteen } from "../ratio";
import type { Measured, Operation, Result } from "../result";
import { setting } from "../setting";
import { spreadOf } from "../spread";
import { statementsSince } from "../statements";
import type { Visitor } from "../visitor";

/** One, two, three characters of a name, a reading and initials; the first is the family name of many. */
const wanted = {
  "1 character": "扎",
  "2 characters": "扎西",
  "3 characters": "扎西卓",
  pinyin: "zhaxi",
  initials: "zxzm",
};
const times = requests(100);

/** The look-up while somebody types: what PostgreSQL spends on all statements of one, from the keys to the people. */
export const search: Operation = async () => {
  const [clerk] = await sixteen("yangjin");
  const results: Result[] = [];
  for (const [name, q] of Object.entries(wanted)) results.push(await searched(name, q, clerk));
  return results;
};

async function searched(name: string, q: string, clerk: Visitor | undefined): Promise<Result> {
  const path = `/trainees/lookup?q=${encodeURIComponent(q)}`;
  const once = () => ask(clerk, { path });
  const measured: Measured = { who: "portal", clients: 1, rounds: [] };
  const spent: number[] = [];
  const buffers: number[] = [];
  await loadOf(setting.portal, 1, 30, once);
  for (let round = 0; round < setting.rounds; round++) {
    measured.rounds.push(await loadOf(setting.portal, 1, times, once));
    const since = await statementsSince();
    spent.push(since.milliseconds / times);
    buffers.push(since.buffers / times);
  }
  // 50,000 people at scale 1, 1,000,000 at scale 20: between the two the larger limit holds.
  const large = setting.scale > 1;
  const goal: Name = large ? "search/large" : "search/small";
  const at = `measured at ${setting.scale * 50_000}`;
  return {
    operation: `search, ${name}`,
    loads: [measured],
    goals: [reached(goal, spreadOf(spent), at), ...(large ? [reached("search/buffers", spreadOf(buffers), at)] : [])],
  };
}
