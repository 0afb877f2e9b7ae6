-- What the portal may do with its own database: its login is a member of this group, owns nothing, and moves no counter.
DO $$ BEGIN
  CREATE ROLE portal_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO portal_app;
REVOKE EXECUTE ON FUNCTION ensure_year, move_year, move_cohort, number_cohort FROM PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO portal_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO portal_app;

GRANT INSERT, UPDATE ON base TO portal_app;
GRANT INSERT ON accounts, sign_ins, submissions, courses, cohorts, classroom_closures, trainers, lessons, trainees, trainee_search_keys, enrolments TO portal_app;
GRANT INSERT (lesson_id, cohort_id) ON lesson_cohorts TO portal_app;
GRANT INSERT (actor_id, actor_name, actor_role, verb, subject_type, subject_id, before, after, reason) ON audit_entries TO portal_app;
GRANT INSERT (account_id, verb, subject_type, subject_id, field, reason, rows, address) ON access_entries TO portal_app;

GRANT UPDATE ON accounts, courses, trainers TO portal_app;
GRANT UPDATE (last_seen_at, ended_at, end_reason) ON sign_ins TO portal_app;
GRANT UPDATE (answer) ON submissions TO portal_app;
GRANT UPDATE (name, seats, version) ON classrooms TO portal_app;
GRANT UPDATE (cancelled_at) ON classroom_closures TO portal_app;
GRANT UPDATE (title, course_id, starts_on, ends_on, at_base, place, seats, state, contact, exam_plan, material, submitted_by_id, submitted_at,
  approved_by_id, approved_at, approval_document_no, closing_proposed_by_id, closed_by_id, state_reason, version) ON cohorts TO portal_app;
GRANT UPDATE (classroom_number, trainer_id, title, kind, day, starts_at, ends_at, periods, cancelled_at, cancel_reason, version) ON lessons TO portal_app;
GRANT UPDATE (cohort_id, state, wait_stopped, subsidised, approval_needed, reason, state_reason, ended_on, transfer_to_id, transfer_requested_by_id,
  transfer_reason, approved_by_id, version, confirmed_at) ON enrolments TO portal_app;
GRANT UPDATE (name, name_tibetan, sort_name, phone_sealed, phone_hash, village_contact, village_code, ethnicity, education, category, other_categories,
  registered_poor, pension_insured, guardian_name, guardian_phone_sealed, note, notice_version, notice_way, notice_given_on, version) ON trainees TO portal_app;
GRANT DELETE ON trainee_search_keys TO portal_app;
