-- The laws of the aid money (I16, I20–I24): three ledgers whose records somebody else approves and nobody changes afterwards.
INSERT INTO parameters (key, valid_from, value, reason) VALUES
  ('aid_rate_basis_points', '1900-01-01', 50, 'R61：上年地方一般公共预算收入的 0.5 %'),
  ('paid_before_defects_percent', '1900-01-01', 97, 'R70：质保金不超过 3 %'),
  ('late_below_percent', '1900-01-01', 20, '滞后：在建且投资完成率低于此数'),
  ('late_after_year_percent', '1900-01-01', 25, '滞后：全年时间过了此数才判断');

ALTER TABLE projects
  ADD CONSTRAINT project_has_code CHECK (length(code) BETWEEN 1 AND 20 AND length(name) BETWEEN 1 AND 80),
  ADD CONSTRAINT project_years_in_range CHECK (plan_year BETWEEN 2000 AND 2100 AND implement_year BETWEEN 2000 AND 2100 AND implement_year <= plan_year),
  ADD CONSTRAINT project_has_investment CHECK (total_investment > 0),
  -- R67, R71, I21: kept by these and by the triggers that speak before them.
  ADD CONSTRAINT disbursed_within_arranged CHECK (disbursed BETWEEN 0 AND arranged),
  ADD CONSTRAINT completed_within_investment CHECK (completed BETWEEN 0 AND total_investment);
ALTER TABLE project_reports ADD CONSTRAINT report_progress_in_range CHECK (physical_progress BETWEEN 0 AND 100);
-- R68, I21.
ALTER TABLE aid_funds
  ADD CONSTRAINT arranged_within_plan CHECK (arranged <= approved_total),
  ADD CONSTRAINT closer_is_another CHECK (closed_by_id <> closing_proposed_by_id),
  ADD CONSTRAINT closed_fund_is_signed CHECK (state <> 'CLOSED' OR (closed_by_id IS NOT NULL AND closing_proposed_by_id IS NOT NULL));
