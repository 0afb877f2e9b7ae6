-- R73, R70: what stood with a project's first approved arrangement changes only by an approved adjustment (项目调整): who, why, paper.
CREATE TYPE "ProjectStanding" AS ENUM ('ACTIVE', 'SUSPENDED', 'CANCELLED');
ALTER TABLE projects ADD COLUMN standing "ProjectStanding" NOT NULL DEFAULT 'ACTIVE';

-- A column that is null is not adjusted; beside each new value stands what it replaced.
CREATE TABLE "project_adjustments" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "dated_on" DATE NOT NULL,
    "document_no" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "due_on" DATE,
    "is_construction" BOOLEAN,
    "target" TEXT,
    "total_investment" BIGINT,
    "site" TEXT,
    "content" TEXT,
    "standing" "ProjectStanding",
    "old_due_on" DATE,
    "old_is_construction" BOOLEAN,
    "old_target" TEXT,
    "old_total_investment" BIGINT,
    "old_site" TEXT,
    "old_content" TEXT,
    "old_standing" "ProjectStanding",
    "state" "RecordState" NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "state_reason" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "seq" BIGSERIAL NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "project_adjustments_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "project_adjustments_project_id_state_idx" ON "project_adjustments"("project_id", "state");
ALTER TABLE "project_adjustments" ADD CONSTRAINT "project_adjustments_project_id_fkey" FOREIGN KEY ("project_id")
  REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE project_adjustments
  ADD CONSTRAINT creator_does_not_approve_adjustment CHECK (decided_by_id <> created_by_id),
  ADD CONSTRAINT approved_adjustment_is_signed CHECK (state <> 'APPROVED' OR (decided_by_id IS NOT NULL AND decided_at IS NOT NULL)),
  ADD CONSTRAINT adjustment_is_grounded CHECK (length(reason) > 0 AND length(document_no) > 0),
  ADD CONSTRAINT adjustment_changes_something
    CHECK (num_nonnulls(due_on, is_construction, target, total_investment, site, content, standing) > 0),
  ADD CONSTRAINT adjusted_values_are_whole CHECK (total_investment > 0 AND length(target) > 0 AND length(site) > 0);
CREATE UNIQUE INDEX one_open_adjustment_per_project ON project_adjustments (project_id) WHERE state = 'SUBMITTED';

CREATE TRIGGER record_1_keeps_to_arrows BEFORE INSERT OR UPDATE OR DELETE ON project_adjustments FOR EACH ROW
  EXECUTE FUNCTION record_keeps_to_arrows();
CREATE TRIGGER record_2_is_dated BEFORE INSERT OR UPDATE ON project_adjustments FOR EACH ROW
  EXECUTE FUNCTION record_is_dated_in_open_month('dated_on');

-- Only what differs from the project is kept, with the value it replaces; whoever writes cannot say what was there.
CREATE FUNCTION adjustment_tells_old() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE p projects;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.state <> 'DRAFT' THEN RETURN NEW; END IF;
  PERFORM 1 FROM projects WHERE id = NEW.project_id FOR NO KEY UPDATE;
  SELECT * INTO p FROM projects WHERE id = NEW.project_id;
  NEW.due_on := nullif(NEW.due_on, p.due_on);
  NEW.is_construction := nullif(NEW.is_construction, p.is_construction);
  NEW.target := nullif(NEW.target, p.target);
  NEW.total_investment := nullif(NEW.total_investment, p.total_investment);
  NEW.site := nullif(NEW.site, p.site);
  NEW.content := nullif(NEW.content, p.content);
  NEW.standing := nullif(NEW.standing, p.standing);
  NEW.old_due_on := CASE WHEN NEW.due_on IS NOT NULL THEN p.due_on END;
  NEW.old_is_construction := CASE WHEN NEW.is_construction IS NOT NULL THEN p.is_construction END;
  NEW.old_target := CASE WHEN NEW.target IS NOT NULL THEN p.target END;
  NEW.old_total_investment := CASE WHEN NEW.total_investment IS NOT NULL THEN p.total_investment END;
  NEW.old_site := CASE WHEN NEW.site IS NOT NULL THEN p.site END;
  NEW.old_content := CASE WHEN NEW.content IS NOT NULL THEN p.content END;
  NEW.old_standing := CASE WHEN NEW.standing IS NOT NULL THEN p.standing END;
  IF num_nonnulls(NEW.due_on, NEW.is_construction, NEW.target, NEW.total_investment, NEW.site, NEW.content, NEW.standing) = 0 THEN
    PERFORM refuse('INPUT_WRONG', 'reason', jsonb_build_object('case', 'NOTHING_ADJUSTED'));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER record_3_tells_old BEFORE INSERT OR UPDATE ON project_adjustments FOR EACH ROW EXECUTE FUNCTION adjustment_tells_old();

