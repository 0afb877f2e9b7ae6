import { db } from "@/lib/database/db";
import { sql } from "@/tests/support/database";
import { historyOf } from "./history";
import type { Term } from "./term";

/** R46, R47: the sums of every enrolment of the term, counted once more from the marks. */
export async function wrongSums({ enrolments, lessons, people }: Term): Promise<string[]> {
  const [expected, marks, sums] = await Promise.all([
    db.traineeLesson.findMany({
      where: { enrolmentId: { in: enrolments } },
      select: { enrolmentId: true, traineeId: true, lessonId: true, lesson: { select: { periods: true } } },
    }),
    historyOf(lessons, people),
    sql<{ id: string; marked: number; attended: number | null }>(
      "app",
      "SELECT enrolment_id AS id, marked, attended FROM attendance_standings WHERE enrolment_id = ANY ($1)",
      [enrolments],
    ),
  ]);
  return sums.flatMap(({ id, marked, attended }) => {
    const mine = expected.flatMap(({ enrolmentId, traineeId, lessonId, lesson }) => {
      const mark = marks.get(`${lessonId}:${traineeId}`)?.at(-1)?.mark;
      return enrolmentId === id && mark ? [{ mark, periods: lesson.periods }] : [];
    });
    const late = mine.filter(({ mark }) => ["LATE", "LEFT_EARLY"].includes(mark)).length;
    const there = mine.filter(({ mark }) => ["PRESENT", "LATE", "LEFT_EARLY"].includes(mark));
    const whole = there.reduce((sum, { periods }) => sum + periods, 0);
    const counted = mine.length > 0 ? whole - Math.floor(late / 3) : null;
    return marked === mine.length && attended === counted ? [] : [`${id}: ${attended} 课时, counted ${counted}`];
  });
}
