import pg from "pg";
import { appUrl } from "@/tests/support/database";
import { confirmedIn, type World, yearOf } from "./reference";

/** What both sides say of two years, in a form that can be compared row by row. */
export type Account = { years: Record<string, unknown>[]; cohorts: Row[]; enrolments: Row[] };
type Row = { id: string } & Record<string, unknown>;

/** The world as the reference model has it. */
export function accountOf(world: World): Account {
  return {
    years: Object.keys(world.capacity).map((year) => yearOf(world, Number(year))),
    cohorts: world.cohorts.map(({ id, state, seats, startsOn, atBase, version }) => ({
      ...{ id, state, seats, startsOn, atBase, version },
      confirmed: confirmedIn(world, id),
    })),
    enrolments: world.enrolments.map(({ id, traineeId, cohortId, state, waitStopped, transferTo, version }) => ({
      ...{ id, traineeId, cohortId, state, waitStopped, transferTo, version },
    })),
  };
}

/** The same as the database has it, and which subjects were noted in the audit since the last look; the timetable is not told of. */
export async function openRecord(years: readonly number[]) {
  const client = new pg.Client({ connectionString: appUrl() });
  await client.connect();
  let seen = Number((await client.query("SELECT coalesce(max(id), 0) AS id FROM audit_entries")).rows[0].id);

  return {
    async look(): Promise<Account & { noted: string[] }> {
      const { rows } = await client.query(question, [years, seen]);
      const { last, ...account } = rows[0].account;
      seen = last ?? seen;
      return account;
    },
    close: () => client.end(),
  };
}

const question = `
  WITH mine AS (SELECT * FROM cohorts WHERE extract(year FROM starts_on) = ANY ($1::int[])),
    entries AS (SELECT id, subject_id FROM audit_entries WHERE id > $2 AND subject_type NOT IN ('lesson', 'trainer'))
  SELECT jsonb_build_object(
    'years', (SELECT jsonb_agg(jsonb_build_object('year', year, 'held', held, 'planned', planned, 'capacity', capacity) ORDER BY year)
      FROM training_years WHERE year = ANY ($1::int[])),
    'cohorts', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'state', state, 'seats', seats, 'startsOn', starts_on,
      'atBase', at_base, 'version', version, 'confirmed', confirmed)), '[]') FROM mine),
    'enrolments', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'traineeId', trainee_id, 'cohortId', cohort_id,
      'state', state, 'waitStopped', wait_stopped, 'transferTo', transfer_to_id, 'version', version) ORDER BY queue_no), '[]')
      FROM enrolments WHERE cohort_id IN (SELECT id FROM mine)),
    'noted', (SELECT coalesce(jsonb_agg(subject_id ORDER BY subject_id), '[]') FROM entries),
    'last', (SELECT max(id) FROM entries)) AS account`;
