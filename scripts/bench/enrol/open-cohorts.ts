import { owner } from "../statements";

/** Room for the enrolments that are timed: 2019 with the largest capacity a setting allows, and so many approved cohorts of fifty seats. */
export async function openCohorts(count: number) {
  await owner.query("SET session_replication_role = replica");
  await owner.query(
    "INSERT INTO training_years (year, capacity, planned, cohort_count) VALUES (2019, 100000, $1::int * 50, $1)",
    [count],
  );
  await owner.query(insertCohorts, [count]);
  await owner.query(`
    INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id)
    SELECT 'bench', '-', 'cohort.approve', 'cohort', id::text FROM cohorts WHERE starts_on = '2019-03-04'`);
  await owner.query("SET session_replication_role = origin");
}

const account = (username: string) => `(SELECT id FROM accounts WHERE username = '${username}')`;

const insertCohorts = `
  INSERT INTO cohorts
    (id, number, title, course_id, starts_on, ends_on, seats, state, created_by_id, submitted_by_id, approved_by_id)
  SELECT gen_random_uuid(), '2019-' || lpad(n::text, 4, '0'), '中式烹调师 ' || n,
    (SELECT id FROM courses WHERE code = 'JN-PR-05'), '2019-03-04', '2019-04-12', 50, 'APPROVED',
    ${account("yangjin")}, ${account("yangjin")}, ${account("liming")}
  FROM generate_series(1, $1) AS n`;
