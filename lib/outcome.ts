import "server-only";
import { z } from "zod";
import type { Typed } from "@/lib/answer";
import { db, transaction } from "@/lib/db";
import { newId } from "@/lib/id";

/** Whom and what an act was about; the banner says their names. */
const aboutFields = ["enrolmentId", "traineeId", "cohortId", "certificateId"] as const;
export type About = { [Name in (typeof aboutFields)[number]]?: string };

/** The ids a form carries tell whom it was about. */
export const aboutOf = (typed: Typed): About =>
  Object.fromEntries(
    aboutFields.flatMap((name) => (z.uuid().safeParse(typed[name]).success ? [[name, typed[name]]] : [])),
  );

const answer = z.object({
  says: z.string().optional(),
  about: z.object({
    enrolmentId: z.string().optional(),
    traineeId: z.string().optional(),
    cohortId: z.string().optional(),
    certificateId: z.string().optional(),
  }),
  told: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

/**
 * What came of the act the address names, told to its own actor and once: after a reload, Back or to somebody who was sent the
 * address there is nothing left to tell.
 */
export async function takeOutcome(actorId: string, done: string) {
  return transaction(async (tx) => {
    const acts = await tx.$queryRaw<{ key: string; at: Date; answer: unknown }[]>`
      UPDATE submissions SET told_at = now()
      WHERE actor_id = ${actorId}::uuid AND at > now() - interval '10 minutes' AND told_at IS NULL
        AND answer ? 'to' AND coalesce(answer->>'done', verb) = ${done}
      RETURNING key, at, answer`;
    const last = acts.toSorted((one, other) => one.at.getTime() - other.at.getTime()).at(-1);
    const read = answer.safeParse(last?.answer);
    if (!last || !read.success) return null;

    const { says = done, about, told } = read.data;
    return { key: last.key, says, values: { ...(await namesOf(about)), ...told } };
  });
}

/** An act that hashes a password goes past `action`; what came of it is kept here, and told on the next page like any other. */
export async function keepOutcome(actorId: string, verb: string, to: string): Promise<{ to: string }> {
  const answer = JSON.stringify({ to, about: {} });
  await db.$executeRaw`
    INSERT INTO submissions (actor_id, key, verb, input_hash, answer)
    VALUES (${actorId}::uuid, ${newId()}::uuid, ${verb}, '', ${answer}::jsonb)`;
  return { to: `${to}${to.includes("?") ? "&" : "?"}done=${verb}` };
}

/** The person and the cohort an act was about, as they are called now. */
export async function namesOf(about: About): Promise<{ person: string; cohort: string }> {
  const [named] = await db.$queryRaw<{ person: string | null; cohort: string | null }[]>`
    SELECT t.name AS person, c.number AS cohort
    FROM (SELECT ${about.enrolmentId ?? null}::uuid AS enrolment, ${about.certificateId ?? null}::uuid AS certificate) AS asked
    LEFT JOIN certificates AS k ON k.id = asked.certificate
    LEFT JOIN enrolments AS e ON e.id = coalesce(asked.enrolment, k.enrolment_id)
    LEFT JOIN trainees AS t ON t.id = coalesce(e.trainee_id, ${about.traineeId ?? null}::uuid)
    LEFT JOIN cohorts AS c ON c.id = coalesce(e.cohort_id, ${about.cohortId ?? null}::uuid)`;
  return { person: named?.person ?? "", cohort: named?.cohort ?? "" };
}
