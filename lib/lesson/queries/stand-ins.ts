import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/database/db";

const room = z.object({ number: z.number(), label: z.string(), name: z.string(), lacking: z.array(z.string()) });

/** R36, R37: the other classrooms, with the lessons of this one in that time that they could not take. */
export async function listStandIns(tx: Tx, span: { classroomNumber: number; from: Date; to: Date }) {
  const { classroomNumber, from, to } = span;
  const found = await tx.$queryRaw`
    WITH taught AS (
      SELECT l.during, l.day || ' ' || l.starts_at || ' ' || l.title AS said, seats_needed(array(
        SELECT cohort_id FROM lesson_cohorts AS lc WHERE lc.lesson_id = l.id AND NOT lc.cancelled)) AS heads
      FROM lessons AS l
      WHERE l.classroom_number = ${classroomNumber}::int AND l.cancelled_at IS NULL AND l.during && tstzrange(${from}, ${to}))
    SELECT r.number, r.label, r.name, array(
      SELECT t.said FROM taught AS t
      WHERE t.heads > r.seats
        OR EXISTS (SELECT FROM lessons AS o WHERE o.classroom_number = r.number AND o.cancelled_at IS NULL AND o.during && t.during)
        OR EXISTS (SELECT FROM classroom_closures AS c
          WHERE c.classroom_number = r.number AND c.cancelled_at IS NULL AND tstzrange(c.starts_at, c.ends_at) && t.during)
      ORDER BY t.said) AS lacking
    FROM classrooms AS r WHERE r.number <> ${classroomNumber}::int
    ORDER BY r.number`;
  return z
    .array(room)
    .parse(found)
    .toSorted((one, other) => one.lacking.length - other.lacking.length);
}

export type StandIn = z.output<typeof room>;
