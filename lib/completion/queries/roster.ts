import "server-only";
import { z } from "zod";
import { standingColumns, standingJoins, standingOf, standingRow } from "@/lib/completion/queries/standing";
import { type Scope, within } from "@/lib/completion/queries/tally";
import type { Tx } from "@/lib/database/db";
import { inBatches } from "@/lib/database/long-read";
import { unseal } from "@/lib/database/seal";
import { Prisma } from "@/prisma/generated/client";
import { Sex } from "@/prisma/generated/enums";

export const completedShape = z.object({
  traineeId: z.string(),
  name: z.string(),
  sex: z.enum(Sex),
  idNumberSealed: z.string(),
  phoneSealed: z.string().nullable(),
  cohort: z.string(),
  occupation: z.string(),
  level: z.string().nullable(),
  certificate: z.string().nullable(),
  ...standingRow,
});

/** 结业花名册: who completed, under the name and facts of the valid certificate (R52), in the order of cohorts and rosters, with the numbers open; a thousand at a time. */
export async function* eachCompleted(tx: Tx, scope: Scope) {
  for await (const people of inBatches(tx, completedOf(scope), completedShape)) yield people.map(opened);
}

export const completedOf = (scope: Scope): Prisma.Sql => Prisma.sql`
    SELECT t.id AS "traineeId", coalesce(k.name, t.name) AS name, coalesce(k.sex, t.sex) AS sex,
      coalesce(k.id_number_sealed, t.id_number_sealed) AS "idNumberSealed", t.phone_sealed AS "phoneSealed", c.number AS cohort,
      coalesce(k.occupation, r.occupation, r.name) AS occupation, CASE WHEN k.id IS NULL THEN r.level ELSE k.level END AS level,
      k.number AS certificate, ${standingColumns}
    FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id JOIN courses r ON r.id = c.course_id JOIN trainees t ON t.id = e.trainee_id
    LEFT JOIN certificates k ON k.enrolment_id = e.id AND k.voided_on IS NULL ${standingJoins}
    WHERE e.state = 'COMPLETED' AND ${within(scope)} ORDER BY c.number, t.sort_name COLLATE "C", t.id`;

const opened = ({ idNumberSealed, phoneSealed, ...person }: z.output<typeof completedShape>) => ({
  ...person,
  ...standingOf(person),
  idNumber: unseal("trainees", "id_number", person.traineeId, idNumberSealed),
  phone: phoneSealed && unseal("trainees", "phone", person.traineeId, phoneSealed),
});

export type Completed = ReturnType<typeof opened>;

const counted = z.tuple([z.object({ count: z.number() })]);

/** How many stand on it. */
export async function countCompleted(tx: Tx, scope: Scope): Promise<number> {
  const rows = await tx.$queryRaw`
    SELECT count(*)::int AS count FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id WHERE e.state = 'COMPLETED' AND ${within(scope)}`;
  return counted.parse(rows)[0].count;
}
