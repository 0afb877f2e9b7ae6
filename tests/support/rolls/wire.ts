import type { Entry, Sent } from "@/components/attendance/outbox";
import { formOf, sentOf } from "@/components/attendance/sending";
import type { Actor } from "@/lib/auth/actor";
import { postRoll } from "./door";
import type { Paper } from "./paper";

/**
 * After so many good sendings the line is cut: before the roll arrives, after it arrived and before its answer did, or while it is
 * under way, so that it arrives when nobody waits for it any more.
 */
export type Cut = { good: number; how: "before" | "during" | "underway" };

export type Send = (entry: Entry, key?: string) => Promise<Sent>;

/** One opening of the line of a phone; `underway` is what the network still carries. */
export function lineOf(paper: Paper, actor: Actor, underway: (() => Promise<void>)[], cut?: Cut): Send {
  let sent = 0;
  return async (entry, key = entry.key) => {
    const isCut = cut !== undefined && sent++ >= cut.good;
    const arrive = async () => {
      const answer = await postRoll(actor, formOf({ ...entry, key }));
      if (answer.state === "done") paper.arrived(entry, answer.value);
      return answer;
    };
    paper.tried(entry);
    if (isCut) paper.cuts.push(cut.how);
    if (isCut && cut.how === "underway") underway.push(async () => void (await arrive()));
    if (isCut && cut.how !== "during") return { state: "later" };

    const answer = await arrive();
    if (isCut) return { state: "later" };
    const told = sentOf(answer);
    paper.answered(entry, told);
    return told;
  };
}
