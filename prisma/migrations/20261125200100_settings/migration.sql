-- Figures an office may change (R24): somebody proposes, somebody else approves, and the database alone puts them in force.
CREATE TYPE "SettingDomain" AS ENUM ('TRAINING', 'MONEY', 'CAPACITY');
CREATE TYPE "SettingState" AS ENUM ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN');

CREATE TABLE "setting_kinds" (
    "key" TEXT NOT NULL,
    "domain" "SettingDomain" NOT NULL,
    "unit" TEXT NOT NULL,
    "least" INTEGER NOT NULL,
    "most" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "setting_kinds_pkey" PRIMARY KEY ("key")
);

CREATE TABLE "setting_changes" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "value" INTEGER NOT NULL,
    "previous" INTEGER,
    "reason" TEXT NOT NULL,
    "document_no" TEXT NOT NULL,
    "state" "SettingState" NOT NULL DEFAULT 'PROPOSED',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "director_id" UUID,
    "reviewer_id" UUID,
    "leader_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "state_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "setting_changes_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "setting_changes_key_created_at_idx" ON "setting_changes"("key", "created_at");
ALTER TABLE "setting_changes" ADD CONSTRAINT "setting_changes_key_fkey" FOREIGN KEY ("key") REFERENCES "setting_kinds"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The number of classrooms and the minutes of a class period are no figures of an office: the building and the law hold them.
INSERT INTO setting_kinds (key, domain, unit, least, most, position) VALUES
  ('year_capacity', 'CAPACITY', 'PERSON_TIMES', 1, 100000, 1),
  ('annual_capacity', 'TRAINING', 'PERSON_TIMES', 1, 100000, 2),
  ('capacity_notice_percent', 'TRAINING', 'PERCENT', 1, 100, 3),
  ('capacity_warning_percent', 'TRAINING', 'PERCENT', 1, 100, 4),
  ('seats_skill', 'TRAINING', 'PEOPLE', 1, 200, 5),
  ('seats_entrepreneurship', 'TRAINING', 'PEOPLE', 1, 200, 6),
  ('fewest_trainees', 'TRAINING', 'PEOPLE', 0, 200, 7),
  ('late_training_days', 'TRAINING', 'TRAINING_DAYS', 0, 30, 8),
  ('no_show_training_days', 'TRAINING', 'TRAINING_DAYS', 1, 30, 9),
  ('transfer_training_days', 'TRAINING', 'TRAINING_DAYS', 0, 30, 10),
  ('filing_working_days', 'TRAINING', 'WORKING_DAYS', 0, 60, 11),
  ('subsidised_skill_a_year', 'TRAINING', 'TIMES', 0, 20, 12),
  ('subsidised_entrepreneurship_a_year', 'TRAINING', 'TIMES', 0, 20, 13),
  ('least_age', 'TRAINING', 'YEARS', 14, 30, 14),
  ('guardian_below_age', 'TRAINING', 'YEARS', 14, 30, 15),
  ('working_age_male', 'TRAINING', 'YEARS', 40, 80, 16),
  ('working_age_female', 'TRAINING', 'YEARS', 40, 80, 17),
  ('periods_a_day_warning', 'TRAINING', 'PERIODS', 1, 16, 18),
  ('periods_a_day_most', 'TRAINING', 'PERIODS', 1, 16, 19),
  ('least_share_percent', 'TRAINING', 'PERCENT', 0, 50, 20),
  ('password_days', 'TRAINING', 'DAYS', 0, 3650, 21),
  ('aid_rate_basis_points', 'MONEY', 'BASIS_POINTS', 1, 10000, 1),
  ('paid_before_defects_percent', 'MONEY', 'PERCENT', 1, 100, 2),
  ('late_below_percent', 'MONEY', 'PERCENT', 0, 100, 3),
  ('late_after_year_percent', 'MONEY', 'PERCENT', 0, 100, 4);

ALTER TABLE setting_changes
  -- I16, R111: nobody approves his own, and the two who approve a training figure are two.
  ADD CONSTRAINT proposer_does_not_approve_setting CHECK (created_by_id <> director_id AND created_by_id <> reviewer_id AND created_by_id <> leader_id),
  ADD CONSTRAINT two_approve_setting CHECK (director_id <> reviewer_id),
  ADD CONSTRAINT setting_is_grounded CHECK (length(reason) > 0 AND length(document_no) > 0),
  ADD CONSTRAINT decided_setting_is_signed CHECK (state = 'PROPOSED' OR (decided_by_id IS NOT NULL AND decided_at IS NOT NULL));
CREATE UNIQUE INDEX one_open_change_per_setting ON setting_changes (key, valid_from) WHERE state = 'PROPOSED';

