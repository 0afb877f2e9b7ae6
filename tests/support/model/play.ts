import fc from "fast-check";
import { addDays, type Day, day, weekday } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { type Model, opening, stories } from "./commands";
import { openRecord } from "./record";
import type { Scene } from "./scene";

/** A failure is told again by the seed that is printed. */
export const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 0x7fffffff));

type Tale = { commands: number; done: number; refused: Map<string, number> };

/** Plays stories of commands until there were enough of them, or one of them shows a difference; tells what happened. */
export async function play({ enough, longest }: { enough: number; longest: number }) {
  const tale: Tale = { commands: 0, done: 0, refused: new Map() };
  let [difference, replays] = ["", 0];
  const story = fc.asyncProperty(stories(longest), async (commands) => {
    // A difference that was found is told again in shorter stories, but not for ever.
    if (difference ? ++replays > 25 : tale.commands >= enough) return;
    const scene = await newScene(tale);
    const model: Model = { world: { capacity: scene.capacity, cohorts: [], enrolments: [] } };
    try {
      for (const command of opening) await command.run(model, scene);
      await fc.asyncModelRun(() => ({ model, real: scene }), commands);
    } catch (error) {
      difference = `${(error as Error).message}\n  after: ${[...commands].join("\n  ")}`;
      throw error;
    } finally {
      await scene.record.close();
    }
  });
  await fc.check(story, { seed, numRuns: 70 });
  return { ...tale, difference };
}

let year = 1948;

/** Two years of their own for each story, so that none sees the rows of another. */
async function newScene(tale: Tale): Promise<Scene & { capacity: Record<number, number> }> {
  year += 2;
  const capacity = { [year]: 8, [year + 1]: 6 };
  for (const [of, places] of Object.entries(capacity))
    await sql("owner", "INSERT INTO training_years (year, capacity) VALUES ($1, $2)", [of, places]);

  return {
    capacity,
    people: await adults(12),
    cast: roles.map((role) => make.actor(role)),
    courseId: (await make.course()).id,
    starts: ["-12-20", "+01-04", "-06-04", "-12-28", "+03-05"].map(startOf),
    record: await openRecord([year, year + 1]),
    count(refusal) {
      tale.commands += 1;
      if (refusal) tale.refused.set(refusal, (tale.refused.get(refusal) ?? 0) + 1);
      else tale.done += 1;
    },
  };
}

const roles = ["BASE_STAFF", "BASE_STAFF", "BASE_DIRECTOR", "BASE_DIRECTOR", "COUNTY_REVIEWER"] as const;

/** People of thirty without a claim to subsidy, so that nothing but places and days stands in their way. */
async function adults(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const idNumber = make.idNumber(addDays(day(`${year - 30}-01-01`), n));
    ids.push((await make.trainee({ idNumber, pensionInsured: true })).id);
  }
  return ids;
}

/** A training day of the first (-) or the second year (+); cohorts begin from Monday to Friday. */
function startOf(text: string): Day {
  const on = day(`${text.startsWith("+") ? year + 1 : year}-${text.slice(1)}`);
  return weekday(on) > 5 ? addDays(on, -2) : on;
}
