-- R67–R75, I19–I23: three ledgers that nobody edits; what is decided stands, and is only reversed.

-- 万元 for the sentence of a refusal: two decimals, and as many more as there are, or a lack of one 分 would read as nothing.
CREATE FUNCTION wan(fen bigint) RETURNS text LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT to_char(fen / 1000000.0, 'FM999,999,999,990.009999')
$$;

-- R69: the same act has the same key, however its paper is typed: widths, letters, spaces and brackets do not count.
CREATE OR REPLACE FUNCTION money_key(subject text, on_day date, amount bigint, payee text, paper text) RETURNS text LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(subject, '') || '|' || (on_day - DATE '2000-01-01')::text || '|' || amount::text
    || '|' || regexp_replace(upper(normalize(coalesce(payee, ''), NFKC)), '\s', '', 'g')
    || '|' || regexp_replace(upper(normalize(coalesce(paper, ''), NFKC)), '[\s\[\]()〔〕【】]', '', 'g')
$$;

-- I20: DRAFT → SUBMITTED → APPROVED | REJECTED. A decision changes nothing but itself, and what is decided stands.
CREATE FUNCTION record_keeps_to_arrows() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  -- The key is computed after this trigger, from what the trigger looks at anyway.
  decision text[] := ARRAY['state', 'decided_by_id', 'decided_at', 'state_reason', 'version', 'is_current', 'natural_key'];
  marks text[] := ARRAY['is_current', 'natural_key'];
  step text;
BEGIN
  IF TG_OP = 'DELETE' THEN PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', OLD.state)); END IF;
  -- A signature belongs to a decision; none is given in advance.
  IF NEW.decided_by_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.state IN ('DRAFT', 'SUBMITTED')) THEN
    PERFORM refuse('WRONG_STATE', 'state');
  END IF;
  IF TG_OP = 'INSERT' THEN
    PERFORM refuse_signer(NEW.created_by_id, 'money:record', 'state');
    NEW.created_at := now();
    IF to_jsonb(NEW) ->> 'is_current' = 'true' THEN PERFORM refuse('WRONG_STATE', 'state'); END IF;
    IF NEW.state IN ('DRAFT', 'SUBMITTED') THEN RETURN NEW; END IF;
    IF NEW.state = 'APPROVED' AND TG_TABLE_NAME = 'investment_progress' AND to_jsonb(NEW) ->> 'reversal_of_id' IS NULL THEN
      RETURN NEW;
    END IF;
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('wanted', NEW.state));
  END IF;

  -- Which version is the current one is moved by the approval of the next (below), which the portal cannot do by itself.
  IF OLD.state = 'APPROVED' AND to_jsonb(NEW) - marks = to_jsonb(OLD) - marks THEN RETURN NEW; END IF;
  step := OLD.state || ' ' || NEW.state;
  IF step NOT IN ('DRAFT DRAFT', 'DRAFT SUBMITTED', 'DRAFT REJECTED', 'SUBMITTED APPROVED', 'SUBMITTED REJECTED')
    OR NEW.id <> OLD.id OR NEW.created_by_id <> OLD.created_by_id
    OR (step <> 'DRAFT DRAFT' AND to_jsonb(NEW) - decision <> to_jsonb(OLD) - decision) THEN
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', OLD.state, 'wanted', NEW.state));
  END IF;
  -- I16: that the creator does not decide is a constraint of each ledger; nobody's name stands under what the creator takes back.
  IF NEW.decided_by_id <> NEW.created_by_id THEN PERFORM refuse_signer(NEW.decided_by_id, 'money:approve', 'state'); END IF;
  IF NEW.decided_by_id IS NOT NULL THEN NEW.decided_at := now(); END IF;
  RETURN NEW;
END $$;

-- R75: in red, an approved record of the same ledger and project, whole, and never a reversal itself.
CREATE FUNCTION reversal_mirrors_original() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  mine jsonb := to_jsonb(NEW);
  original jsonb;
