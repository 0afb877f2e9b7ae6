import fc from "fast-check";
import { asRefusal } from "@/lib/refusal/refusal";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { type Pick, type Scene, type Verb, verbs } from "./acts";
import { differences } from "./compare";
import { emptyBook } from "./reference";

/** A failure is told again by the seed that is printed. */
export const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 0x7fffffff));

/** How often each verb comes up; approvals often enough that the sums meet their limits. */
const weights: { [verb in Verb]: number } = {
  ...{ record: 30, submit: 6, approve: 28, reject: 3, withdraw: 3, reverse: 9 },
  ...{ report: 5, lock: 1, return: 5, works: 5 },
};

const seldom = (most: number) => fc.constantFrom(...Array<boolean>(most - 1).fill(false), true);
const often = fc.constantFrom(true, true, true, false);
const pick: fc.Arbitrary<Pick> = fc.record({
  verb: fc.oneof(
    ...Object.entries(weights).map(([verb, weight]) => ({ weight, arbitrary: fc.constant(verb as Verb) })),
  ),
  ...{
    kind: fc.nat(99),
    project: fc.nat(99),
    record: fc.nat(999),
    actor: fc.nat(99),
    on: fc.nat(99),
    state: fc.nat(99),
  },
  amount: fc.oneof(fc.bigInt({ min: 1n, max: 60_000_000n }), fc.constantFrom(1n, 40_000_000n, 50_000_000n)),
  today: fc.constantFrom(...[..."1111111"].map(() => day("2018-08-22")), day("2018-06-30")),
  progress: fc.constantFrom(100, 100, 100, 40),
  ...{
    isDraft: seldom(4),
    hasReason: often,
    hasBasis: often,
    isOwn: seldom(8),
    isStale: seldom(16),
    isWild: seldom(10),
  },
});

type Tale = { commands: number; done: number; refused: Map<string, number>; difference: string };

/** The same acts on paper and in the portal: both take an act or both refuse it, and whenever it is looked at everything agrees. */
export async function play(count: number, lookEvery: number): Promise<Tale> {
  const scene = await newScene();
  const entries = new Map<string, number>();
  const tale: Tale = { commands: 0, done: 0, refused: new Map(), difference: "" };
  const story: string[] = [];
  const tell = (found: string[]) => {
    tale.difference = `${found.join("\n")}\n  after:\n  ${story.slice(-40).join("\n  ")}`;
    return tale;
  };

  for (const picked of fc.sample(pick, { seed, numRuns: count * 2 })) {
    if (tale.commands === count) break;
    const step = verbs[picked.verb](scene, picked);
    if (!step) continue;
    const { id, refusal } = await answerOf(step.act);
    story.push(`${step.tells} → ${refusal ?? "done"}`);
    tale.commands += 1;

    const noes = [...step.against, ...(step.perhaps ?? [])];
    if (refusal ? !noes.includes(refusal) : step.against.length > 0)
      return tell([`${story.at(-1)}, on paper: ${step.against.join(" or ") || "done"}`]);
    if (refusal) tale.refused.set(refusal, (tale.refused.get(refusal) ?? 0) + 1);
    else {
      const { about } = step.effect(id);
      entries.set(about, (entries.get(about) ?? 0) + 1);
      tale.done += 1;
    }
    if (tale.commands % lookEvery > 0 && tale.commands < count) continue;
    const found = await differences(scene.book, entries, drawn(tale.commands));
    if (found.length > 0) return tell(found);
  }
  return tale;
}

async function answerOf(act: () => Promise<unknown>): Promise<{ id: string; refusal?: string }> {
  try {
    return { id: ((await act()) as { id?: string } | undefined)?.id ?? "" };
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return { id: "", refusal: refusal.refusal };
  }
}

/** Numbers that follow from the seed and the place in the story. */
function drawn(from: number) {
  let state = seed + from;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Five people and six projects: of this year, of the next, of the one before; a building, one without target, one of small total. */
async function newScene(): Promise<Scene> {
  const book = emptyBook();
  const [on, small] = [day("2018-01-02"), 90_000_000n];
  const given = [
    {},
    { isConstruction: true },
    { planYear: 2020 },
    { planYear: 2017, implementYear: 2017 },
    { target: "" },
    { totalInvestment: small, isEmploymentRelated: true },
  ];
  for (const fields of given) {
    const { id, code } = await make.project({ on, state: "NOT_STARTED", totalInvestment: 300_000_000n, ...fields });
    const [row] = await sql(
      "app",
      "SELECT plan_year, implement_year, target, total_investment FROM projects WHERE id = $1",
      [id],
    );
    const { plan_year: planYear, implement_year: implementYear, target, total_investment: total } = row ?? {};
    const facts = {
      category: "EDUCATION",
      employment: false,
      construction: fields.isConstruction ?? false,
      dueOn: null,
      enteredOn: on,
    };
    book.projects.push({ id, code, ...facts, planYear, implementYear, target, total: BigInt(total) });
  }
  return { book, cast: Array.from({ length: 5 }, () => make.actor("AID_OFFICER")) };
}
