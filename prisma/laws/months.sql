-- I24, I40, R76: everything a sealed month or a closed year rests on is dated in an open month.

-- Every writer shares the row of the month; the submission and the lock of the month take it alone. What a reported month adds up since
-- New Year stands too: nothing is dated in an earlier month of its year any more, be that one reported or not.
CREATE FUNCTION hold_open_month(on_day date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  wanted text := to_char(on_day, 'YYYY-MM');
  found_state "MonthState";
  later text;
BEGIN
  -- Before there was a portal every month is closed.
  IF on_day < '2000-01-01' THEN PERFORM refuse('MONTH_CLOSED', 'datedOn', jsonb_build_object('month', wanted)); END IF;
  INSERT INTO fund_months (month) VALUES (wanted) ON CONFLICT DO NOTHING;
  SELECT state INTO found_state FROM fund_months WHERE month = wanted FOR SHARE;
  IF found_state <> 'OPEN' THEN PERFORM refuse('MONTH_CLOSED', 'datedOn', jsonb_build_object('month', wanted)); END IF;
  SELECT max(month) INTO later FROM fund_months WHERE month > wanted AND left(month, 4) = left(wanted, 4) AND state <> 'OPEN';
  IF later IS NOT NULL THEN
    PERFORM refuse('MONTH_CLOSED', 'datedOn', jsonb_build_object('case', 'LATER', 'month', wanted, 'later', later));
  END IF;
END $$;

-- A month is reported with the months of its year before it: whoever writes in one of them is waited for.
CREATE FUNCTION hold_months_to(wanted text) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE months text[] := ARRAY(SELECT left(wanted, 4) || '-' || lpad(n::text, 2, '0') FROM generate_series(1, right(wanted, 2)::int) AS n);
BEGIN
  INSERT INTO fund_months (month) SELECT unnest(months) ON CONFLICT DO NOTHING;
  PERFORM 1 FROM fund_months WHERE month = ANY (months) ORDER BY month FOR NO KEY UPDATE;
END $$;

-- The same lock, with a refusal of its own: the year is wrong here, not a day.
CREATE FUNCTION hold_open_year(y int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE found_state "MonthState";
BEGIN
  INSERT INTO fund_months (month) VALUES (y || '-12') ON CONFLICT DO NOTHING;
  SELECT state INTO found_state FROM fund_months WHERE month = y || '-12' FOR SHARE;
  IF found_state <> 'OPEN' THEN
    PERFORM refuse('MONTH_CLOSED', 'implementYear', jsonb_build_object('case', 'YEAR', 'month', y::text));
  END IF;
END $$;

-- The argument is the column that dates the row. What is approved stands already: only its mark "current" moves, with the next version.
CREATE FUNCTION record_is_dated_in_open_month() RETURNS trigger LANGUAGE plpgsql
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
    ('aid_plans', 'dated_on'), ('revenue_figures', 'dated_on'), ('project_adjustments', 'dated_on'), ('project_reports', 'dated_on'),
    ('project_sites', 'finished_on')
  ) AS t (name, dated_by) LOOP
    EXECUTE format('CREATE TRIGGER record_2_is_dated BEFORE INSERT OR UPDATE ON %I FOR EACH ROW
      EXECUTE FUNCTION record_is_dated_in_open_month(%L)', dated.name, dated.dated_by);
  END LOOP;
END $$;
-- As of a day before it was entered no page counts a project; the day is written once.
CREATE TRIGGER record_2_is_dated BEFORE INSERT ON projects FOR EACH ROW EXECUTE FUNCTION record_is_dated_in_open_month('entered_on');

-- R76: OPEN → SUBMITTED → LOCKED; a submitted month may be given back, a locked one never. Nothing dated in it, or in its year before it,
-- may still be undecided: nobody could decide it any more.
CREATE FUNCTION month_keeps_to_arrows() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
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
  IF NEW.state = 'LOCKED' THEN
    -- I16: that the reporter does not lock is a constraint.
    IF NEW.locked_by_id <> NEW.submitted_by_id THEN PERFORM refuse_signer(NEW.locked_by_id, 'month:lock', 'month'); END IF;
    NEW.submitted_at := OLD.submitted_at;
    NEW.locked_at := now();
  ELSIF NEW.locked_by_id IS NOT NULL OR NEW.locked_at IS NOT NULL THEN
    PERFORM refuse('WRONG_STATE', 'month', jsonb_build_object('state', OLD.state, 'wanted', NEW.state));
  END IF;
  IF NEW.state = 'SUBMITTED' THEN
    PERFORM refuse_signer(NEW.submitted_by_id, 'month:submit', 'month');
    -- By the clock that dates the records, so that the self-check compares like with like.
    NEW.submitted_at := clock_timestamp();
    first_day := to_date(NEW.month || '-01', 'YYYY-MM-DD');
    PERFORM hold_months_to(NEW.month);
    SELECT count(*) INTO waiting FROM (
      SELECT dated_on FROM appropriations WHERE state = 'SUBMITTED'
      UNION ALL SELECT dated_on FROM disbursements WHERE state = 'SUBMITTED'
      UNION ALL SELECT dated_on FROM investment_progress WHERE state = 'SUBMITTED'
      UNION ALL SELECT dated_on FROM outside_records WHERE state = 'SUBMITTED'
      UNION ALL SELECT dated_on FROM aid_plans WHERE state = 'SUBMITTED'
      UNION ALL SELECT dated_on FROM revenue_figures WHERE state = 'SUBMITTED'
      UNION ALL SELECT dated_on FROM project_adjustments WHERE state = 'SUBMITTED') AS records
    WHERE dated_on >= date_trunc('year', first_day) AND dated_on < first_day + interval '1 month';
    IF waiting > 0 THEN
      PERFORM refuse('WRONG_STATE', 'month', jsonb_build_object('case', 'UNDECIDED', 'month', NEW.month, 'waiting', waiting));
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER month_keeps_to_arrows BEFORE INSERT OR UPDATE OR DELETE ON fund_months FOR EACH ROW EXECUTE FUNCTION month_keeps_to_arrows();

-- R61: a rate or a limit of the money begins in an open month; the first value of a figure stands for the time before the portal.
CREATE FUNCTION money_parameter_is_dated() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM setting_kinds WHERE key = NEW.key AND domain = 'MONEY')
    AND EXISTS (SELECT FROM parameters WHERE key = NEW.key) THEN
    PERFORM hold_open_month(NEW.valid_from);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER money_parameter_is_dated BEFORE INSERT ON parameters FOR EACH ROW EXECUTE FUNCTION money_parameter_is_dated();