BEGIN
  EXECUTE format('SELECT to_jsonb(o) FROM %I o WHERE o.id = $1', TG_TABLE_NAME) INTO original USING NEW.reversal_of_id;
  IF original ->> 'state' <> 'APPROVED' OR original ->> 'reversal_of_id' IS NOT NULL OR NEW.amount <> -(original ->> 'amount')::bigint
    OR (mine ->> 'project_id', mine ->> 'ledger', mine ->> 'is_planned')
      IS DISTINCT FROM (original ->> 'project_id', original ->> 'ledger', original ->> 'is_planned')
    OR NEW.dated_on < (original ->> 'dated_on')::date THEN
    PERFORM refuse('WRONG_STATE', 'reversalOfId', jsonb_build_object('state', original ->> 'state'));
  END IF;
  RETURN NEW;
END $$;

-- R67, R76: what may still be paid to a project on a day, so that on no day from then on more is paid than was arranged
-- by that day. What was taken back never was paid: its right record may bear the day of the wrong one.
CREATE FUNCTION arranged_left(wanted uuid, on_day date) RETURNS bigint LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  WITH moved AS (
    SELECT dated_on, amount FROM appropriations WHERE project_id = wanted AND state = 'APPROVED'
    UNION ALL SELECT dated_on, -amount FROM disbursements d WHERE project_id = wanted AND state = 'APPROVED' AND reversal_of_id IS NULL
      AND NOT EXISTS (SELECT FROM disbursements b WHERE b.reversal_of_id = d.id AND b.state = 'APPROVED')),
  days AS (SELECT on_day AS day UNION SELECT dated_on FROM moved WHERE dated_on > on_day)
  SELECT min(so_far)::bigint FROM (SELECT coalesce(sum(m.amount), 0) AS so_far
    FROM days d LEFT JOIN moved m ON m.dated_on <= d.day GROUP BY d.day) AS running
$$;

-- R67, R71: what is approved moves the sums of its project and its year, or says what is in the way.
CREATE FUNCTION record_moves_sums() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state <> 'APPROVED' OR (TG_OP = 'UPDATE' AND OLD.state = 'APPROVED') THEN RETURN NULL; END IF;
  PERFORM move_project(NEW.project_id, TG_TABLE_NAME, NEW.amount);
  IF (TG_TABLE_NAME = 'disbursements' AND NEW.amount > 0) OR (TG_TABLE_NAME = 'appropriations' AND NEW.amount < 0) THEN
    IF arranged_left(NEW.project_id, NEW.dated_on) < 0 THEN
      PERFORM refuse('OVER_APPROPRIATION', 'datedOn', jsonb_build_object('case', 'BEFORE_ARRANGED',
        'code', (SELECT code FROM projects WHERE id = NEW.project_id), 'day', NEW.dated_on::text,
        'left', wan(greatest(arranged_left(NEW.project_id, NEW.dated_on) + NEW.amount, 0))));
    END IF;
  END IF;
  IF TG_TABLE_NAME = 'appropriations' THEN PERFORM move_fund(extract(year FROM NEW.dated_on)::int, NEW.amount); END IF;
  RETURN NULL;
END $$;

-- The order of the triggers of a ledger is in their names. The second, that the month is open, stands in months.sql.
DO $$
DECLARE ledger text;
BEGIN
  FOREACH ledger IN ARRAY ARRAY['aid_plans', 'revenue_figures', 'appropriations', 'disbursements', 'investment_progress',
    'outside_records', 'project_adjustments'] LOOP
    EXECUTE format('CREATE TRIGGER record_1_keeps_to_arrows BEFORE INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION record_keeps_to_arrows()', ledger);
  END LOOP;
  FOREACH ledger IN ARRAY ARRAY['appropriations', 'disbursements', 'investment_progress', 'outside_records'] LOOP
    EXECUTE format('CREATE TRIGGER record_3_mirrors_original BEFORE INSERT OR UPDATE ON %I
      FOR EACH ROW WHEN (NEW.reversal_of_id IS NOT NULL AND NEW.state <> ''REJECTED'')
      EXECUTE FUNCTION reversal_mirrors_original()', ledger);
  END LOOP;
  FOREACH ledger IN ARRAY ARRAY['appropriations', 'disbursements', 'investment_progress'] LOOP
    EXECUTE format('CREATE TRIGGER record_4_moves_sums AFTER INSERT OR UPDATE OF state ON %I
      FOR EACH ROW EXECUTE FUNCTION record_moves_sums()', ledger);
  END LOOP;
END $$;
