import { setTimeout as pause } from "node:timers/promises";
import { ratio } from "../figures";
import { findRosterCohort } from "../fill/roster-cohort";
import { reached } from "../goals";
import { type Load, loadOf } from "../load";
import { ask, sixteen } from "../ratio";
import type { Operation, Result } from "../result";
import { setting } from "../setting";
import { owner } from "../statements";

const warmClicks = 5;

/** A clerk who thinks between two clicks: the first after the rest beside those that follow it at once. Nobody else is at work. */
export const rest: Operation = async () => {
  const [clerk] = await sixteen("yangjin");
  const results: Result[] = [];
  for (const path of [`/cohorts/${await findRosterCohort(owner)}/roster`, "/today"]) {
    const click = () => ask(clerk, { path });
    const clicks = (times: number) => loadOf(setting.portal, 1, times, click);
    const [rested, warm]: [Load[], Load[]] = [[], []];
    await clicks(warmClicks);
    for (let round = 0; round < setting.rounds; round++) {
      await pause(setting.pause * 1_000);
      rested.push(await clicks(1));
      warm.push(await clicks(warmClicks));
    }
    results.push({
      operation: `${path === "/today" ? "base dashboard" : "roster"} after ${setting.pause} s of rest`,
      loads: [
        { who: "after the rest", clients: 1, rounds: rested },
        { who: "warm", clients: 1, rounds: warm },
      ],
      goals: [
        reached(
          "rest/click",
          ratio(rested, warm, ({ p50 }) => p50),
        ),
      ],
    });
  }
  return results;
};
