-- R67, R69, R71, R62: records that cannot be are refused; those that may be, but hardly are, carry the reasons they were written down with.

-- R69: the same act has the same key, however its paper is typed: widths, letters, spaces and brackets do not count.
CREATE FUNCTION money_key(subject text, on_day date, amount bigint, payee text, paper text) RETURNS text LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(subject, '') || '|' || (on_day - DATE '2000-01-01')::text || '|' || amount::text
    || '|' || regexp_replace(upper(normalize(coalesce(payee, ''), NFKC)), '\s', '', 'g')
    || '|' || regexp_replace(upper(normalize(coalesce(paper, ''), NFKC)), '[\s\[\]()〔〕【】]', '', 'g')
$$;
ALTER TABLE appropriations
  ADD COLUMN natural_key TEXT GENERATED ALWAYS AS (money_key(project_id::text, dated_on, amount, ''::text, document_no)) STORED;
ALTER TABLE disbursements
  ADD COLUMN natural_key TEXT GENERATED ALWAYS AS (money_key(project_id::text, dated_on, amount, payee, document_no)) STORED;
ALTER TABLE investment_progress
  ADD COLUMN natural_key TEXT GENERATED ALWAYS AS (money_key(project_id::text, dated_on, amount, ''::text, document_no)) STORED;
ALTER TABLE outside_records
  ADD COLUMN natural_key TEXT GENERATED ALWAYS AS (money_key(item, dated_on, amount, ''::text, document_no)) STORED;
ALTER TABLE aid_plans
  ADD COLUMN natural_key TEXT GENERATED ALWAYS AS (money_key(year::text, dated_on, total, ''::text, document_no)) STORED;
ALTER TABLE revenue_figures
  ADD COLUMN natural_key TEXT GENERATED ALWAYS AS (money_key(year::text, dated_on, amount, ''::text, document_no)) STORED;

DO $$
DECLARE ledger text;
BEGIN
  FOREACH ledger IN ARRAY ARRAY['aid_plans', 'revenue_figures', 'appropriations', 'disbursements', 'investment_progress',
    'outside_records'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN warnings TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[]', ledger);
    EXECUTE format('CREATE INDEX %I ON %I (natural_key)', ledger || '_natural_key_idx', ledger);
    IF ledger <> 'investment_progress' THEN EXECUTE format('GRANT UPDATE (warnings) ON %I TO portal_app', ledger); END IF;
  END LOOP;
END $$;

-- I20: DRAFT → SUBMITTED → APPROVED | REJECTED. A decision changes nothing but itself, and what is decided stands.
CREATE OR REPLACE FUNCTION record_keeps_to_arrows() RETURNS trigger LANGUAGE plpgsql
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

CREATE OR REPLACE FUNCTION record_moves_sums() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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

-- R62: while a year runs its revenue is an estimate; only that may be written down. Older rows are left as they were found.
ALTER TABLE revenue_figures ADD CONSTRAINT running_year_is_provisional
  CHECK (certainty = 'PROVISIONAL' OR dated_on > make_date(year, 12, 31)) NOT VALID;

INSERT INTO parameters (key, valid_from, value, reason) VALUES
  ('amount_notice_wan', '1900-01-01', 5000, '一笔金额超过此数（万元）时请核对单位'),
  ('amount_notice_times', '1900-01-01', 3, '收入或计划与上一个已批准的数相差超过此倍数时请核对单位');
INSERT INTO setting_kinds (key, domain, unit, least, most, position) VALUES
  ('amount_notice_wan', 'MONEY', 'WAN', 1, 100000, 5),
  ('amount_notice_times', 'MONEY', 'TIMES_AS_MUCH', 2, 100, 6);

-- The self-check of the same law: more paid than arranged on some day.
CREATE VIEW checks.paid_before_arranged AS
  SELECT p.code, arranged_left(p.id, '2000-01-01') AS left FROM projects p
  WHERE p.disbursed <> 0 AND arranged_left(p.id, '2000-01-01') < 0;
GRANT SELECT ON checks.paid_before_arranged TO portal_app;