ALTER TABLE fund_months
  ADD CONSTRAINT month_is_a_month CHECK (month ~ '^20\d{2}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT submitter_does_not_lock CHECK (locked_by_id <> submitted_by_id),
  ADD CONSTRAINT locked_month_is_signed CHECK (state <> 'LOCKED' OR (submitted_by_id IS NOT NULL AND locked_by_id IS NOT NULL));

-- I16, R111: who writes a record down does not approve it; what is approved is signed.
ALTER TABLE aid_plans
  ADD CONSTRAINT plan_total_is_money CHECK (total > 0),
  ADD CONSTRAINT creator_does_not_approve_plan CHECK (decided_by_id <> created_by_id),
  ADD CONSTRAINT approved_plan_is_signed CHECK (state <> 'APPROVED' OR (decided_by_id IS NOT NULL AND decided_at IS NOT NULL));
ALTER TABLE revenue_figures
  ADD CONSTRAINT revenue_is_money CHECK (amount > 0),
  ADD CONSTRAINT creator_does_not_approve_revenue CHECK (decided_by_id <> created_by_id),
  ADD CONSTRAINT approved_revenue_is_signed CHECK (state <> 'APPROVED' OR (decided_by_id IS NOT NULL AND decided_at IS NOT NULL));
ALTER TABLE appropriations
  ADD CONSTRAINT appropriation_sign CHECK (CASE WHEN reversal_of_id IS NULL THEN amount > 0 ELSE amount < 0 END),
  ADD CONSTRAINT creator_does_not_approve_appropriation CHECK (decided_by_id <> created_by_id),
  ADD CONSTRAINT approved_appropriation_is_signed CHECK (state <> 'APPROVED' OR (decided_by_id IS NOT NULL AND decided_at IS NOT NULL));
ALTER TABLE disbursements
  ADD CONSTRAINT disbursement_sign CHECK (CASE WHEN reversal_of_id IS NULL THEN amount > 0 ELSE amount < 0 END),
  ADD CONSTRAINT creator_does_not_approve_disbursement CHECK (decided_by_id <> created_by_id),
  ADD CONSTRAINT approved_disbursement_is_signed CHECK (state <> 'APPROVED' OR (decided_by_id IS NOT NULL AND decided_at IS NOT NULL));
-- 完成投资 is recorded by one person; taking it back needs two.
ALTER TABLE investment_progress
  ADD CONSTRAINT progress_sign CHECK (CASE WHEN reversal_of_id IS NULL THEN amount > 0 ELSE amount < 0 END),
  ADD CONSTRAINT creator_does_not_approve_progress CHECK (decided_by_id <> created_by_id),
  ADD CONSTRAINT reversed_progress_is_signed CHECK (state <> 'APPROVED' OR reversal_of_id IS NULL OR (decided_by_id IS NOT NULL AND decided_at IS NOT NULL));
ALTER TABLE outside_records
  ADD CONSTRAINT outside_sign CHECK (CASE WHEN reversal_of_id IS NULL THEN amount > 0 ELSE amount < 0 END),
  ADD CONSTRAINT creator_does_not_approve_outside CHECK (decided_by_id <> created_by_id),
  ADD CONSTRAINT approved_outside_is_signed CHECK (state <> 'APPROVED' OR (decided_by_id IS NOT NULL AND decided_at IS NOT NULL));

-- I20: an original has at most one reversal. I22: one current figure a year.
CREATE UNIQUE INDEX one_reversal_per_appropriation ON appropriations (reversal_of_id) WHERE state <> 'REJECTED';
CREATE UNIQUE INDEX one_reversal_per_disbursement ON disbursements (reversal_of_id) WHERE state <> 'REJECTED';
CREATE UNIQUE INDEX one_reversal_per_progress ON investment_progress (reversal_of_id) WHERE state <> 'REJECTED';
CREATE UNIQUE INDEX one_reversal_per_outside ON outside_records (reversal_of_id) WHERE state <> 'REJECTED';
CREATE UNIQUE INDEX one_current_revenue ON revenue_figures (year) WHERE is_current;
CREATE UNIQUE INDEX one_current_plan ON aid_plans (year) WHERE is_current;

-- 万元 with two decimals, for the sentence of a refusal.
CREATE FUNCTION wan(fen bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT to_char(round(fen / 1000000.0, 2), 'FM999,999,999,990.00')
$$;

-- I20: DRAFT → SUBMITTED → APPROVED | REJECTED. A decision changes nothing but itself, and what is decided stands.
CREATE FUNCTION record_keeps_to_arrows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  decision text[] := ARRAY['state', 'decided_by_id', 'decided_at', 'state_reason', 'version', 'is_current'];
  step text;
BEGIN
  IF TG_OP = 'DELETE' THEN PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', OLD.state)); END IF;
  -- A signature belongs to a decision; none is given in advance.
  IF NEW.decided_by_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.state IN ('DRAFT', 'SUBMITTED')) THEN PERFORM refuse('WRONG_STATE', 'state'); END IF;
  IF TG_OP = 'INSERT' THEN
    IF to_jsonb(NEW) ->> 'is_current' = 'true' THEN PERFORM refuse('WRONG_STATE', 'state'); END IF;
    IF NEW.state IN ('DRAFT', 'SUBMITTED') THEN RETURN NEW; END IF;
    IF NEW.state = 'APPROVED' AND TG_TABLE_NAME = 'investment_progress' AND to_jsonb(NEW) ->> 'reversal_of_id' IS NULL THEN RETURN NEW; END IF;
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('wanted', NEW.state));
  END IF;

  -- Which version is the current one is moved by the approval of the next (below), which the portal cannot do by itself.
  IF OLD.state = 'APPROVED' AND to_jsonb(NEW) - 'is_current' = to_jsonb(OLD) - 'is_current' THEN RETURN NEW; END IF;
  step := OLD.state || ' ' || NEW.state;
  IF step NOT IN ('DRAFT DRAFT', 'DRAFT SUBMITTED', 'DRAFT REJECTED', 'SUBMITTED APPROVED', 'SUBMITTED REJECTED')
    OR NEW.id <> OLD.id OR NEW.created_by_id <> OLD.created_by_id
    OR (step <> 'DRAFT DRAFT' AND to_jsonb(NEW) - decision <> to_jsonb(OLD) - decision) THEN
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', OLD.state, 'wanted', NEW.state));
  END IF;
  RETURN NEW;
