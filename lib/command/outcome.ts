import "server-only";
import { z } from "zod";
import type { Verb } from "@/lib/audit/verbs";
import { db, transaction } from "@/lib/database/db";
import type { Typed } from "@/lib/refusal/answer";

/** Whom and what an act was about; the banner says their names. */
const aboutFields = [
  ...(["enrolmentId", "traineeId", "cohortId", "certificateId"] as const),
  ...(["lessonId", "trainerId", "accountId", "courseId"] as const),
] as const;
export type About = { [Name in (typeof aboutFields)[number]]?: string } & {
  /** A record of money or a project, by its kind and id. */
  record?: [kind: string, id: string] | undefined;
};

/** Where a form leads, and what is told there: `says` where the command's verb would not tell it, about whom, with which figures. */
export type Way = { to: string; says?: Verb; about?: About; told?: Record<string, string | number> };

/** The ids a form carries tell whom it was about. */
export const aboutOf = (typed: Typed): About =>
  Object.fromEntries(
    aboutFields.flatMap((name) => (z.uuid().safeParse(typed[name]).success ? [[name, typed[name]]] : [])),
  );

const answer = z.object({
  to: z.string(),
  says: z.string().optional(),
  about: z
    .partialRecord(z.enum(aboutFields), z.string())
    .and(z.object({ record: z.tuple([z.string(), z.string()]).optional() })),
  told: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  again: z.string().optional(),
});

/** A form that was sent again: when, kept with the first answer. */
export const againNow = () => ({ again: new Date().toISOString() });

export type Outcome = {
  /** The key of the submission; React would keep a property of the name `key` for itself. */
  id: string;
  says: string;
  about: About;
  told: Record<string, string | number>;
  again: { at: Date; again: string } | undefined;
};

/**
 * What came of the last act that leads to this page, told to its own actor and once: after a reload, Back or to somebody who was sent
 * the address there is nothing left to tell. A form that was sent again is told again, with the time of the act.
 */
export async function takeOutcome(actorId: string, path: string): Promise<Outcome | null> {
  return transaction(async (tx) => {
    const acts = await tx.$queryRaw<{ key: string; verb: string; at: Date; answer: unknown }[]>`
      UPDATE submissions SET told_at = now()
      WHERE actor_id = ${actorId}::uuid AND told_at IS NULL
        AND coalesce((answer->>'again')::timestamptz, at) > now() - interval '10 minutes'
        AND split_part(answer->>'to', '?', 1) = ${path}
      RETURNING key, verb, at, answer`;
    const last = acts.toSorted((one, other) => lastOf(one).localeCompare(lastOf(other))).at(-1);
    const read = answer.safeParse(last?.answer);
    if (!last || !read.success) return null;

    const { says = last.verb, about, told, again } = read.data;
    return { id: last.key, says, about, told, again: again ? { at: last.at, again } : undefined };
  });
}

/** When an act was last asked for. */
const lastOf = ({ at, answer: kept }: { at: Date; answer: unknown }): string =>
  (kept as { again?: string }).again ?? at.toISOString();

/** Whom and what an act was about, as it is called now. */
export async function namesOf(
  about: About,
): Promise<Record<"person" | "cohort" | "lesson" | "trainer" | "account" | "course", string>> {
  const [named] = await db.$queryRaw<Record<string, string | null>[]>`
    SELECT t.name AS person, c.number AS cohort, i.name AS trainer, a.name AS account, k.name AS course,
      concat_ws(' ', to_char(l.day, 'YYYY-MM-DD'), l.starts_at, l.title) AS lesson
    FROM (SELECT ${about.enrolmentId ?? null}::uuid AS enrolment, ${about.certificateId ?? null}::uuid AS certificate) AS asked
    LEFT JOIN certificates AS p ON p.id = asked.certificate
    LEFT JOIN enrolments AS e ON e.id = coalesce(asked.enrolment, p.enrolment_id)
    LEFT JOIN trainees AS t ON t.id = coalesce(e.trainee_id, ${about.traineeId ?? null}::uuid)
    LEFT JOIN cohorts AS c ON c.id = coalesce(e.cohort_id, ${about.cohortId ?? null}::uuid)
    LEFT JOIN lessons AS l ON l.id = ${about.lessonId ?? null}::uuid
    LEFT JOIN trainers AS i ON i.id = ${about.trainerId ?? null}::uuid
    LEFT JOIN accounts AS a ON a.id = ${about.accountId ?? null}::uuid
    LEFT JOIN courses AS k ON k.id = ${about.courseId ?? null}::uuid`;
  const said = (name: string) => named?.[name] ?? "";
  return {
    person: said("person"),
    cohort: said("cohort"),
    lesson: said("lesson"),
    trainer: said("trainer"),
    account: said("account"),
    course: said("course"),
  };
}
