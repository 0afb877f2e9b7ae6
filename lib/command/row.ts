import "server-only";
import { attempt, type Tx } from "@/lib/database/db";
import { asRefusal, type Figures, isPassing, type Lists, type RefusalName } from "@/lib/refusal/refusal";

export type No = { refusal: RefusalName; figures: Figures; lists: Lists };
export type Row<Outcome> = { outcome: Outcome } | No;

/**
 * A command for one of many rows of a story: what it wrote is undone alone where it is refused, and the refusal is that row's result.
 * What passes (busy, away) and a fault of ours end the whole.
 */
export async function row<Outcome>(tx: Tx, step: () => Promise<Outcome>): Promise<Row<Outcome>> {
  try {
    return { outcome: await attempt(tx, step) };
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal || isPassing(refusal)) throw error;
    return { refusal: refusal.refusal, figures: refusal.figures, lists: refusal.lists };
  }
}