END $$;

-- R75: in red, an approved record of the same ledger and project, whole, and never a reversal itself.
CREATE FUNCTION reversal_mirrors_original() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mine jsonb := to_jsonb(NEW);
  original jsonb;
BEGIN
  EXECUTE format('SELECT to_jsonb(o) FROM %I o WHERE o.id = $1', TG_TABLE_NAME) INTO original USING NEW.reversal_of_id;
  IF original ->> 'state' <> 'APPROVED' OR original ->> 'reversal_of_id' IS NOT NULL OR NEW.amount <> -(original ->> 'amount')::bigint
    OR (mine ->> 'project_id', mine ->> 'ledger', mine ->> 'is_planned') IS DISTINCT FROM (original ->> 'project_id', original ->> 'ledger', original ->> 'is_planned')
    OR NEW.dated_on < (original ->> 'dated_on')::date THEN
    PERFORM refuse('WRONG_STATE', 'reversalOfId', jsonb_build_object('state', original ->> 'state'));
  END IF;
  RETURN NEW;
END $$;

-- I24, R76: nothing is dated in a month that is submitted or locked. Shared among writers; whoever closes the month takes it for himself.
CREATE FUNCTION hold_open_month(on_day date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  wanted text := to_char(on_day, 'YYYY-MM');
  found_state "MonthState";
BEGIN
  -- Before there was a portal every month is closed.
  IF on_day < '2000-01-01' THEN PERFORM refuse('MONTH_CLOSED', 'datedOn', jsonb_build_object('month', wanted)); END IF;
  INSERT INTO fund_months (month) VALUES (wanted) ON CONFLICT DO NOTHING;
  SELECT state INTO found_state FROM fund_months WHERE month = wanted FOR SHARE;
  IF found_state <> 'OPEN' THEN PERFORM refuse('MONTH_CLOSED', 'datedOn', jsonb_build_object('month', wanted)); END IF;
END $$;

CREATE FUNCTION record_is_dated_in_open_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'REJECTED' THEN PERFORM hold_open_month(NEW.dated_on); END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION ensure_fund(y int) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO aid_funds (year) VALUES (y) ON CONFLICT DO NOTHING
$$;

-- R67, R71: what is approved moves the project's sum, or says what is in the way. Order of locks: month, project, year.
CREATE FUNCTION move_project(project uuid, ledger text, by bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE p projects;
BEGIN
  PERFORM 1 FROM projects WHERE id = project FOR NO KEY UPDATE;
  SELECT * INTO p FROM projects WHERE id = project;
  CASE ledger
  WHEN 'appropriations' THEN
    IF by > 0 AND p.target = '' THEN PERFORM refuse('INPUT_WRONG', 'projectId', jsonb_build_object('case', 'NO_TARGET', 'code', p.code)); END IF;
    IF p.arranged + by < p.disbursed THEN
      PERFORM refuse('OVER_APPROPRIATION', 'amount', jsonb_build_object('case', 'PAID_ALREADY', 'code', p.code, 'disbursed', wan(p.disbursed), 'left', wan(p.arranged + by)));
    END IF;
    UPDATE projects SET arranged = arranged + by WHERE id = project;
  WHEN 'disbursements' THEN
    IF p.disbursed + by > p.arranged THEN
      PERFORM refuse('OVER_APPROPRIATION', 'amount', jsonb_build_object('code', p.code, 'arranged', wan(p.arranged), 'disbursed', wan(p.disbursed),
        'left', wan(p.arranged - p.disbursed), 'wanted', wan(by)));
    END IF;
    UPDATE projects SET disbursed = disbursed + by WHERE id = project;
  WHEN 'investment_progress' THEN
    IF p.completed + by > p.total_investment THEN
      PERFORM refuse('OVER_PLAN', 'amount', jsonb_build_object('case', 'INVESTMENT', 'code', p.code, 'total', wan(p.total_investment), 'completed', wan(p.completed),
        'left', wan(p.total_investment - p.completed), 'wanted', wan(by)));
    END IF;
    UPDATE projects SET completed = completed + by WHERE id = project;
  END CASE;
END $$;

-- R68: the year's arranged sum stays within what was approved for it; without a final plan there is nothing to arrange.
CREATE FUNCTION move_fund(y int, by bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE f aid_funds;
BEGIN
  PERFORM ensure_fund(y);
  PERFORM 1 FROM aid_funds WHERE year = y FOR NO KEY UPDATE;
  SELECT * INTO f FROM aid_funds WHERE year = y;
  IF by > 0 AND f.arranged + by > f.approved_total THEN
    PERFORM refuse('OVER_PLAN', 'amount', jsonb_build_object('case', CASE WHEN f.approved_total = 0 THEN 'NO_PLAN' ELSE '-' END, 'year', y::text,
      'total', wan(f.approved_total), 'arranged', wan(f.arranged), 'left', wan(f.approved_total - f.arranged), 'wanted', wan(by)));
  END IF;
  UPDATE aid_funds SET arranged = arranged + by WHERE year = y;
END $$;

CREATE FUNCTION record_moves_sums() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.state <> 'APPROVED' OR (TG_OP = 'UPDATE' AND OLD.state = 'APPROVED') THEN RETURN NULL; END IF;
  PERFORM move_project(NEW.project_id, TG_TABLE_NAME, NEW.amount);
  IF TG_TABLE_NAME = 'appropriations' THEN PERFORM move_fund(extract(year FROM NEW.dated_on)::int, NEW.amount); END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE ledger text;
BEGIN
  FOREACH ledger IN ARRAY ARRAY['aid_plans', 'revenue_figures', 'appropriations', 'disbursements', 'investment_progress', 'outside_records'] LOOP
    EXECUTE format('CREATE TRIGGER record_1_keeps_to_arrows BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION record_keeps_to_arrows()', ledger);
  END LOOP;
  FOREACH ledger IN ARRAY ARRAY['appropriations', 'disbursements', 'investment_progress', 'outside_records'] LOOP
    EXECUTE format('CREATE TRIGGER record_2_is_dated BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION record_is_dated_in_open_month()', ledger);
    EXECUTE format('CREATE TRIGGER record_3_mirrors_original BEFORE INSERT OR UPDATE ON %I FOR EACH ROW WHEN (NEW.reversal_of_id IS NOT NULL AND NEW.state <> ''REJECTED'') EXECUTE FUNCTION reversal_mirrors_original()', ledger);
  END LOOP;
  FOREACH ledger IN ARRAY ARRAY['appropriations', 'disbursements', 'investment_progress'] LOOP
    EXECUTE format('CREATE TRIGGER record_4_moves_sums AFTER INSERT OR UPDATE OF state ON %I FOR EACH ROW EXECUTE FUNCTION record_moves_sums()', ledger);
  END LOOP;
END $$;

-- R63: an approved plan takes the place of the one before; it is what the year may arrange.
CREATE FUNCTION plan_becomes_current() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.state <> 'APPROVED' OR OLD.state = 'APPROVED' THEN RETURN NULL; END IF;
  UPDATE aid_plans SET is_current = false WHERE year = NEW.year AND is_current;
  UPDATE aid_plans SET is_current = true WHERE id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER plan_2_becomes_current AFTER UPDATE OF state ON aid_plans FOR EACH ROW EXECUTE FUNCTION plan_becomes_current();

-- R62, I22: of a year's approved figures the one of the latest day is current, whichever was approved last; two approvals at once take turns.
CREATE FUNCTION revenue_becomes_current() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE latest uuid;
BEGIN
  IF NEW.state <> 'APPROVED' OR OLD.state = 'APPROVED' THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock('revenue_figures'::regclass::int, NEW.year);
  SELECT id INTO latest FROM revenue_figures WHERE year = NEW.year AND state = 'APPROVED' ORDER BY dated_on DESC, seq DESC LIMIT 1;
  UPDATE revenue_figures SET is_current = false WHERE year = NEW.year AND is_current AND id <> latest;
  UPDATE revenue_figures SET is_current = true WHERE id = latest AND NOT is_current;
  RETURN NULL;
END $$;
CREATE TRIGGER revenue_becomes_current AFTER UPDATE OF state ON revenue_figures FOR EACH ROW EXECUTE FUNCTION revenue_becomes_current();

CREATE FUNCTION plan_moves_fund() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE f aid_funds;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.state = OLD.state THEN RETURN NULL; END IF;
  PERFORM ensure_fund(NEW.year);
  PERFORM 1 FROM aid_funds WHERE year = NEW.year FOR NO KEY UPDATE;
  SELECT * INTO f FROM aid_funds WHERE year = NEW.year;
  IF f.state = 'CLOSED' AND NEW.state <> 'REJECTED' THEN PERFORM refuse('MONTH_CLOSED', 'year', jsonb_build_object('month', NEW.year::text)); END IF;

  IF NEW.state = 'APPROVED' THEN
    IF NEW.total < f.arranged THEN
      PERFORM refuse('OVER_PLAN', 'total', jsonb_build_object('case', 'BELOW_ARRANGED', 'year', NEW.year::text, 'arranged', wan(f.arranged), 'wanted', wan(NEW.total)));
    END IF;
    UPDATE aid_funds SET approved_total = NEW.total, state = 'FINAL' WHERE year = NEW.year;
  ELSIF f.state IN ('DRAFT', 'SUBMITTED') THEN
    UPDATE aid_funds SET state = CASE WHEN EXISTS (SELECT FROM aid_plans WHERE year = NEW.year AND state = 'SUBMITTED') THEN 'SUBMITTED' ELSE 'DRAFT' END::"FundState"
    WHERE year = NEW.year;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER plan_1_moves_fund AFTER INSERT OR UPDATE OF state ON aid_plans FOR EACH ROW EXECUTE FUNCTION plan_moves_fund();

-- R64: a year is closed when all its months are locked, by another person than who proposed it.
CREATE FUNCTION fund_keeps_to_arrows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state = 'CLOSED' THEN PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', OLD.state)); END IF;
  IF NEW.state <> OLD.state AND (OLD.state || ' ' || NEW.state NOT IN ('DRAFT SUBMITTED', 'SUBMITTED DRAFT', 'DRAFT FINAL', 'SUBMITTED FINAL', 'FINAL CLOSED')
    OR (NEW.state = 'FINAL' AND NEW.approved_total = 0)) THEN
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', OLD.state, 'wanted', NEW.state));
  END IF;
  -- Every state but the last is that of the year's plans and moves with them, from within their trigger.
  IF NEW.state NOT IN (OLD.state, 'CLOSED') AND pg_trigger_depth() = 1 THEN PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', OLD.state)); END IF;
  IF NEW.state = 'CLOSED' AND NEW.closing_proposed_by_id IS DISTINCT FROM OLD.closing_proposed_by_id THEN
    PERFORM refuse('SAME_PERSON', 'state');
  END IF;
  IF NEW.state = 'CLOSED' AND (SELECT count(*) FROM fund_months WHERE left(month, 4) = NEW.year::text AND state = 'LOCKED') < 12 THEN
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('case', 'MONTHS_OPEN', 'state', OLD.state));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fund_keeps_to_arrows BEFORE UPDATE OR DELETE ON aid_funds FOR EACH ROW EXECUTE FUNCTION fund_keeps_to_arrows();

-- R76: OPEN → SUBMITTED → LOCKED; a submitted month may be given back, a locked one never. Nothing of it may still be undecided.
CREATE FUNCTION month_keeps_to_arrows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  first_day date;
  waiting int;
BEGIN
  IF TG_OP = 'DELETE' THEN PERFORM refuse('WRONG_STATE', 'month'); END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'OPEN' THEN PERFORM refuse('WRONG_STATE', 'month'); END IF;
    RETURN NEW;
  END IF;
  IF NEW.month <> OLD.month OR (OLD.state, NEW.state) NOT IN (('OPEN', 'SUBMITTED'), ('SUBMITTED', 'LOCKED'), ('SUBMITTED', 'OPEN'))
    OR (NEW.state = 'LOCKED' AND NEW.submitted_by_id IS DISTINCT FROM OLD.submitted_by_id) THEN
    PERFORM refuse('WRONG_STATE', 'month', jsonb_build_object('state', OLD.state, 'wanted', NEW.state));
  END IF;
  IF NEW.state = 'LOCKED' THEN NEW.submitted_at := OLD.submitted_at; END IF;
  IF NEW.state = 'SUBMITTED' THEN
    -- By the clock that dates the records, so that the self-check compares like with like.
    NEW.submitted_at := clock_timestamp();
    first_day := to_date(NEW.month || '-01', 'YYYY-MM-DD');
    SELECT count(*) INTO waiting FROM (
      SELECT dated_on FROM appropriations WHERE state = 'SUBMITTED'
      UNION ALL SELECT dated_on FROM disbursements WHERE state = 'SUBMITTED'
      UNION ALL SELECT dated_on FROM investment_progress WHERE state = 'SUBMITTED'
      UNION ALL SELECT dated_on FROM outside_records WHERE state = 'SUBMITTED') AS records
    WHERE dated_on >= first_day AND dated_on < first_day + interval '1 month';
    IF waiting > 0 THEN PERFORM refuse('WRONG_STATE', 'month', jsonb_build_object('case', 'UNDECIDED', 'month', NEW.month, 'waiting', waiting)); END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER month_keeps_to_arrows BEFORE INSERT OR UPDATE OR DELETE ON fund_months FOR EACH ROW EXECUTE FUNCTION month_keeps_to_arrows();

-- R72: 未开工 → 在建 → 完工 → 竣工验收 → 移交, on days that do not go back. A report is never changed.
CREATE FUNCTION report_follows_the_last() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last project_reports;
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', OLD.state)); END IF;
  PERFORM 1 FROM projects WHERE id = NEW.project_id FOR NO KEY UPDATE;
  SELECT * INTO last FROM project_reports WHERE project_id = NEW.project_id ORDER BY dated_on DESC, seq DESC LIMIT 1;
  IF NEW.state < last.state THEN PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('case', 'GOES_BACK', 'state', last.state, 'wanted', NEW.state)); END IF;
  IF NEW.dated_on < last.dated_on THEN
    PERFORM refuse('INPUT_WRONG', 'datedOn', jsonb_build_object('case', 'REPORT_BEFORE_LAST', 'last', last.dated_on::text));
  END IF;
  IF NEW.state >= 'FINISHED' AND NEW.physical_progress < 100 THEN
    PERFORM refuse('INPUT_WRONG', 'physicalProgress', jsonb_build_object('case', 'NOT_WHOLE'));
  END IF;
  IF NEW.state >= 'ACCEPTED' AND coalesce(NEW.document_no, '') = '' THEN
    PERFORM refuse('INPUT_WRONG', 'documentNo', jsonb_build_object('case', 'ACCEPTANCE_PAPER'));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_follows_the_last BEFORE INSERT OR UPDATE OR DELETE ON project_reports FOR EACH ROW EXECUTE FUNCTION report_follows_the_last();

-- A project begins without money, whatever an INSERT says.
CREATE FUNCTION project_is_founded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.arranged := 0;
  NEW.disbursed := 0;
  NEW.completed := 0;
  RETURN NEW;
END $$;
CREATE TRIGGER project_is_founded BEFORE INSERT ON projects FOR EACH ROW EXECUTE FUNCTION project_is_founded();

-- R73: once money is arranged, place, content, amount and years are what was approved; changing them is an adjustment of its own.
CREATE FUNCTION project_keeps_what_was_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.arranged <> 0 OR OLD.completed <> 0) AND (NEW.code, NEW.category, NEW.plan_year, NEW.implement_year, NEW.site, NEW.content, NEW.total_investment, NEW.is_employment_related)
    IS DISTINCT FROM (OLD.code, OLD.category, OLD.plan_year, OLD.implement_year, OLD.site, OLD.content, OLD.total_investment, OLD.is_employment_related) THEN
    PERFORM refuse('WRONG_STATE', 'projectId', jsonb_build_object('case', 'ARRANGED', 'code', OLD.code));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER project_keeps_what_was_approved BEFORE UPDATE ON projects FOR EACH ROW EXECUTE FUNCTION project_keeps_what_was_approved();

