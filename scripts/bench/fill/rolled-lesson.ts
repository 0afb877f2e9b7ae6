import type pg from "pg";

type Rolled = { lesson: string; cohort: string; names: string[]; untaken: number };

/** The last lesson before the demo's day whose roll is whole, of a cohort under way. */
export async function findRolled(owner: pg.Client): Promise<Rolled> {
  const { rows } = await owner.query<Rolled>(`
    SELECT l.id AS lesson, c.id AS cohort,
      ARRAY(SELECT t.name FROM enrolments e JOIN trainees t ON t.id = e.trainee_id WHERE e.cohort_id = c.id AND e.state = 'IN_TRAINING') AS names,
      (SELECT count(*)::int FROM lessons o JOIN lesson_cohorts oc ON oc.lesson_id = o.id AND oc.cohort_id = c.id
        WHERE o.cancelled_at IS NULL AND lower(o.during) <= base_moment() AND EXISTS (
          SELECT FROM trainee_lessons tl LEFT JOIN attendances a USING (lesson_id, trainee_id)
          WHERE tl.lesson_id = o.id AND a.mark IS NULL)) AS untaken
    FROM lessons l JOIN lesson_cohorts lc ON lc.lesson_id = l.id JOIN cohorts c ON c.id = lc.cohort_id
    WHERE c.state = 'IN_PROGRESS' AND l.day < '2018-08-22' AND l.cancelled_at IS NULL
      AND NOT EXISTS (SELECT FROM trainee_lessons tl LEFT JOIN attendances a USING (lesson_id, trainee_id)
        WHERE tl.lesson_id = l.id AND a.mark IS NULL)
    ORDER BY l.day DESC, l.starts_at DESC, l.id LIMIT 1`);
  if (!rows[0]) throw new Error("no lesson of the demo has a whole roll");
  return rows[0];
}
