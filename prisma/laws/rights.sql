-- What the portal may do with its own database: its login is a member of portal_app, owns nothing, and moves no counter.
-- Before the laws run portal_app has no right on any table: what is granted neither here nor in the file of its subject is not allowed.

-- What a login may do beyond what the portal needs; empty for the portal's own. Start-up and the preparation of the database ask it.
CREATE FUNCTION powers_beyond(login name) RETURNS SETOF text LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT power FROM pg_roles r CROSS JOIN LATERAL (
    VALUES ('SUPERUSER', r.rolsuper), ('CREATEROLE', r.rolcreaterole), ('CREATEDB', r.rolcreatedb),
      ('REPLICATION', r.rolreplication), ('BYPASSRLS', r.rolbypassrls),
      ('TEMPORARY on the database', has_database_privilege(r.oid, current_database(), 'TEMPORARY')),
      ('CREATE on the database', has_database_privilege(r.oid, current_database(), 'CREATE')),
      ('SET session_replication_role', has_parameter_privilege(r.oid, 'session_replication_role', 'SET'))
    UNION ALL
    SELECT 'CREATE on the schema ' || nspname, true FROM pg_namespace
    WHERE nspname !~ '^pg_(temp|toast)' AND has_schema_privilege(r.oid, oid, 'CREATE')
    UNION ALL
    SELECT 'member of ' || g.rolname, true FROM pg_roles g
    WHERE g.oid <> r.oid AND g.rolname <> 'portal_app' AND pg_has_role(r.oid, g.oid, 'MEMBER')
    UNION ALL
    SELECT 'owner of ' || pg_describe_object(d.classid, d.objid, 0), true FROM pg_shdepend d
    WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = r.oid AND d.deptype = 'o'
      AND d.dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
  ) AS has (power, held)
  WHERE r.rolname = login AND held
$$;

GRANT USAGE ON SCHEMA public, checks TO portal_app;

-- It reads every table.
GRANT SELECT ON _prisma_migrations, access_entries, accounts, aid_funds, aid_plans, appropriations, audit_blocks, audit_entries,
  audit_marks, audit_shapes, base, calendar_days, certificate_requests, certificates, classroom_closures, classrooms, code_items,
  cohort_moves, cohorts, course_occupations, courses, disbursements, enrolment_approvals, enrolment_moves, enrolments, exam_results,
  exports, former_passwords, fund_months, headcounts, identity_corrections, investment_progress, lesson_cohorts, lessons,
  outdated_certificates, outside_records, parameters, project_adjustments, project_reports, project_sites, projects, revenue_figures,
  setting_changes, setting_kinds, sign_ins, submissions,
  townships, trainee_lessons, trainee_merges,
  trainee_names, trainee_search_keys, trainee_years, trainees, trainers, training_years, villages TO portal_app;

-- It writes whole rows of these; what the database fills in is named by column below.
GRANT INSERT ON accounts, aid_plans, appropriations, base, calendar_days, certificate_requests, classroom_closures,
  course_occupations, courses, disbursements, exam_results, identity_corrections, investment_progress, lessons, outside_records,
  project_adjustments, project_reports, project_sites, projects, revenue_figures, sign_ins, submissions,
  trainee_merges, trainee_search_keys, trainees, trainers TO portal_app;
GRANT INSERT (account_id, verb, subject_type, subject_id, field, reason, rows, address) ON access_entries TO portal_app;
GRANT INSERT (actor_id, actor_name, actor_role, verb, subject_type, subject_id, before, after, reason) ON audit_entries TO portal_app;
GRANT INSERT (id, cohort_id, enrolment_id, person_number, number, issued_on, issued_by_id, is_demo, request_id) ON certificates
  TO portal_app;
GRANT INSERT (kind, code, zh, en, position, valid_from) ON code_items TO portal_app;
-- I16, I35: what a later act writes is in no list: an exam begun early, a reopening, attendance, an outcome.
GRANT INSERT (id, number, title, course_id, starts_on, ends_on, at_base, place, seats, confirmed, state, contact, exam_plan, material,
  created_by_id, submitted_by_id, submitted_at, approved_by_id, approved_at, approval_document_no, closing_proposed_by_id,
  closing_returned_by_id, closed_by_id, is_demo, version, created_at, certificate_count) ON cohorts TO portal_app;
GRANT INSERT (enrolment_id, need, approved_by_id) ON enrolment_approvals TO portal_app;
GRANT INSERT (id, trainee_id, cohort_id, state, queue_no, wait_stopped, subsidised, approval_needed, reason, state_reason, transfer_to_id,
  transfer_requested_by_id, transfer_approved_by_id, created_by_id, is_demo, version, applied_at, confirmed_at) ON enrolments TO portal_app;
GRANT INSERT (id, actor_id, kind, filter, format, is_full, purpose, purpose_text, state, total, started_at) ON exports TO portal_app;
GRANT INSERT (month) ON fund_months TO portal_app;
GRANT INSERT (lesson_id, cohort_id) ON lesson_cohorts TO portal_app;
GRANT INSERT (id, key, valid_from, value, previous, reason, document_no, state, created_by_id, version) ON setting_changes TO portal_app;
GRANT USAGE ON SEQUENCE access_entries_id_seq, aid_plans_seq_seq, appropriations_seq_seq, audit_entries_id_seq, disbursements_seq_seq,
  enrolments_queue_no_seq, investment_progress_seq_seq, outside_records_seq_seq, project_adjustments_seq_seq, project_reports_seq_seq,
  revenue_figures_seq_seq TO portal_app;

