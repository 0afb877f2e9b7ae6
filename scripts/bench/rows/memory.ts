import { findRosterCohort } from "../fill/roster-cohort";
import { reached } from "../goals";
import { loadOf, requests } from "../load";
import { forgetPeak, memoryNow, peakOf } from "../processor";
import { ask, sixteen, sixteenBare } from "../ratio";
import type { Operation } from "../result";
import { setting } from "../setting";
import { owner } from "../statements";

/** Before anything was asked: rows are loaded before the first of them runs. */
const afterStart = memoryNow(setting.portal.pid);

const times = requests(480);

/** Both servers under sixteen clients who open lists and dashboards by turns; the most memory each held. */
export const memory: Operation = async () => {
  const id = await findRosterCohort(owner);
  const [people, anybody] = [await sixteen("danzeng"), sixteenBare()];
  const ours = [`/cohorts/${id}/roster`, "/fund", "/today", "/trainees"];
  const theirs = [`/roster?cohort=${id}`, "/fund", "/today", `/roster?cohort=${id}`];
  for (const { pid } of [setting.portal, setting.reference]) forgetPeak(pid);
  await loadOf(setting.reference, 16, times, (client, n) => ask(anybody[client], { path: theirs[n % 4] ?? "" }));
  await loadOf(setting.portal, 16, times, (client, n) => ask(people[client], { path: ours[n % 4] ?? "" }));
  const [mine, limit] = [peakOf(setting.portal.pid), peakOf(setting.reference.pid)];
  return [
    {
      operation: `memory, bare server under the same load ${limit.toFixed(0)} MB`,
      loads: [],
      goals: [reached("memory/start", afterStart), reached("memory/load", mine)],
    },
  ];
};
