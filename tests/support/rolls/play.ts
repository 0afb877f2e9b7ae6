import fc from "fast-check";
import { Refusal } from "@/lib/refusal/refusal";
import { seed } from "@/tests/support/rounds";
import { act, telling } from "./acts";
import { close } from "./closing";
import { differences } from "./compare";
import { type PlayedDay, type Story, storyOf } from "./days";
import type { Ways } from "./phone";
import { wrongSums } from "./sums";
import { dawn, newTerm, standNowhere, type Term } from "./term";

export { seed };

type Tale = { days: number; told: Map<string, number> };

/** Plays terms of days until there were enough of them, or one of them shows a difference; tells what happened. */
export async function play({ enough, longest, ways }: { enough: number; longest: number; ways?: Ways | undefined }) {
  const tale: Tale = { days: 0, told: new Map() };
  let [last, replays] = ["", 0];
  const story = fc.asyncProperty(storyOf(longest), async (told) => {
    // A difference that was found is told again in shorter stories, but not for ever.
    if (last ? ++replays > 25 : tale.days >= enough) return;
    // What nobody foresaw is a difference as well.
    const found = await playTerm(told, { tale, ways }).catch(unforeseen);
    if (!found) return;
    last = found;
    throw new Error(found);
  });
  // What a worse box does is known; only a difference of our own is worth telling shorter.
  await fc.check(story, { seed, numRuns: enough, endOnFailure: ways !== undefined });
  await standNowhere();
  return { ...tale, difference: last };
}

type Told = { tale?: Tale; ways?: Ways | undefined };

/** One term, compared every evening up to the first that does not agree; tells what does not, and what was done that day. */
export async function playTerm({ days, closes }: Story, { tale = { days: 0, told: new Map() }, ways }: Told = {}) {
  const count = (name: string) => tale.told.set(name, (tale.told.get(name) ?? 0) + 1);
  const term = await newTerm(ways);
  for (const played of days) {
    const found = await playDay(term, played, count);
    if (found) return found;
    tale.days += 1;
  }
  if (closes) {
    await pressLast(term);
    // R53: a cohort whose lessons were all called off has nothing to be closed with.
    count(`close: ${await telling(() => close(term))}`);
    await evening(term);
  }
  for (const { end } of term.paper.presses.values()) count(`roll ${end}`);
  for (const how of term.paper.cuts) count(`cut ${how}`);
  return difference([...(await differences(term, term.lessons)), ...(await wrongSums(term))], ["a term"]);
}

async function playDay(term: Term, played: PlayedDay, count: (name: string) => void): Promise<string> {
  await dawn(term, played);
  const log = [`${term.on}${played.two ? ", two lessons" : ""}${played.joint ? " with the other cohort" : ""}`];
  try {
    for (const one of played.acts) {
      log.push(JSON.stringify(one));
      const told = await act(term, one);
      log.push(`→ ${told}`);
      count(`${one.verb}: ${told}`);
    }
    await evening(term);
  } catch (error) {
    return difference([unforeseen(error)], log);
  }
  return difference(await differences(term, term.today), log);
}

/** A refusal says more by its figures than by where it was thrown. */
const unforeseen = (error: unknown): string =>
  `${(error as Error).stack} ${JSON.stringify(error instanceof Refusal ? error.figures : {})}`;

const difference = (found: string[], log: string[]): string =>
  found.length > 0 ? [...found.slice(0, 6), "after:", ...log].join("\n  ") : "";

/** Both phones have a roll of the last day in the box when the cohort is closed. */
async function pressLast({ phones, today, on }: Term): Promise<void> {
  for (const phone of phones)
    for (const lessonId of today)
      if (phone.pages.tap(lessonId, [{ person: 0, mark: "LATE", note: "最后一天" }]))
        phone.press(lessonId, new Date(`${on}T11:00:00Z`));
}

/** The line is back, and what was under way on it has arrived. */
async function evening({ phones }: Term): Promise<void> {
  for (const phone of phones) {
    // A busy portal asks to come again.
    for (let tries = 1; tries <= 5 && phone.waits(); tries++) await phone.deliver();
    await phone.arrive();
  }
}