CREATE FUNCTION site_is_finished_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.finished_on IS NOT NULL OR (NEW.project_id, NEW.number, NEW.name) IS DISTINCT FROM (OLD.project_id, OLD.number, OLD.name) THEN
    PERFORM refuse('WRONG_STATE', 'siteId');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER site_is_finished_once BEFORE UPDATE OR DELETE ON project_sites FOR EACH ROW EXECUTE FUNCTION site_is_finished_once();

-- I29: the sums of a project and a year move with a record, which has its own entry.
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE OF code, name, category, is_employment_related, is_construction, plan_year, implement_year, site, content,
  implementing_unit, target, total_investment, due_on, version ON projects DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON project_sites DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('project_id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON project_reports DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('project_id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER UPDATE OF closing_proposed_by_id, closing_reason, closed_by_id, closed_at, version ON aid_funds DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('year');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER UPDATE ON fund_months DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('month');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE OF total, basis, document_no, reason, dated_on, state,
  decided_by_id, decided_at, state_reason, version ON aid_plans DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE OF amount, certainty, document_no, note, dated_on, state,
  decided_by_id, decided_at, state_reason, version ON revenue_figures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON appropriations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON disbursements DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON investment_progress DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON outside_records DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');

-- What the portal may do with the money: write a record down, decide it, and nothing else. No sum, no delete.
REVOKE EXECUTE ON FUNCTION ensure_fund, move_project, move_fund FROM PUBLIC;
-- Anybody may hang a trigger on a temporary table of his own, also one that acts with its owner's rights, unless he may not execute it.
DO $$
DECLARE hung regprocedure;
BEGIN
  FOR hung IN SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', hung);
  END LOOP;
END $$;
GRANT SELECT ON projects, project_sites, project_reports, aid_funds, aid_plans, revenue_figures, appropriations, disbursements, investment_progress, outside_records, fund_months TO portal_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO portal_app;
GRANT UPDATE (code, name, category, is_employment_related, is_construction, plan_year, implement_year, site, content, implementing_unit, target, total_investment,
  due_on, version) ON projects TO portal_app;
GRANT INSERT ON projects, project_sites, project_reports, aid_plans, revenue_figures, appropriations, disbursements, investment_progress, outside_records TO portal_app;
GRANT UPDATE (finished_on) ON project_sites TO portal_app;
GRANT UPDATE (closing_proposed_by_id, closing_reason, closed_by_id, closed_at, state, version) ON aid_funds TO portal_app;
GRANT INSERT (month) ON fund_months TO portal_app;
GRANT UPDATE (state, submitted_by_id, submitted_at, locked_by_id, locked_at, state_reason, version) ON fund_months TO portal_app;
GRANT UPDATE (total, basis, document_no, reason, dated_on, state, decided_by_id, decided_at, state_reason, version) ON aid_plans TO portal_app;
GRANT UPDATE (amount, certainty, document_no, note, dated_on, state, decided_by_id, decided_at, state_reason, version) ON revenue_figures TO portal_app;
GRANT UPDATE (amount, dated_on, document_no, note, state, decided_by_id, decided_at, state_reason, version) ON appropriations TO portal_app;
GRANT UPDATE (amount, dated_on, document_no, payee, account, exception_reason, note, state, decided_by_id, decided_at, state_reason, version) ON disbursements TO portal_app;
GRANT UPDATE (state, decided_by_id, decided_at, state_reason, version) ON investment_progress TO portal_app;
GRANT UPDATE (item, year, amount, dated_on, document_no, note, state, decided_by_id, decided_at, state_reason, version) ON outside_records TO portal_app;
