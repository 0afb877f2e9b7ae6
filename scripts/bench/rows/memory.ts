import { loadOf } from "../load";
import { forgetPeak, peakOf } from "../processor";
import { ask, sixteen, sixteenBare } from "../ratio";
import type { Operation } from "../result";
import { setting } from "../setting";
import { owner } from "../statements";

/** Both servers under sixteen clients who open lists and dashboards by turns; the most memory each held. */
export const memory: Operation = async () => {
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM cohorts WHERE number = '2018-008'");
  const id = rows[0]?.id;
  const [people, anybody] = [await sixteen("danzeng"), sixteenBare()];
  const ours = [`/cohorts/${id}/roster`, "/fund", "/today", "/trainees"];
  const theirs = [`/roster?cohort=${id}`, "/fund", "/today", `/roster?cohort=${id}`];
  for (const { pid } of [setting.portal, setting.reference]) forgetPeak(pid);
  await loadOf(setting.reference, 16, 480, (client, n) => ask(anybody[client], { path: theirs[n % 4] ?? "" }));
  await loadOf(setting.portal, 16, 480, (client, n) => ask(people[client], { path: ours[n % 4] ?? "" }));
  const [mine, limit] = [peakOf(setting.portal.pid), peakOf(setting.reference.pid)];
  return [
    {
      operation: `memory under the whole load: portal ${mine.toFixed(0)} MB, bare ${limit.toFixed(0)} MB`,
      loads: [],
      goals: [{ goal: "peak, of the bare server's", measured: mine / limit, most: 1.3, unit: "×" }],
    },
  ];
};
