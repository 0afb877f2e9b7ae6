import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type Row, row } from "@/lib/command/row";
import { attempt, type Tx } from "@/lib/database/db";
import { asRefusal, isPassing, Refusal } from "@/lib/refusal/refusal";
import { registerTrainee } from "@/lib/trainee/commands/register";

export type Person = Parameters<typeof registerTrainee.run>[2];
type Entered = Row<{ id: string }>;

/** So many are on their way to the database at once. */
const most = 50;

/** Whether somebody may be entered beside these: of whom he shares name or telephone with he would be told only when they are there. */
export const fitsBeside = (people: readonly Person[], one: Person): boolean =>
  people.length < most && !people.some(({ name, phone }) => name === one.name || (phone && phone === one.phone));

/**
 * Registers people who fit beside each other, each with a result of his own. The rules refuse before anything is written; where the
 * database refuses, all of it is taken back and they are entered one by one, so that only the one it means is refused.
 */
export async function enter(tx: Tx, actor: Actor, people: readonly Person[]): Promise<Entered[]> {
  try {
    return await attempt(tx, async () => {
      const done = await Promise.allSettled(people.map((one) => registerTrainee.run(tx, actor, one)));
      return done.map((one) => (one.status === "fulfilled" ? { outcome: one.value } : ruledOut(one.reason)));
    });
  } catch (error) {
    // What is a fault is one again when it comes to its line; what was behind it on the way says nothing of its own.
    const refusal = asRefusal(error);
    if (refusal && isPassing(refusal)) throw error;
    const entered: Entered[] = [];
    for (const one of people) entered.push(await row(tx, () => registerTrainee.run(tx, actor, one)));
    return entered;
  }
}

function ruledOut(error: unknown): Entered {
  if (!(error instanceof Refusal) || error.cause !== undefined) throw error;
  return { refusal: error.refusal, figures: error.figures, lists: error.lists };
}
