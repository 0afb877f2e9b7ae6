import "server-only";
import { createHash } from "node:crypto";
import type { Verb } from "@/lib/audit/verbs";
import type { Actor } from "@/lib/auth/actor";
import { againNow } from "@/lib/command/outcome";
import { type Tx, transaction } from "@/lib/database/db";
import { run as execute, later } from "@/lib/database/direct";
import { Refusal } from "@/lib/refusal/refusal";
import { minuteOfInstant } from "@/lib/value/clock";
import { Prisma } from "@/prisma/generated/client";

const { sql } = Prisma;

export type Sent<Outcome> = {
  key: string;
  /** All that was sent but for passwords: the same key with other content is another form's (KEY_REUSED). */
  content: unknown;
  /** What the next page will tell, kept beside the outcome. */
  tells?(outcome: Outcome): object;
};
type Submission<Outcome> = Sent<Outcome> & { verb: Verb; unkept?: true; timeout?: number | undefined };

type Steps<Found, Outcome> = { look(tx: Tx): Promise<Found>; run(tx: Tx, found: Found): Promise<Outcome> };

/**
 * I26: the key goes in first, with the effect; a second form of the same key waits for the first and gets its outcome, with the minute of
 * the first.
 */
export async function once<Found, Outcome>(
  actor: Actor,
  submission: Submission<Outcome>,
  steps: Steps<Found, Outcome>,
): Promise<{ outcome: Outcome; again?: string }> {
  const { verb, content } = submission;
  const inputHash = createHash("sha256")
    .update(JSON.stringify([verb, content]))
    .digest("base64url");
  const first = await transaction(
    (tx) => firstTime(tx, actor, { ...submission, inputHash }, steps),
    submission.timeout,
  );
  return first ?? transaction((tx) => earlier<Outcome>(tx, actor, submission.key, inputHash));
}

/** Undefined for a key that is used; what the command rests on was looked at in the same trip then, and may have been refused. */
async function firstTime<Found, Outcome>(
  tx: Tx,
  actor: Actor,
  { key, verb, inputHash, unkept, tells }: Submission<Outcome> & { inputHash: string },
  { look, run }: Steps<Found, Outcome>,
): Promise<{ outcome: Outcome } | undefined> {
  const keying = execute(
    tx,
    sql`
    INSERT INTO submissions (actor_id, key, verb, input_hash) VALUES (${actor.id}::uuid, ${key}::uuid, ${verb}, ${inputHash})
    ON CONFLICT DO NOTHING`,
  );
  const looking = look(tx);
  looking.catch(() => undefined);
  if ((await keying) === 0) return undefined;

  const outcome = await run(tx, await looking);
  const answer = JSON.stringify(unkept ? {} : { outcome, ...tells?.(outcome) });
  later(
    tx,
    sql`UPDATE submissions SET answer = ${answer}::jsonb WHERE actor_id = ${actor.id}::uuid AND key = ${key}::uuid`,
  );
  return { outcome };
}

/** The first answer may have been lost on its way, and its banner with it; told again it says when it was done. */
async function earlier<Outcome>(tx: Tx, actor: Actor, key: string, inputHash: string) {
  const where = { actorId_key: { actorId: actor.id, key } };
  const kept = await tx.submission.findUniqueOrThrow({ where, select: { inputHash: true, answer: true, at: true } });
  if (kept.inputHash !== inputHash) throw new Refusal("KEY_REUSED");

  const answer = kept.answer as { outcome?: Outcome };
  await tx.submission.update({
    where,
    data: { toldAt: null, answer: asJson({ ...answer, ...againNow() }) },
    select: { key: true },
  });
  return { outcome: (answer.outcome ?? {}) as Outcome, again: minuteOfInstant(kept.at) };
}

/** What an outcome leaves undefined is left out, as on its way to the browser; the database client refuses the word. */
const asJson = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value));
