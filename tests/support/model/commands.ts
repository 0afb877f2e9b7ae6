import fc from "fast-check";
import { asRefusal } from "@/lib/refusal/refusal";
import { cohortVerbs } from "./cohort-verbs";
import { enrolmentVerbs } from "./enrolment-verbs";
import { lawVerbs } from "./law-verbs";
import { type Account, accountOf } from "./record";
import { overflows, type World } from "./reference";
import type { Pick, Play, Scene, Verb } from "./scene";

export type Model = { world: World };
type Command = fc.AsyncCommand<Model, Scene>;

const verbs: Record<Verb, Play> = { ...cohortVerbs, ...enrolmentVerbs, ...lawVerbs };

/** How often each verb comes up; what fills the places more often than what empties the years. */
const weights: Record<Verb, number> = {
  ...{ draft: 3, edit: 5, submit: 4, approve: 6, send: 1, changeSeats: 5, start: 3, exam: 1, propose: 1, close: 1 },
  ...{ cancelCohort: 1, enrol: 12, enrolSeveral: 3, confirm: 3, confirmLate: 4, cancel: 6, reject: 1, noShow: 3 },
  ...{ drop: 2, outcome: 2, transfer: 6, approveTransfer: 3, decline: 1, psql: 2, capacity: 1 },
};

const pick: fc.Arbitrary<Pick> = fc.record({
  verb: fc.oneof(
    ...Object.entries(weights).map(([verb, weight]) => ({ weight, arbitrary: fc.constant(verb as Verb) })),
  ),
  cohort: fc.nat(99),
  other: fc.nat(99),
  people: fc.array(fc.nat(99), { minLength: 1, maxLength: 3 }),
  enrolment: fc.nat(99),
  actor: fc.nat(99),
  daysAfterStart: fc.constantFrom(-20, -20, -20, -20, 0, 1, 14),
  seats: fc.oneof({ weight: 12, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 1, arbitrary: fc.constant(51) }),
  start: fc.nat(99),
  place: fc.constantFrom("CONFIRMED", "WAITLISTED"),
  isOutside: fc.constantFrom(false, false, false, true),
  isStale: fc.constantFrom(...Array<boolean>(14).fill(false), true),
  isWild: fc.constantFrom(...Array<boolean>(9).fill(false), true),
});

/** Any length up to `most`, all alike likely. */
export const stories = (most: number) =>
  fc.noBias(fc.commands([pick.map(commandOf)], { maxCommands: most, size: "max" }));

/** Three approved cohorts to begin with, each of another year or place. */
export const opening: Command[] = [0, 1, 2].flatMap((start) => {
  const given = { start, cohort: start, seats: 3, actor: 0, isOutside: start === 2 };
  return [first("draft", given), first("submit", given), first("approve", { ...given, actor: 4 })];
});

function first(verb: Verb, given: Partial<Pick>): Command {
  const none = { cohort: 0, other: 0, people: [0], enrolment: 0, actor: 0, daysAfterStart: -20, seats: 3, start: 0 };
  const usual = { place: "CONFIRMED", isOutside: false, isStale: false, isWild: true } as const;
  return commandOf({ ...none, ...usual, ...given, verb });
}

/** The same act on paper and in the portal: both take it or both refuse it, and afterwards every row, counter and entry agrees. */
function commandOf(picked: Pick): Command {
  let told = `${picked.verb}: nobody to do it with`;
  return {
    check: ({ world }) => world.cohorts.length > 0 || picked.verb === "draft",
    toString: () => told,
    async run(model, scene) {
      const step = verbs[picked.verb]({ ...scene, world: model.world }, picked);
      if (!step) return;
      const after = structuredClone(model.world);
      if (step.against.length === 0) step.effect(after);
      const against = overflows(after) ? ["YEAR_FULL"] : step.against;

      const refusal = await refusalOf(step.act);
      told = `${step.tells} → ${refusal ?? "done"}`;
      scene.count(refusal);

      const record = await scene.record.look();
      const before = model.world;
      if (against.length === 0) model.world = named(after, record);
      const differences = [
        ...((against.length === 0
          ? refusal && [`refused for ${refusal}`]
          : !against.includes(refusal ?? "") && [`not refused for ${against}`]) || []),
        ...between(record, accountOf(model.world)),
        ...(`${record.noted}` === `${changed(before, model.world)}` ? [] : [`noted in the audit: ${record.noted}`]),
      ];
      if (differences.length > 0) throw new Error(`${told}\n${differences.join("\n")}`);
    },
  };
}

async function refusalOf(act: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return refusal.refusal;
  }
}

type Rows = { id: string }[];

/** Rows that came into being get the ids the database gave them, in the order they came in. */
function named(world: World, record: { cohorts: Rows; enrolments: Rows }): World {
  for (const table of ["cohorts", "enrolments"] as const) {
    const known = new Set(world[table].map(({ id }) => id));
    const fresh = record[table].filter(({ id }) => !known.has(id));
    for (const row of world[table].filter(({ id }) => id === "")) row.id = fresh.shift()?.id ?? "nowhere";
  }
  return world;
}

/** I29: whose version moved, or who is new; each of them has exactly one entry. */
function changed(before: World, after: World): string[] {
  const versions = new Map([...before.cohorts, ...before.enrolments].map(({ id, version }) => [id, version]));
  const moved = [...after.cohorts, ...after.enrolments].filter(({ id, version }) => versions.get(id) !== version);
  return moved.map(({ id }) => id).sort();
}

/** The rows that only one side has, each on a line. */
function between(portal: Account, onPaper: Account): string[] {
  const [theirs, ours] = [linesOf(portal), linesOf(onPaper)];
  return [
    ...theirs.filter((line) => !ours.includes(line)).map((line) => `  portal ${line}`),
    ...ours.filter((line) => !theirs.includes(line)).map((line) => `  paper  ${line}`),
  ];
}

/** Enrolments with their rank, which is the order of waiting. */
function linesOf({ years, cohorts, enrolments }: Account): string[] {
  const ranked = enrolments.map((row, rank) => ({ rank, ...row }));
  return [...years, ...cohorts, ...ranked].map((row) => JSON.stringify(row, Object.keys(row).sort()));
}
