-- I24, I40, R76: everything a sealed month or a closed year rests on is dated in an open month, by one list of tables and one trigger.
ALTER TABLE project_sites ADD COLUMN recorded_at TIMESTAMPTZ(3);

-- Whoever writes shares the row of the month; the submission and the lock of the month take it alone.
CREATE OR REPLACE FUNCTION hold_open_month(on_day date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
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

-- The argument is the column that dates the row. What is approved stands already: only its mark "current" moves, with the next version.
CREATE OR REPLACE FUNCTION record_is_dated_in_open_month() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  row jsonb := to_jsonb(NEW);
  on_day date := (row ->> TG_ARGV[0])::date;
BEGIN
  IF on_day IS NULL OR row ->> 'state' = 'REJECTED' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) ->> 'state' = 'APPROVED' THEN RETURN NEW; END IF;
  PERFORM hold_open_month(on_day);
  RETURN NEW;
END $$;

DO $$
DECLARE dated record;
BEGIN
  FOR dated IN SELECT * FROM (VALUES
    ('appropriations', 'dated_on'), ('disbursements', 'dated_on'), ('investment_progress', 'dated_on'), ('outside_records', 'dated_on'),
    ('aid_plans', 'dated_on'), ('revenue_figures', 'dated_on'), ('project_reports', 'dated_on'), ('project_sites', 'finished_on')
  ) AS t (name, dated_by) LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS record_2_is_dated ON %I', dated.name);
    EXECUTE format('CREATE TRIGGER record_2_is_dated BEFORE INSERT OR UPDATE ON %I FOR EACH ROW
      EXECUTE FUNCTION record_is_dated_in_open_month(%L)', dated.name, dated.dated_by);
  END LOOP;
END $$;

-- A project counts in the year it is carried out, with its kind; once the last month of that year is reported nothing of this moves.
CREATE FUNCTION project_counts_in_open_year() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM hold_open_year(NEW.implement_year);
  IF TG_OP = 'UPDATE' THEN PERFORM hold_open_year(OLD.implement_year); END IF;
  RETURN NEW;
END $$;

-- The same lock, with a refusal of its own: the year is wrong here, not a day.
CREATE FUNCTION hold_open_year(y int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE found_state "MonthState";
BEGIN
  INSERT INTO fund_months (month) VALUES (y || '-12') ON CONFLICT DO NOTHING;
  SELECT state INTO found_state FROM fund_months WHERE month = y || '-12' FOR SHARE;
  IF found_state <> 'OPEN' THEN
    PERFORM refuse('MONTH_CLOSED', 'implementYear', jsonb_build_object('case', 'YEAR', 'month', y::text));
  END IF;
END $$;

-- As of a day before it was entered no page counts a project; the day is written once.
CREATE TRIGGER record_2_is_dated BEFORE INSERT ON projects FOR EACH ROW EXECUTE FUNCTION record_is_dated_in_open_month('entered_on');
CREATE TRIGGER project_1_counts_in_open_year BEFORE INSERT ON projects FOR EACH ROW EXECUTE FUNCTION project_counts_in_open_year();
CREATE TRIGGER project_1_keeps_year BEFORE UPDATE ON projects FOR EACH ROW
  WHEN ((NEW.implement_year, NEW.plan_year, NEW.category, NEW.is_employment_related)
    IS DISTINCT FROM (OLD.implement_year, OLD.plan_year, OLD.category, OLD.is_employment_related))
  EXECUTE FUNCTION project_counts_in_open_year();

-- R61: a rate or a limit of the money begins in an open month; the first value of a figure stands for the time before the portal.
CREATE FUNCTION money_parameter_is_dated() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM setting_kinds WHERE key = NEW.key AND domain = 'MONEY')
    AND EXISTS (SELECT FROM parameters WHERE key = NEW.key) THEN
    PERFORM hold_open_month(NEW.valid_from);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER money_parameter_is_dated BEFORE INSERT ON parameters FOR EACH ROW EXECUTE FUNCTION money_parameter_is_dated();

-- When a site was finished, by the clock the months are reported by; its own column, since a site has no other time of its own.
CREATE OR REPLACE FUNCTION site_is_finished_once() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.recorded_at := now();
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.finished_on IS NOT NULL
    OR (NEW.project_id, NEW.number, NEW.name) IS DISTINCT FROM (OLD.project_id, OLD.number, OLD.name) THEN
    PERFORM refuse('WRONG_STATE', 'siteId');
  END IF;
  NEW.recorded_at := now();
  RETURN NEW;
END $$;
DROP TRIGGER site_is_finished_once ON project_sites;
CREATE TRIGGER site_is_finished_once BEFORE INSERT OR UPDATE OR DELETE ON project_sites FOR EACH ROW
  EXECUTE FUNCTION site_is_finished_once();

-- R76: OPEN → SUBMITTED → LOCKED; a submitted month may be given back, a locked one never. Nothing dated in it may still be undecided.
CREATE OR REPLACE FUNCTION month_keeps_to_arrows() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
      UNION ALL SELECT dated_on FROM outside_records WHERE state = 'SUBMITTED'
      UNION ALL SELECT dated_on FROM aid_plans WHERE state = 'SUBMITTED'
      UNION ALL SELECT dated_on FROM revenue_figures WHERE state = 'SUBMITTED') AS records
    WHERE dated_on >= first_day AND dated_on < first_day + interval '1 month';
    IF waiting > 0 THEN
      PERFORM refuse('WRONG_STATE', 'month', jsonb_build_object('case', 'UNDECIDED', 'month', NEW.month, 'waiting', waiting));
    END IF;
  END IF;
  RETURN NEW;
