import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { env } from "@/lib/env";
import { type Form, formOf, multipart } from "../form";
import { loadsOf } from "../load";
import { openCohorts } from "../open-cohorts";
import { ask, named, ratio, sixteen, sixteenBare } from "../ratio";
import type { Operation } from "../result";
import { setting } from "../setting";
import { owner } from "../statements";

const times = { one: 100, sixteen: 400 };

/** Enrolments in one year through the form, against a bare route that calls one SQL function, and that function straight through pg. */
export const enrol: Operation = async () => {
  await openCohorts();
  await owner.query(readFileSync("scripts/bench/enrol.sql", "utf8"));
  const next = await pairs();
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM accounts WHERE username = 'yangjin'");
  const actor = rows[0]?.id ?? "";

  const pool = new pg.Pool({ connectionString: env().databaseUrl, max: 16 });
  const straight = await loadsOf(undefined, times, async () => {
    const { trainee, cohort } = next();
    await pool.query({
      name: "enrol",
      text: "SELECT bench_enrol($1, $2, $3, $4)",
      values: [trainee, cohort, actor, randomUUID()],
    });
    return { bytes: 0 };
  });
  await pool.end();

  const anybody = sixteenBare();
  const bare = await loadsOf(setting.reference, times, (client) => {
    const body = Buffer.from(JSON.stringify({ ...next(), actor, key: randomUUID() }));
    return ask(
      anybody[client],
      { path: "/enrol", method: "POST", headers: { "content-type": "application/json" }, body },
      303,
    );
  });

  const clerks = await sixteen("yangjin");
  const form = await formOf(clerks[0], rosterOf(next()), 'name="traineeId"');
  const portal = await loadsOf(setting.portal, times, async (client) => {
    const { trainee, cohort } = next();
    const answer = await ask(clerks[client], posted(form, trainee, cohort), 303);
    if (!answer.location?.endsWith("/roster")) throw new Error(`an enrolment led to ${answer.location}`);
    return answer;
  });

  return [
    {
      operation: "enrol",
      loads: [...named("portal", portal), ...named("bare route", bare), ...named("function through pg", straight)],
      goals: [
        { goal: "processor, of the bare route's", measured: ratio(portal, bare), most: 2, unit: "×" },
        {
          goal: "throughput with 16 clients in one year, of the function's through pg",
          measured: ((portal[1]?.perSecond ?? 0) / (straight[1]?.perSecond ?? Number.NaN)) * 100,
          least: 25,
          unit: "%",
        },
        { goal: "round trips", measured: (portal[0]?.statements ?? Number.NaN) + uncounted, most: 5, unit: "" },
      ],
    },
  ];
};

/** BEGIN, SET TRANSACTION and COMMIT travel as well and do not stand in pg_stat_statements. */
const uncounted = 3;

const rosterOf = ({ trainee, cohort }: Pair) => `/cohorts/${cohort}/roster?who=${trainee}`;

const posted = (form: Form, trainee: string, cohort: string) => ({
  path: `/cohorts/${cohort}/roster?who=${trainee}`,
  method: "POST" as const,
  ...multipart({ ...form, place: "CONFIRMED", submissionKey: randomUUID(), traineeId: trainee, cohortId: cohort }),
});

type Pair = { trainee: string; cohort: string };

/** Each person once into each cohort at most; one after the other goes to the next of 400 cohorts, so that only the year is shared. */
async function pairs(): Promise<() => Pair> {
  const ids = async (text: string) => (await owner.query<{ id: string }>(text)).rows.map(({ id }) => id);
  const cohorts = await ids("SELECT id FROM cohorts WHERE starts_on = '2019-03-04' ORDER BY id");
  const trainees =
    await ids(`SELECT id FROM trainees WHERE registered_on = '2009-01-05' AND birth_date BETWEEN '1972-01-01' AND '1995-12-31'
    ORDER BY id LIMIT 7919`);
  let n = 0;
  return () => {
    const pair = { trainee: trainees[n % trainees.length] ?? "", cohort: cohorts[n % cohorts.length] ?? "" };
    n++;
    return pair;
  };
}
