import "server-only";
import { findEarlierDecision } from "@/lib/audit/queries/decision";
import { addressAsked, findActor } from "@/lib/auth/actor";
import type { Answer, Typed } from "@/lib/refusal/answer";

/** Where the page tells of the decision that came before this one; a form that is gone shows no answer of its own. */
export async function earlierDecision(answer: Answer, field = "", typed: Typed): Promise<string | undefined> {
  const subject = typed[field];
  if (answer.state !== "refused" || typeof subject !== "string") return undefined;
  if (!["WRONG_STATE", "STALE"].includes(answer.refusal)) return undefined;
  const actor = await findActor();
  const sign = actor && (await findEarlierDecision(actor, field, subject));
  const [path] = (await addressAsked()).split("?");
  return sign ? `${path}?decided=${sign}` : undefined;
}
