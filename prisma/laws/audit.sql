-- I29: at COMMIT every change of an audited row must have its entry in the same transaction; an index makes it exactly one.

-- Every table the portal writes is noted. What a trigger is given after the name of the subject are columns that move with something
-- noted elsewhere; every other column counts, also one that a later migration adds.
CREATE FUNCTION change_is_noted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moved text[] := coalesce(TG_ARGV[1:TG_NARGS - 1], '{}');
  subject text;
BEGIN
  IF TG_OP = 'UPDATE' AND TG_NARGS > 1 AND to_jsonb(NEW) - moved = to_jsonb(OLD) - moved THEN RETURN NULL; END IF;
  IF TG_OP = 'DELETE' THEN subject := to_jsonb(OLD) ->> TG_ARGV[0]; ELSE subject := to_jsonb(NEW) ->> TG_ARGV[0]; END IF;
  IF NOT EXISTS (SELECT FROM audit_entries WHERE subject_id = subject AND xid = pg_current_xact_id()) THEN
    PERFORM refuse('AUDIT_MISSING', TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END $$;

-- Which table is noted when: the events, the column that names the subject of the entry, and the columns that move with something else.
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES
    -- The failures and the lock move with the access log, the step with each code; how the pages look is the person's own matter.
    ('INSERT OR DELETE OR UPDATE', 'accounts', 'id', 'failed_sign_ins locked_until factor_step language theme density size shortcuts'),
    -- Places and numbers move with an enrolment and a certificate.
    ('INSERT OR DELETE OR UPDATE', 'cohorts', 'id', 'confirmed certificate_count'),
    -- The sums move with a record, and so does what is current; a year's state moves with its plans, until it is closed, which is signed.
    ('INSERT OR DELETE OR UPDATE', 'projects', 'id', 'arranged disbursed completed'),
    ('INSERT OR DELETE OR UPDATE', 'aid_plans', 'id', 'is_current'),
    ('INSERT OR DELETE OR UPDATE', 'roster_imports', 'id', ''),
    -- What stood there before is forgotten after a day.
    ('INSERT OR DELETE OR UPDATE', 'roster_import_lines', 'import_id', 'before_sealed'),
    ('INSERT OR DELETE OR UPDATE', 'revenue_figures', 'id', 'is_current'),
    ('UPDATE', 'aid_funds', 'year', 'approved_total arranged state'),
    -- Years, months and classrooms are there before anything is done with them.
    ('UPDATE', 'fund_months', 'month', ''),
    ('UPDATE', 'classrooms', 'label', ''),
    -- None begins without its entry; how far it came is in its own row.
    ('INSERT', 'exports', 'id', ''),
    ('INSERT OR DELETE OR UPDATE', 'appropriations', 'id', ''),
    -- An arrival stands in the history of the enrolment.
    ('INSERT OR DELETE OR UPDATE', 'arrivals', 'enrolment_id', ''),
    ('INSERT OR DELETE OR UPDATE', 'base', 'id', ''),
    ('INSERT OR DELETE OR UPDATE', 'calendar_days', 'day', ''),
    ('INSERT OR DELETE OR UPDATE', 'certificate_requests', 'cohort_id', ''),
    -- What is written about a person's result stands in the history of the enrolment.
    ('INSERT OR DELETE OR UPDATE', 'certificates', 'enrolment_id', ''),
    ('INSERT OR DELETE OR UPDATE', 'classroom_closures', 'id', ''),
    ('INSERT OR DELETE OR UPDATE', 'course_occupations', 'course_id', ''),
    ('INSERT OR DELETE OR UPDATE', 'courses', 'id', ''),
    ('INSERT OR DELETE OR UPDATE', 'disbursements', 'id', ''),
    ('INSERT OR DELETE OR UPDATE', 'enrolment_approvals', 'enrolment_id', ''),
    ('INSERT OR DELETE OR UPDATE', 'enrolments', 'id', ''),
    ('INSERT OR DELETE OR UPDATE', 'exam_results', 'enrolment_id', ''),
    ('INSERT OR DELETE OR UPDATE', 'identity_corrections', 'trainee_id', ''),
    ('INSERT OR DELETE OR UPDATE', 'investment_progress', 'id', ''),
    ('INSERT OR DELETE OR UPDATE', 'lesson_cohorts', 'lesson_id', ''),
    ('INSERT OR DELETE OR UPDATE', 'lessons', 'id', ''),
    ('INSERT OR DELETE OR UPDATE', 'outside_records', 'id', ''),
    ('INSERT OR DELETE OR UPDATE', 'project_adjustments', 'id', ''),
    ('INSERT OR DELETE OR UPDATE', 'project_reports', 'project_id', ''),
    ('INSERT OR DELETE OR UPDATE', 'project_sites', 'project_id', ''),
    ('INSERT OR DELETE OR UPDATE', 'setting_changes', 'id', ''),
    ('INSERT OR DELETE OR UPDATE', 'trainee_merges', 'merged_id', ''),
    ('INSERT OR DELETE OR UPDATE', 'trainee_names', 'trainee_id', ''),
    ('INSERT OR DELETE OR UPDATE', 'trainee_search_keys', 'trainee_id', ''),
    -- Where a row leads moves with the merge.
    ('INSERT OR DELETE OR UPDATE', 'trainees', 'id', 'merged_into_id'),
    ('INSERT OR DELETE OR UPDATE', 'trainers', 'id', '')
  ) AS noted (events, name, subject, moved) LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER change_is_noted AFTER %s ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION change_is_noted(%s)', t.events, t.name,
      (SELECT string_agg(quote_literal(a), ', ') FROM unnest(t.subject || string_to_array(t.moved, ' ')) AS a));
  END LOOP;
END $$;

-- Code tables and the working-day calendar are edited on screen (U30, R59); a code that was used is never deleted, it ends.
CREATE FUNCTION code_is_noted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM audit_entries WHERE subject_id = NEW.kind || ':' || NEW.code AND xid = pg_current_xact_id()) THEN
    PERFORM refuse('AUDIT_MISSING', TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR UPDATE ON code_items DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION code_is_noted();

-- An entry bears the moment of its own transaction, so that none is slipped in between older ones.
CREATE FUNCTION entry_is_of_now() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.at <> transaction_timestamp()::timestamptz(3) THEN PERFORM refuse('WRONG_STATE', 'at'); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER entry_is_of_now BEFORE INSERT ON access_entries FOR EACH ROW EXECUTE FUNCTION entry_is_of_now();
CREATE TRIGGER entry_is_of_now BEFORE INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION entry_is_of_now();
CREATE TRIGGER entry_is_of_now BEFORE INSERT ON audit_marks FOR EACH ROW EXECUTE FUNCTION entry_is_of_now();
