import "server-only";
import { z } from "zod";
import { fits } from "@/lib/classroom/rules";
import { db, type Tx } from "@/lib/database/db";
import { Prisma } from "@/prisma/generated/client";

const need = z.object({ kinds: z.array(z.string()), equipment: z.array(z.string()) });
const row = z.object({
  number: z.number(),
  label: z.string(),
  name: z.string(),
  kind: z.string(),
  equipment: z.array(z.string()),
  /** The lessons in the order they are said, whether this room is free and large enough, and what their practice needs. */
  taught: z.array(z.object({ said: z.string(), takes: z.boolean(), needs: z.array(need) })),
});

export type StandIn = { number: number; label: string; name: string; lacking: string[] };

type Span = { classroomNumber: number; from: Date; to: Date };

/** R36, R37: the other classrooms, with the lessons of this one in that time that they could not take or lack the equipment for. */
export const listStandIns = (tx: Tx, { classroomNumber, from, to }: Span) =>
  roomsFor(
    tx,
    Prisma.sql`l.classroom_number = ${classroomNumber}::int AND l.during && tstzrange(${from}, ${to})`,
    Prisma.sql`r.number <> ${classroomNumber}::int`,
  );

/** The same for some lessons: all classrooms, with those of them that each could not take. */
export const listRoomsFor = (lessonIds: readonly string[]) =>
  roomsFor(db, Prisma.sql`l.id = ANY (${lessonIds}::uuid[])`, Prisma.sql`true`);

async function roomsFor(tx: Tx, lessons: Prisma.Sql, rooms: Prisma.Sql): Promise<StandIn[]> {
  const found = await tx.$queryRaw`
    WITH taught AS (
      SELECT l.id, l.during, l.day || ' ' || l.starts_at || ' ' || l.title AS said, seats_needed(array(
        SELECT cohort_id FROM lesson_cohorts AS lc WHERE lc.lesson_id = l.id AND NOT lc.cancelled)) AS heads,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('kinds', k.practice_kinds, 'equipment', k.practice_equipment)), '[]')
          FROM lesson_cohorts AS lc JOIN cohorts AS c ON c.id = lc.cohort_id JOIN courses AS k ON k.id = c.course_id
          WHERE lc.lesson_id = l.id AND l.kind = 'PRACTICE') AS needs
      FROM lessons AS l WHERE l.cancelled_at IS NULL AND ${lessons})
    SELECT r.number, r.label, r.name, r.kind,
      array(SELECT code FROM classroom_equipment AS e WHERE e.classroom_number = r.number) AS equipment,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('said', t.said, 'needs', t.needs, 'takes', t.heads <= r.seats
          AND NOT EXISTS (SELECT FROM lessons AS o
            WHERE o.classroom_number = r.number AND o.cancelled_at IS NULL AND o.during && t.during AND o.id <> t.id)
          AND NOT EXISTS (SELECT FROM classroom_closures AS c
            WHERE c.classroom_number = r.number AND c.cancelled_at IS NULL AND tstzrange(c.starts_at, c.ends_at) && t.during))
        ORDER BY t.said), '[]') FROM taught AS t) AS taught
    FROM classrooms AS r WHERE ${rooms}
    ORDER BY r.number`;
  return z
    .array(row)
    .parse(found)
    .map(({ kind, equipment, taught, ...room }) => ({
      ...room,
      lacking: taught.filter(({ takes, needs }) => !takes || !fits({ kind, equipment }, needs)).map(({ said }) => said),
    }))
    .toSorted((one, other) => one.lacking.length - other.lacking.length);
}

const trainer = z.object({ id: z.string(), name: z.string(), speciality: z.string() });

/** R36: who is free in all of some lessons: neither teaching elsewhere nor on leave, not gone, and not the one who gives all of them now. */
export async function listSubstitutes(lessonIds: readonly string[]) {
  const found = await db.$queryRaw`
    WITH taught AS (SELECT id, during, day, trainer_id FROM lessons WHERE id = ANY (${lessonIds}::uuid[]) AND cancelled_at IS NULL)
    SELECT t.id, t.name, t.speciality FROM trainers AS t
    WHERE EXISTS (SELECT FROM taught WHERE trainer_id <> t.id) AND NOT EXISTS (
      SELECT FROM taught AS l WHERE t.left_on <= l.day
        OR EXISTS (SELECT FROM lessons AS o
          WHERE o.trainer_id = t.id AND o.cancelled_at IS NULL AND o.during && l.during AND o.id <> l.id)
        OR EXISTS (SELECT FROM trainer_leaves AS v
          WHERE v.trainer_id = t.id AND v.cancelled_at IS NULL AND l.day BETWEEN v.starts_on AND v.ends_on))
    ORDER BY t.name, t.id`;
  return z.array(trainer).parse(found);
}

export type Substitute = z.output<typeof trainer>;
