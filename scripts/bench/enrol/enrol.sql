-- The limit of an enrolment in the database: what the action writes, in one call, with the same triggers; no rule of a person is asked.
CREATE FUNCTION bench_enrol(trainee uuid, cohort uuid, actor uuid, key uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE enrolment uuid := gen_random_uuid();
BEGIN
  INSERT INTO submissions (actor_id, key, verb, input_hash, answer) VALUES (actor, key, 'bench', '-', '{}');
  INSERT INTO audit_entries (actor_id, actor_name, actor_role, verb, subject_type, subject_id)
    VALUES (actor, 'bench', '-', 'enrolment.create', 'enrolment', enrolment::text);
  INSERT INTO enrolments (id, trainee_id, cohort_id, state, created_by_id, confirmed_at)
    VALUES (enrolment, trainee, cohort, 'CONFIRMED', actor, now());
END $$;
