-- R62–R64, R68: what a year may arrange; revenue and plan in their newest approved version.

-- A year is there before the first row that needs it.
CREATE FUNCTION ensure_fund(y int) RETURNS void LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO aid_funds (year) VALUES (y) ON CONFLICT DO NOTHING
$$;
REVOKE EXECUTE ON FUNCTION ensure_fund FROM PUBLIC;

-- R68: the year's arranged sum stays within what was approved for it; without a final plan there is nothing to arrange.
CREATE FUNCTION move_fund(y int, by bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE f aid_funds;
BEGIN
  PERFORM ensure_fund(y);
  PERFORM 1 FROM aid_funds WHERE year = y FOR NO KEY UPDATE;
  SELECT * INTO f FROM aid_funds WHERE year = y;
  IF by > 0 AND f.arranged + by > f.approved_total THEN
    PERFORM refuse('OVER_PLAN', 'amount', jsonb_build_object(
      'case', CASE WHEN f.approved_total = 0 THEN 'NO_PLAN' ELSE '-' END, 'year', y::text,
      'total', wan(f.approved_total), 'arranged', wan(f.arranged), 'left', wan(f.approved_total - f.arranged), 'wanted', wan(by)));
  END IF;
  UPDATE aid_funds SET arranged = arranged + by WHERE year = y;
END $$;
REVOKE EXECUTE ON FUNCTION move_fund FROM PUBLIC;

-- R64: of a closed year no plan is written; the refusal says so, since another day would not help.
CREATE FUNCTION plan_moves_fund() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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
CREATE TRIGGER plan_1_moves_fund AFTER INSERT OR UPDATE OF state ON aid_plans FOR EACH ROW EXECUTE FUNCTION plan_moves_fund();

-- R63: an approved plan takes the place of the one before; it is what the year may arrange.
CREATE FUNCTION plan_becomes_current() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state <> 'APPROVED' OR OLD.state = 'APPROVED' THEN RETURN NULL; END IF;
  UPDATE aid_plans SET is_current = false WHERE year = NEW.year AND is_current;
  UPDATE aid_plans SET is_current = true WHERE id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER plan_2_becomes_current AFTER UPDATE OF state ON aid_plans FOR EACH ROW EXECUTE FUNCTION plan_becomes_current();

-- R62, I22: of a year's approved figures the one of the latest day is current, whichever was approved last; two approvals at once
-- take turns.
CREATE FUNCTION revenue_becomes_current() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
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

-- R64: a year is closed when all its months are locked, by another person than who proposed it.
CREATE FUNCTION fund_keeps_to_arrows() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state = 'CLOSED' THEN PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', OLD.state)); END IF;
  IF NEW.state <> OLD.state AND (OLD.state || ' ' || NEW.state
      NOT IN ('DRAFT SUBMITTED', 'SUBMITTED DRAFT', 'DRAFT FINAL', 'SUBMITTED FINAL', 'FINAL CLOSED')
    OR (NEW.state = 'FINAL' AND NEW.approved_total = 0)) THEN
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', OLD.state, 'wanted', NEW.state));
  END IF;
  -- Every state but the last is that of the year's plans and moves with them, from within their trigger.
  IF NEW.state NOT IN (OLD.state, 'CLOSED') AND pg_trigger_depth() = 1 THEN
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', OLD.state));
  END IF;
  IF NEW.state = 'CLOSED' AND NEW.closing_proposed_by_id IS DISTINCT FROM OLD.closing_proposed_by_id THEN
    PERFORM refuse('SAME_PERSON', 'state');
  END IF;
  -- I16: each signature in its act; that the proposer does not close is a constraint.
  IF NEW.closing_proposed_by_id IS DISTINCT FROM OLD.closing_proposed_by_id THEN
    PERFORM refuse_signer(NEW.closing_proposed_by_id, 'year:proposeClosing', 'state');
  END IF;
  IF NEW.state = 'CLOSED' THEN
    IF NEW.closed_by_id <> NEW.closing_proposed_by_id THEN PERFORM refuse_signer(NEW.closed_by_id, 'year:close', 'state'); END IF;
    NEW.closed_at := now();
  ELSIF coalesce(NEW.closed_by_id::text, NEW.closed_at::text) IS NOT NULL THEN
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', OLD.state, 'wanted', NEW.state));
  END IF;
  IF NEW.state = 'CLOSED' AND (SELECT count(*) FROM fund_months WHERE left(month, 4) = NEW.year::text AND state = 'LOCKED') < 12 THEN
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('case', 'MONTHS_OPEN', 'state', OLD.state));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fund_keeps_to_arrows BEFORE UPDATE OR DELETE ON aid_funds FOR EACH ROW EXECUTE FUNCTION fund_keeps_to_arrows();