-- The approval alone moves the project, and only from the values that were approved to be replaced.
CREATE FUNCTION adjustment_moves_project() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE p projects;
BEGIN
  IF NEW.state <> 'APPROVED' OR OLD.state = 'APPROVED' THEN RETURN NULL; END IF;
  PERFORM 1 FROM projects WHERE id = NEW.project_id FOR NO KEY UPDATE;
  SELECT * INTO p FROM projects WHERE id = NEW.project_id;
  IF (NEW.due_on IS NOT NULL AND p.due_on IS DISTINCT FROM NEW.old_due_on) OR p.is_construction <> NEW.old_is_construction
    OR p.target <> NEW.old_target OR p.total_investment <> NEW.old_total_investment OR p.site <> NEW.old_site
    OR p.content <> NEW.old_content OR p.standing <> NEW.old_standing THEN
    PERFORM refuse('STALE', 'state', jsonb_build_object('case', 'ADJUSTED_SINCE', 'code', p.code));
  END IF;
  IF NEW.total_investment < p.completed THEN
    PERFORM refuse('OVER_PLAN', 'amount', jsonb_build_object('case', 'BELOW_COMPLETED', 'code', p.code, 'completed', wan(p.completed),
      'wanted', wan(NEW.total_investment)));
  END IF;
  UPDATE projects SET due_on = coalesce(NEW.due_on, due_on), is_construction = coalesce(NEW.is_construction, is_construction),
    target = coalesce(NEW.target, target), total_investment = coalesce(NEW.total_investment, total_investment),
    site = coalesce(NEW.site, site), content = coalesce(NEW.content, content), standing = coalesce(NEW.standing, standing),
    version = version + 1 WHERE id = NEW.project_id;
  RETURN NULL;
END $$;
CREATE TRIGGER record_4_moves_project AFTER UPDATE OF state ON project_adjustments FOR EACH ROW
  EXECUTE FUNCTION adjustment_moves_project();
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON project_adjustments DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');

-- R73: from the first approved arrangement on, also when it was taken back. Kind and years stand for good: sums of sealed months hang on
-- them. The rest moves from within the trigger above, which nobody can call.
CREATE OR REPLACE FUNCTION project_keeps_what_was_approved() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  is_approved boolean := OLD.completed <> 0
    OR EXISTS (SELECT FROM appropriations WHERE project_id = OLD.id AND state = 'APPROVED');
  figures jsonb := jsonb_build_object('code', OLD.code, 'project', OLD.id);
BEGIN
  IF is_approved AND (NEW.code, NEW.category, NEW.plan_year, NEW.implement_year, NEW.is_employment_related)
    IS DISTINCT FROM (OLD.code, OLD.category, OLD.plan_year, OLD.implement_year, OLD.is_employment_related) THEN
    PERFORM refuse('WRONG_STATE', 'projectId', figures || '{"case": "ARRANGED_KIND"}');
  END IF;
  IF pg_trigger_depth() > 1 THEN RETURN NEW; END IF;
  IF NEW.standing <> OLD.standing OR is_approved AND
    (NEW.site, NEW.content, NEW.total_investment, NEW.target, NEW.is_construction, NEW.due_on)
    IS DISTINCT FROM (OLD.site, OLD.content, OLD.total_investment, OLD.target, OLD.is_construction, OLD.due_on) THEN
    PERFORM refuse('WRONG_STATE', 'projectId', figures || '{"case": "ARRANGED"}');
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION project_is_founded() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.arranged := 0;
  NEW.disbursed := 0;
  NEW.completed := 0;
  NEW.standing := 'ACTIVE';
  RETURN NEW;
END $$;

