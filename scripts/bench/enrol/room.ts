import { setting } from "../setting";
import { owner } from "../statements";
import { openCohorts } from "./open-cohorts";
import { type Pair, pairing } from "./pairs";

/** More than a round of all rows enrols. */
const mostPerRound = 3_000;

let opened: Promise<() => Pair> | undefined;

/** Who is enrolled into what next; whichever row asks first opens the cohorts, because the dashboards must not show them. */
export function nextPairs(): Promise<() => Pair> {
  opened ??= open();
  return opened;
}

async function open(): Promise<() => Pair> {
  await openCohorts(Math.min(2_000, ((setting.rounds + 1) * mostPerRound) / 50));
  const ids = async (text: string) => (await owner.query<{ id: string }>(text)).rows.map(({ id }) => id);
  return pairing(
    await ids(`SELECT id FROM trainees
      WHERE registered_on = '2009-01-05' AND birth_date BETWEEN '1972-01-01' AND '1995-12-31' ORDER BY id LIMIT 7919`),
    await ids("SELECT id FROM cohorts WHERE starts_on = '2019-03-04' ORDER BY id"),
  );
}