-- It changes these columns; counters, sums, keys and signatures' times are not among them.
GRANT UPDATE ON courses, trainers TO portal_app;
GRANT UPDATE (role, trainer_id, password_hash, disabled_at, failed_sign_ins, locked_until, set_up_token_hash, set_up_expires_at,
  language, theme, density, size, shortcuts, version, factor_sealed, factor_since, factor_step) ON accounts TO portal_app;
GRANT UPDATE (state, closing_proposed_by_id, closing_reason, closed_by_id, closed_at, version) ON aid_funds TO portal_app;
GRANT UPDATE (total, basis, document_no, reason, dated_on, state, decided_by_id, decided_at, state_reason, version, warnings)
  ON aid_plans TO portal_app;
GRANT UPDATE (amount, dated_on, document_no, note, state, decided_by_id, decided_at, state_reason, version, warnings) ON appropriations
  TO portal_app;
GRANT UPDATE (key_check) ON base TO portal_app;
GRANT UPDATE (kind, name, document_no) ON calendar_days TO portal_app;
GRANT UPDATE (decided_by_id, approved, decision) ON certificate_requests TO portal_app;
GRANT UPDATE (voided_on, void_reason, voided_by_id, void_request_id) ON certificates TO portal_app;
GRANT UPDATE (cancelled_at) ON classroom_closures TO portal_app;
GRANT UPDATE (name, seats, kind, version) ON classrooms TO portal_app;
GRANT UPDATE (zh, en, position, valid_to) ON code_items TO portal_app;
GRANT UPDATE (title, course_id, starts_on, ends_on, at_base, place, seats, state, contact, exam_plan, material, submitted_by_id,
  submitted_at, approved_by_id, approved_at, approval_document_no, closing_proposed_by_id, closed_by_id, state_reason, version,
  closing_returned_by_id, closing_return_reason, exam_begun_by_id, exam_reason, reopened_by_id, reopen_reason) ON cohorts TO portal_app;
GRANT UPDATE (amount, dated_on, document_no, payee, account, exception_reason, note, state, decided_by_id, decided_at, state_reason,
  version, warnings) ON disbursements TO portal_app;
GRANT UPDATE (cohort_id, state, wait_stopped, subsidised, approval_needed, reason, state_reason, ended_on, transfer_to_id,
  transfer_requested_by_id, transfer_reason, version, confirmed_at, transfer_approved_by_id, attended_periods, outcome_by_id,
  outcome_reversed_by_id, outcome_reversal_reason) ON enrolments TO portal_app;
GRANT UPDATE (held_on, theory, practice, plan) ON exam_results TO portal_app;
GRANT UPDATE (state, total, rows, started_at, ended_at) ON exports TO portal_app;
GRANT UPDATE (state, submitted_by_id, submitted_at, locked_by_id, locked_at, state_reason, version) ON fund_months TO portal_app;
GRANT UPDATE (decided_by_id, approved, decision) ON identity_corrections TO portal_app;
GRANT UPDATE (state, decided_by_id, decided_at, state_reason, version) ON investment_progress TO portal_app;
GRANT UPDATE (classroom_number, trainer_id, title, kind, day, starts_at, ends_at, periods, cancelled_at, cancel_reason, version)
  ON lessons TO portal_app;
GRANT UPDATE (year, item, amount, dated_on, document_no, note, state, decided_by_id, decided_at, state_reason, version, warnings)
  ON outside_records TO portal_app;
GRANT UPDATE (dated_on, document_no, reason, due_on, is_construction, target, total_investment, site, content, standing, state,
  decided_by_id, decided_at, state_reason, version) ON project_adjustments TO portal_app;
GRANT UPDATE (finished_on) ON project_sites TO portal_app;
GRANT UPDATE (code, name, category, is_employment_related, is_construction, plan_year, implement_year, site, content, implementing_unit,
  target, total_investment, due_on, version) ON projects TO portal_app;
GRANT UPDATE (amount, certainty, document_no, note, dated_on, state, decided_by_id, decided_at, state_reason, version, warnings)
  ON revenue_figures TO portal_app;
GRANT UPDATE (state, director_id, reviewer_id, leader_id, decided_by_id, decided_at, state_reason, version) ON setting_changes
  TO portal_app;
GRANT UPDATE (last_seen_at, ended_at, end_reason) ON sign_ins TO portal_app;
GRANT UPDATE (answer, told_at) ON submissions TO portal_app;
GRANT UPDATE (decided_by_id, approved, decision) ON trainee_merges TO portal_app;
GRANT UPDATE (name, name_tibetan, sort_name, phone_sealed, phone_hash, village_contact, village_code, ethnicity, education, category,
  other_categories, registered_poor, pension_insured, guardian_name, guardian_phone_sealed, note, notice_version, notice_way,
  notice_given_on, version) ON trainees TO portal_app;

-- Nothing with a history is deleted.
GRANT DELETE ON calendar_days, course_occupations, trainee_search_keys TO portal_app;
