import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type Form, formOf, multipart } from "../form";
import { ask, sixteenBare, sixteenBelow } from "../ratio";
import type { Side } from "../rounds";
import { type Served, setting } from "../setting";
import { signedIn } from "../visitor";
import type { Pair } from "./pairs";

/** Through the portal's form. */
export async function portalSide(next: () => Pair, served = setting.portal): Promise<Side> {
  const clerks = await signedIn(served, "yangjin", 16);
  const form = await formOf(clerks[0], enrolPath(next()), 'name="traineeId"');
  const once = async (client: number) => {
    const pair = next();
    const answer = await ask(clerks[client], { path: enrolPath(pair), ...sent(served, form, pair) }, 303);
    if (!answer.location?.endsWith("/roster")) throw new Error(`an enrolment led to ${answer.location}`);
    return answer;
  };
  return { who: "portal", served, once };
}

/** Through the floor's form: proxy, sign-in row, validated input, one SQL function. */
export async function floorSide(next: () => Pair): Promise<Side> {
  const clerks = await sixteenBelow("yangjin");
  const path = "/floor/enrol";
  const form = await formOf(clerks[0], path, 'name="traineeId"');
  const once = (client: number) => ask(clerks[client], { path, ...sent(setting.reference, form, next()) }, 303);
  return { who: "floor", served: setting.reference, once };
}

/** A bare route that calls the function, as the limit was before the floor. */
export function routeSide(next: () => Pair, actor: string): Side {
  const anybody = sixteenBare();
  const headers = { "content-type": "application/json" };
  const once = (client: number) => {
    const body = Buffer.from(JSON.stringify({ ...next(), actor, key: randomUUID() }));
    return ask(anybody[client], { path: "/enrol", method: "POST", headers, body }, 303);
  };
  return { who: "bare route", served: setting.reference, once };
}

/** The function itself. */
export function functionSide(next: () => Pair, actor: string, pool: pg.Pool): Side {
  const text = "SELECT bench_enrol($1, $2, $3, $4)";
  const once = async () => {
    const { trainee, cohort } = next();
    await pool.query({ name: "enrol", text, values: [trainee, cohort, actor, randomUUID()] });
    return { bytes: 0 };
  };
  return { who: "function through pg", served: undefined, once };
}

export const enrolPath = ({ trainee, cohort }: Pair): string => `/cohorts/${cohort}/roster?who=${trainee}`;

/** As a browser without script posts it. */
export const sent = ({ origin }: Served, form: Form, { trainee, cohort }: Pair) => ({
  method: "POST" as const,
  ...multipart(
    { ...form, place: "CONFIRMED", submissionKey: randomUUID(), traineeId: trainee, cohortId: cohort },
    origin,
  ),
});