-- I6, R24: a year never falls below what its cohorts hold or plan.
CREATE FUNCTION refuse_capacity(y int, wanted int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE t training_years;
BEGIN
  SELECT * INTO t FROM training_years WHERE year = y;
  IF wanted < greatest(t.held, t.planned) THEN
    PERFORM refuse('CAPACITY_BELOW_HELD', 'settingValue', jsonb_build_object('case', 'YEAR', 'year', y, 'held', t.held, 'planned', t.planned, 'wanted', wanted));
  END IF;
END $$;

CREATE FUNCTION setting_is_proposed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE kind setting_kinds;
BEGIN
  SELECT * INTO kind FROM setting_kinds WHERE key = NEW.key;
  IF NEW.state <> 'PROPOSED' OR coalesce(NEW.director_id, NEW.reviewer_id, NEW.leader_id) IS NOT NULL THEN PERFORM refuse('WRONG_STATE', 'state'); END IF;
  IF NEW.value NOT BETWEEN kind.least AND kind.most THEN
    PERFORM refuse('INPUT_WRONG', 'settingValue', jsonb_build_object('case', 'SETTING_RANGE', 'least', kind.least, 'most', kind.most));
  END IF;
  IF kind.domain = 'CAPACITY' THEN PERFORM refuse_capacity(extract(year FROM NEW.valid_from)::int, NEW.value); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER setting_is_proposed BEFORE INSERT ON setting_changes FOR EACH ROW EXECUTE FUNCTION setting_is_proposed();

-- The last signature that was missing puts the figure in force, in the same transaction; nobody else writes `parameters` or a year's capacity.
CREATE FUNCTION setting_is_decided() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  domain "SettingDomain" := (SELECT k.domain FROM setting_kinds k WHERE k.key = OLD.key);
  signed boolean := CASE domain WHEN 'TRAINING' THEN NEW.director_id IS NOT NULL AND NEW.reviewer_id IS NOT NULL
    WHEN 'MONEY' THEN NEW.leader_id IS NOT NULL ELSE NEW.reviewer_id IS NOT NULL END;
  y int := extract(year FROM OLD.valid_from);
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state <> 'PROPOSED' OR (NEW.id, NEW.key, NEW.valid_from, NEW.value, NEW.reason, NEW.document_no, NEW.created_by_id)
    <> (OLD.id, OLD.key, OLD.valid_from, OLD.value, OLD.reason, OLD.document_no, OLD.created_by_id) THEN
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', OLD.state));
  END IF;
  IF NEW.state = 'APPROVED' AND NOT signed THEN PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', OLD.state)); END IF;
  IF NEW.state NOT IN ('PROPOSED', 'APPROVED') OR NOT signed THEN RETURN NEW; END IF;

  NEW.state := 'APPROVED';
  NEW.decided_by_id := coalesce(NEW.decided_by_id, NEW.leader_id, NEW.reviewer_id);
  NEW.decided_at := now();
  IF domain = 'CAPACITY' THEN
    PERFORM ensure_year(y);
    PERFORM 1 FROM training_years WHERE year = y FOR NO KEY UPDATE;
    PERFORM refuse_capacity(y, NEW.value);
    UPDATE training_years SET capacity = NEW.value WHERE year = y;
    RETURN NEW;
  END IF;
  INSERT INTO parameters (key, valid_from, value, reason, document_no) VALUES (NEW.key, NEW.valid_from, NEW.value, NEW.reason, NEW.document_no) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN PERFORM refuse('INPUT_WRONG', 'validFrom', jsonb_build_object('case', 'SETTING_DAY_TAKEN')); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER setting_is_decided BEFORE UPDATE OR DELETE ON setting_changes FOR EACH ROW EXECUTE FUNCTION setting_is_decided();

CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON setting_changes DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');

CREATE VIEW checks.setting_unsigned AS
  SELECT c.key, c.id FROM setting_changes c JOIN setting_kinds k ON k.key = c.key
  WHERE (c.state = 'APPROVED' AND CASE k.domain WHEN 'TRAINING' THEN c.director_id IS NULL OR c.reviewer_id IS NULL
      WHEN 'MONEY' THEN c.leader_id IS NULL ELSE c.reviewer_id IS NULL END)
    OR c.created_by_id IN (c.director_id, c.reviewer_id, c.leader_id) OR c.director_id = c.reviewer_id;
GRANT SELECT ON ALL TABLES IN SCHEMA checks TO portal_app;

GRANT SELECT ON setting_kinds, setting_changes TO portal_app;
GRANT INSERT (id, key, valid_from, value, previous, reason, document_no, state, created_by_id, version) ON setting_changes TO portal_app;
GRANT UPDATE (director_id, reviewer_id, leader_id, state, decided_by_id, decided_at, state_reason, version) ON setting_changes TO portal_app;
