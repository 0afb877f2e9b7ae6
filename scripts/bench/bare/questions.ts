// What the bare pages ask of the portal's base: the least that tells what the portal's page tells, one statement a table.

export const roster = `
  SELECT t.id, t.name, t.sex, ce.zh AS ethnicity, left(t.id_number_sealed, 18) AS number, cd.zh AS education,
    cc.zh AS category, s.name AS township, v.name AS village, left(t.phone_sealed, 11) AS phone, t.registered_poor AS poor, e.state,
    (SELECT coalesce(sum(l.periods), 0)::int FROM trainee_lessons tl JOIN lessons l ON l.id = tl.lesson_id
      WHERE tl.enrolment_id = e.id) AS scheduled
  FROM enrolments e JOIN trainees t ON t.id = e.trainee_id
  JOIN villages v ON v.code = t.village_code JOIN townships s ON s.code = v.township_code
  LEFT JOIN code_items ce ON ce.kind = 'ETHNICITY' AND ce.code = t.ethnicity
  LEFT JOIN code_items cd ON cd.kind = 'EDUCATION' AND cd.code = t.education
  LEFT JOIN code_items cc ON cc.kind = 'TRAINEE_CATEGORY' AND cc.code = t.category
  WHERE e.cohort_id = $1 AND e.state IN ('CONFIRMED', 'IN_TRAINING') ORDER BY t.sort_name COLLATE "C", t.id`;

const sumOf = (table: string) =>
  `(SELECT coalesce(sum(amount), 0) FROM ${table}
    WHERE project_id = p.id AND state = 'APPROVED' AND dated_on BETWEEN $1 AND $2)`;

export const sums = `
  SELECT p.id, p.code, p.name, ${sumOf("appropriations")} AS arranged, ${sumOf("disbursements")} AS disbursed,
    ${sumOf("investment_progress")} AS completed
  FROM projects p ORDER BY p.code`;

export const monthly = `
  SELECT to_char(dated_on, 'YYYY-MM') AS month, sum(amount) AS amount FROM disbursements
  WHERE state = 'APPROVED' AND dated_on BETWEEN $1 AND $2 GROUP BY 1 ORDER BY 1`;

export const yearOf = "SELECT held, planned, capacity FROM training_years WHERE year = 2018";

export const open = `
  SELECT id, number, title, confirmed, seats, state FROM cohorts
  WHERE state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'IN_PROGRESS', 'EXAM') AND starts_on < '2019-01-01'
  ORDER BY number`;

export const taught = `
  SELECT l.id, l.title, l.starts_at, l.ends_at, c.label
  FROM lessons l JOIN classrooms c ON c.number = l.classroom_number
  WHERE l.day = '2018-08-22' AND l.cancelled_at IS NULL ORDER BY l.starts_at, c.number`;

export const trainees = `
  SELECT t.id, t.name, t.sex, t.birth_date::text AS born, left(t.id_number_sealed, 18) AS number, v.name AS village,
    cc.zh AS category, left(t.phone_sealed, 11) AS phone, t.registered_poor AS poor, t.registered_on::text AS registered
  FROM (SELECT * FROM trainees ORDER BY sort_name, id LIMIT 50) t JOIN villages v ON v.code = t.village_code
  LEFT JOIN code_items cc ON cc.kind = 'TRAINEE_CATEGORY' AND cc.code = t.category ORDER BY t.sort_name, t.id`;

export const week = `
  SELECT l.id, l.title, l.day::text AS day, l.starts_at, l.ends_at, c.label AS classroom, t.name AS trainer,
    (SELECT string_agg(h.number, ' ') FROM lesson_cohorts lc JOIN cohorts h ON h.id = lc.cohort_id
      WHERE lc.lesson_id = l.id) AS cohorts
  FROM lessons l JOIN trainers t ON t.id = l.trainer_id LEFT JOIN classrooms c ON c.number = l.classroom_number
  WHERE l.day BETWEEN $1 AND $2 AND l.cancelled_at IS NULL ORDER BY l.day, l.starts_at, c.number`;