-- R73: a cancelled project gets no more money; what is to be taken back is reversed.
CREATE OR REPLACE FUNCTION move_project(project uuid, ledger text, by bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE p projects;
BEGIN
  PERFORM 1 FROM projects WHERE id = project FOR NO KEY UPDATE;
  SELECT * INTO p FROM projects WHERE id = project;
  IF by > 0 AND p.standing = 'CANCELLED' AND ledger <> 'investment_progress' THEN
    PERFORM refuse('WRONG_STATE', 'projectId', jsonb_build_object('case', 'PROJECT_CANCELLED', 'code', p.code, 'project', p.id));
  END IF;
  CASE ledger
  WHEN 'appropriations' THEN
    IF by > 0 AND p.target = '' THEN
      PERFORM refuse('INPUT_WRONG', 'projectId', jsonb_build_object('case', 'NO_TARGET', 'code', p.code));
    END IF;
    IF p.arranged + by < p.disbursed THEN
      PERFORM refuse('OVER_APPROPRIATION', 'amount', jsonb_build_object('case', 'PAID_ALREADY', 'code', p.code,
        'disbursed', wan(p.disbursed), 'left', wan(p.arranged + by)));
    END IF;
    UPDATE projects SET arranged = arranged + by WHERE id = project;
  WHEN 'disbursements' THEN
    IF p.disbursed + by > p.arranged THEN
      PERFORM refuse('OVER_APPROPRIATION', 'amount', jsonb_build_object('code', p.code, 'arranged', wan(p.arranged),
        'disbursed', wan(p.disbursed), 'left', wan(p.arranged - p.disbursed), 'wanted', wan(by)));
    END IF;
    UPDATE projects SET disbursed = disbursed + by WHERE id = project;
  WHEN 'investment_progress' THEN
    IF p.completed + by > p.total_investment THEN
      PERFORM refuse('OVER_PLAN', 'amount', jsonb_build_object('case', 'INVESTMENT', 'code', p.code, 'project', p.id,
        'total', wan(p.total_investment), 'completed', wan(p.completed), 'left', wan(p.total_investment - p.completed), 'wanted', wan(by)));
    END IF;
    UPDATE projects SET completed = completed + by WHERE id = project;
  END CASE;
END $$;

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
      UNION ALL SELECT dated_on FROM revenue_figures WHERE state = 'SUBMITTED'
      UNION ALL SELECT dated_on FROM project_adjustments WHERE state = 'SUBMITTED') AS records
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
    UNION ALL SELECT 'adjustment', id, dated_on, coalesce(decided_at, created_at), state::text FROM project_adjustments
    UNION ALL SELECT 'report', id, dated_on, created_at, 'APPROVED' FROM project_reports
    UNION ALL SELECT 'site', id, finished_on, recorded_at, 'APPROVED' FROM project_sites
    UNION ALL SELECT 'project', id, (to_jsonb(p) ->> 'entered_on')::date, created_at, 'APPROVED' FROM projects p
    UNION ALL SELECT 'project', id, make_date(implement_year, 12, 31), created_at, 'APPROVED' FROM projects) AS r
  JOIN fund_months m ON m.month = to_char(r.dated_on, 'YYYY-MM') AND m.state <> 'OPEN'
  WHERE r.state = 'SUBMITTED' OR (r.state = 'APPROVED' AND r.settled_at > m.submitted_at);
GRANT SELECT ON checks.closed_month_row TO portal_app;

-- A project whose value is not the one its last approved adjustment gave it.
CREATE VIEW checks.adjustment_drift AS
  SELECT p.code, a.field FROM projects p CROSS JOIN LATERAL (VALUES
    ('due_on', p.due_on::text), ('is_construction', p.is_construction::text), ('target', p.target), ('site', p.site),
    ('total_investment', p.total_investment::text), ('content', p.content), ('standing', p.standing::text)) AS a (field, now)
  CROSS JOIN LATERAL (SELECT to_jsonb(j) ->> a.field AS approved FROM project_adjustments j
    WHERE j.project_id = p.id AND j.state = 'APPROVED' AND to_jsonb(j) ->> a.field IS NOT NULL
    ORDER BY j.decided_at DESC, j.seq DESC LIMIT 1) AS last
  WHERE last.approved IS DISTINCT FROM a.now;

CREATE OR REPLACE VIEW checks.money_approver_is_creator AS
  SELECT 'plan' AS subject, id FROM aid_plans WHERE decided_by_id = created_by_id
  UNION ALL SELECT 'revenue', id FROM revenue_figures WHERE decided_by_id = created_by_id
  UNION ALL SELECT 'appropriation', id FROM appropriations WHERE decided_by_id = created_by_id
  UNION ALL SELECT 'disbursement', id FROM disbursements WHERE decided_by_id = created_by_id
  UNION ALL SELECT 'progress', id FROM investment_progress WHERE decided_by_id = created_by_id
  UNION ALL SELECT 'outside', id FROM outside_records WHERE decided_by_id = created_by_id
  UNION ALL SELECT 'adjustment', id FROM project_adjustments WHERE decided_by_id = created_by_id;
GRANT SELECT ON ALL TABLES IN SCHEMA checks TO portal_app;

REVOKE EXECUTE ON FUNCTION adjustment_tells_old, adjustment_moves_project FROM PUBLIC;
GRANT SELECT, INSERT ON project_adjustments TO portal_app;
GRANT USAGE ON SEQUENCE project_adjustments_seq_seq TO portal_app;
GRANT UPDATE (due_on, is_construction, target, total_investment, site, content, standing, dated_on, document_no, reason,
  state, decided_by_id, decided_at, state_reason, version) ON project_adjustments TO portal_app;
