import type pg from "pg";

/** What is measured as "the roster of 30": the first approved cohort of the demo that has thirty seats and a timetable. */
export async function findRosterCohort(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(`
    SELECT c.id FROM cohorts c
    WHERE c.state = 'APPROVED' AND c.seats = 30 AND c.starts_on BETWEEN '2018-08-22' AND '2018-12-31'
      AND EXISTS (SELECT FROM lesson_cohorts lc WHERE lc.cohort_id = c.id) ORDER BY c.number LIMIT 1`);
  if (!rows[0]) throw new Error("no cohort of the demo can have a roster of thirty");
  return rows[0].id;
}
