import { type Load, loadOf, type Once, requests } from "./load";
import type { Measured } from "./result";
import { type Served, setting } from "./setting";

/** One of those who are compared: the portal or a limit, and what is asked of it. */
export type Side = { who: string; served: Served | undefined; once: Once };

type Times = { one: number; sixteen: number };

/**
 * Each side warm; then in every round one client and sixteen of each, side after side and the other way round in the next: what else the
 * machine does meets all alike.
 */
export async function roundsOf(sides: Side[], times: Times): Promise<Measured[]> {
  const measured = sides.flatMap(({ who }) => [1, 16].map((clients) => ({ who, clients, rounds: [] as Load[] })));
  for (const { served, once } of sides) await loadOf(served, 4, requests(times.one / 2), once);
  for (let round = 0; round < setting.rounds; round++) {
    const turn = round % 2 === 0 ? sides : [...sides].reverse();
    for (const clients of [1, 16])
      for (const { who, served, once } of turn) {
        const load = await loadOf(served, clients, requests(clients === 1 ? times.one : times.sixteen), once);
        measured.find((one) => one.who === who && one.clients === clients)?.rounds.push(load);
      }
  }
  return measured;
}
