import type { Pair } from "../enrol/pairs";
import { nextPairs } from "../enrol/room";
import { enrolPath, sent } from "../enrol/sides";
import { figureOf } from "../figures";
import { findRosterCohort } from "../fill/roster-cohort";
import { type Form, formOf } from "../form";
import { reached } from "../goals";
import { type Load, loadOf, requests } from "../load";
import type { Operation } from "../result";
import { setting } from "../setting";
import { owner } from "../statements";
import { signedIn, type Visitor } from "../visitor";

const clients = 64;
const times = requests(1_024);

/** Sixty-four at once on one process: every fourth enrols, the others read. Busy is said as 503, and keeps what was typed. */
export const crowd: Operation = async () => {
  const people = await signedIn(setting.portal, "yangjin", clients);
  const pages = [`/cohorts/${await findRosterCohort(owner)}/roster`, "/trainees", "/today"];
  const next = await nextPairs();
  const form = await formOf(people[0], enrolPath(next()), 'name="traineeId"');

  const said = new Map<number, number>();
  let lost = 0;
  const once = async (client: number, n: number) => {
    const pair = n % 4 === 3 ? next() : undefined;
    const { status, bytes, text } = await answered(people[client], pages[n % 4] ?? "", form, pair);
    if (status === (pair ? 303 : 200)) return { bytes };
    said.set(status, (said.get(status) ?? 0) + 1);
    if (status === 503 && pair && !text.includes(pair.trainee)) lost++;
    // Its time is not that of a page.
    throw new Error(`${status}`);
  };
  const rounds: Load[] = [];
  for (let round = 0; round < setting.rounds; round++) rounds.push(await loadOf(setting.portal, clients, times, once));
  const faults = [...said].reduce((sum, [status, times]) => (status === 503 ? sum : sum + times), 0);
  return [
    {
      operation: `crowd of ${clients}${[...said].map(([status, times]) => `, ${status} × ${times}`).join("")}`,
      loads: [{ who: "portal", clients, rounds }],
      goals: [
        reached("crowd/faults", faults),
        reached("crowd/lost", lost),
        reached(
          "crowd/tail",
          figureOf(rounds, ({ p50, p95 }) => p95 / p50),
        ),
      ],
    },
  ];
};

async function answered(person: Visitor | undefined, path: string, form: Form, pair: Pair | undefined) {
  const asked = pair ? { path: enrolPath(pair), ...sent(setting.portal, form, pair) } : { path, headers: {} };
  const said: Buffer[] = [];
  const headers = { ...asked.headers, "accept-encoding": "identity" };
  const answer = await person?.({ ...asked, headers }, (piece) => said.push(piece));
  return { status: answer?.status ?? 0, bytes: answer?.bytes ?? 0, text: Buffer.concat(said).toString() };
}