END $$;

-- I40: what was written down or decided after its month was reported, of every table in the list above.
DROP VIEW checks.closed_month_row;
CREATE VIEW checks.closed_month_row AS
  SELECT r.ledger, r.id, m.month FROM (
    SELECT 'appropriation' AS ledger, id, dated_on, coalesce(decided_at, created_at) AS settled_at, state::text FROM appropriations
    UNION ALL SELECT 'disbursement', id, dated_on, coalesce(decided_at, created_at), state::text FROM disbursements
    UNION ALL SELECT 'progress', id, dated_on, coalesce(decided_at, created_at), state::text FROM investment_progress
    UNION ALL SELECT 'outside', id, dated_on, coalesce(decided_at, created_at), state::text FROM outside_records
    UNION ALL SELECT 'plan', id, dated_on, coalesce(decided_at, created_at), state::text FROM aid_plans
    UNION ALL SELECT 'revenue', id, dated_on, coalesce(decided_at, created_at), state::text FROM revenue_figures
    UNION ALL SELECT 'report', id, dated_on, created_at, 'APPROVED' FROM project_reports
    UNION ALL SELECT 'site', id, finished_on, recorded_at, 'APPROVED' FROM project_sites
    UNION ALL SELECT 'project', id, (to_jsonb(p) ->> 'entered_on')::date, created_at, 'APPROVED' FROM projects p
    UNION ALL SELECT 'project', id, make_date(implement_year, 12, 31), created_at, 'APPROVED' FROM projects) AS r
  JOIN fund_months m ON m.month = to_char(r.dated_on, 'YYYY-MM') AND m.state <> 'OPEN'
  WHERE r.state = 'SUBMITTED' OR (r.state = 'APPROVED' AND r.settled_at > m.submitted_at);
GRANT SELECT ON checks.closed_month_row TO portal_app;

-- R64: of a closed year no plan is written; the refusal says so, since another day would not help.
CREATE OR REPLACE FUNCTION plan_moves_fund() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE f aid_funds;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.state = OLD.state THEN RETURN NULL; END IF;
  PERFORM ensure_fund(NEW.year);
  PERFORM 1 FROM aid_funds WHERE year = NEW.year FOR NO KEY UPDATE;
  SELECT * INTO f FROM aid_funds WHERE year = NEW.year;
  IF f.state = 'CLOSED' AND NEW.state <> 'REJECTED' THEN
    PERFORM refuse('MONTH_CLOSED', 'year', jsonb_build_object('case', 'FUND', 'month', NEW.year::text));
  END IF;

  IF NEW.state = 'APPROVED' THEN
    IF NEW.total < f.arranged THEN
      PERFORM refuse('OVER_PLAN', 'total',
        jsonb_build_object('case', 'BELOW_ARRANGED', 'year', NEW.year::text, 'arranged', wan(f.arranged), 'wanted', wan(NEW.total)));
    END IF;
    UPDATE aid_funds SET approved_total = NEW.total, state = 'FINAL' WHERE year = NEW.year;
  ELSIF f.state IN ('DRAFT', 'SUBMITTED') THEN
    UPDATE aid_funds SET state = CASE WHEN EXISTS (SELECT FROM aid_plans WHERE year = NEW.year AND state = 'SUBMITTED')
      THEN 'SUBMITTED' ELSE 'DRAFT' END::"FundState" WHERE year = NEW.year;
  END IF;
  RETURN NULL;
END $$;

REVOKE EXECUTE ON FUNCTION project_counts_in_open_year, money_parameter_is_dated FROM PUBLIC;
