-- R67, R70–R73: a project's sums; what stood with its first approved arrangement changes only by an approved adjustment (项目调整).

-- R67, R71: what is approved moves the project's sum, or says what is in the way. Order of locks: month, project, year.
-- R73: a cancelled project gets no more money; what is to be taken back is reversed.
CREATE FUNCTION move_project(project uuid, ledger text, by bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
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
REVOKE EXECUTE ON FUNCTION move_project FROM PUBLIC;

-- A project begins without money, and now, whatever an INSERT says.
CREATE FUNCTION project_is_founded() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.arranged := 0;
  NEW.disbursed := 0;
  NEW.completed := 0;
  NEW.standing := 'ACTIVE';
  NEW.created_at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER project_is_founded BEFORE INSERT ON projects FOR EACH ROW EXECUTE FUNCTION project_is_founded();

-- A project counts in the year it is carried out, with its kind; once the last month of that year is reported nothing of this moves.
CREATE FUNCTION project_counts_in_open_year() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM hold_open_year(NEW.implement_year);
  IF TG_OP = 'UPDATE' THEN PERFORM hold_open_year(OLD.implement_year); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER project_1_counts_in_open_year BEFORE INSERT ON projects FOR EACH ROW EXECUTE FUNCTION project_counts_in_open_year();
CREATE TRIGGER project_1_keeps_year BEFORE UPDATE ON projects FOR EACH ROW
  WHEN ((NEW.implement_year, NEW.plan_year, NEW.category, NEW.is_employment_related)
    IS DISTINCT FROM (OLD.implement_year, OLD.plan_year, OLD.category, OLD.is_employment_related))
  EXECUTE FUNCTION project_counts_in_open_year();

-- R76: whether a month that is reported knows the project, or the year it is carried out in is: its counts, totals and days stand there.
CREATE FUNCTION project_is_reported(wanted uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM projects p JOIN fund_months m ON m.state <> 'OPEN' AND (m.month = p.implement_year || '-12' OR m.month
    >= to_char(least(p.entered_on, (SELECT min(dated_on) FROM project_reports WHERE project_id = p.id)), 'YYYY-MM'))
    WHERE p.id = wanted)
$$;

-- The months from the project's first on are shared until the COMMIT, so that none of them is reported meanwhile.
CREATE FUNCTION hold_months_of(wanted uuid) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE months text[];
BEGIN
  SELECT array_agg(DISTINCT month ORDER BY month) INTO months FROM projects p CROSS JOIN LATERAL (
    SELECT p.implement_year || '-12' AS month
    UNION SELECT to_char(first, 'YYYY-MM') FROM generate_series(date_trunc('month', p.entered_on), base_day(), '1 month') AS first) AS m
    WHERE p.id = wanted;
  INSERT INTO fund_months (month) SELECT unnest(months) ON CONFLICT DO NOTHING;
  PERFORM 1 FROM fund_months WHERE month = ANY (months) ORDER BY month FOR SHARE;
END $$;

-- R73: from the first approved arrangement on, also when it was taken back. Kind and years stand for good: sums of sealed months hang on
-- them. The rest moves from within adjustment_moves_project, which nobody can call. R76: what a reported month shows of a project stands
-- as well, so that an adjustment dated later tells both values.
CREATE FUNCTION project_keeps_what_was_approved() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  is_approved boolean := OLD.completed <> 0
    OR EXISTS (SELECT FROM appropriations WHERE project_id = OLD.id AND state = 'APPROVED');
  figures jsonb := jsonb_build_object('code', OLD.code, 'project', OLD.id);
  moves_kind boolean := (NEW.category, NEW.plan_year, NEW.implement_year, NEW.is_employment_related)
    IS DISTINCT FROM (OLD.category, OLD.plan_year, OLD.implement_year, OLD.is_employment_related);
  moves_plan boolean := (NEW.site, NEW.content, NEW.total_investment, NEW.due_on)
    IS DISTINCT FROM (OLD.site, OLD.content, OLD.total_investment, OLD.due_on);
BEGIN
  IF is_approved AND (moves_kind OR NEW.code <> OLD.code) THEN
    PERFORM refuse('WRONG_STATE', 'projectId', figures || '{"case": "ARRANGED_KIND"}');
  END IF;
  IF pg_trigger_depth() > 1 THEN RETURN NEW; END IF;
  IF NEW.standing <> OLD.standing OR is_approved AND
    (moves_plan OR (NEW.target, NEW.is_construction) IS DISTINCT FROM (OLD.target, OLD.is_construction)) THEN
    PERFORM refuse('WRONG_STATE', 'projectId', figures || '{"case": "ARRANGED"}');
  END IF;
  IF moves_kind OR moves_plan THEN
    PERFORM hold_months_of(OLD.id);
    IF project_is_reported(OLD.id) THEN
      PERFORM refuse('WRONG_STATE', 'projectId',
        figures || jsonb_build_object('case', CASE WHEN moves_kind THEN 'REPORTED_KIND' ELSE 'REPORTED' END));
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER project_keeps_what_was_approved BEFORE UPDATE ON projects FOR EACH ROW EXECUTE FUNCTION project_keeps_what_was_approved();

-- Only what differs from the project is kept, with the value it replaces; whoever writes cannot say what was there.
CREATE FUNCTION adjustment_tells_old() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
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

-- R76: as of a day a project reads as the next adjustment found it; so they follow each other by their days as by their approval.
CREATE FUNCTION adjustment_follows_the_last() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE last date;
BEGIN
  IF NEW.state NOT IN ('SUBMITTED', 'APPROVED') OR TG_OP = 'UPDATE' AND OLD.state = 'APPROVED' THEN RETURN NEW; END IF;
  SELECT max(dated_on) INTO last FROM project_adjustments WHERE project_id = NEW.project_id AND state = 'APPROVED';
  IF NEW.dated_on < last THEN
    PERFORM refuse('INPUT_WRONG', 'datedOn', jsonb_build_object('case', 'ADJUSTMENT_BEFORE_LAST', 'last', last::text));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER record_3_follows_the_last BEFORE INSERT OR UPDATE ON project_adjustments FOR EACH ROW
  EXECUTE FUNCTION adjustment_follows_the_last();

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
    PERFORM refuse('OVER_PLAN', 'totalInvestment', jsonb_build_object('case', 'BELOW_COMPLETED', 'code', p.code,
      'completed', wan(p.completed), 'wanted', wan(NEW.total_investment)));
  END IF;
  UPDATE projects SET due_on = coalesce(NEW.due_on, due_on), is_construction = coalesce(NEW.is_construction, is_construction),
    target = coalesce(NEW.target, target), total_investment = coalesce(NEW.total_investment, total_investment),
    site = coalesce(NEW.site, site), content = coalesce(NEW.content, content), standing = coalesce(NEW.standing, standing),
    version = version + 1 WHERE id = NEW.project_id;
  RETURN NULL;
END $$;
CREATE TRIGGER record_4_moves_project AFTER UPDATE OF state ON project_adjustments FOR EACH ROW
  EXECUTE FUNCTION adjustment_moves_project();

-- R72: 未开工 → 在建 → 完工 → 竣工验收 → 移交, on days that do not go back. A report is never changed.
CREATE FUNCTION report_follows_the_last() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE last project_reports;
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('state', OLD.state)); END IF;
  PERFORM 1 FROM projects WHERE id = NEW.project_id FOR NO KEY UPDATE;
  SELECT * INTO last FROM project_reports WHERE project_id = NEW.project_id ORDER BY dated_on DESC, seq DESC LIMIT 1;
  IF NEW.state < last.state THEN
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('case', 'GOES_BACK', 'state', last.state, 'wanted', NEW.state));
  END IF;
  IF NEW.dated_on < last.dated_on THEN
    PERFORM refuse('INPUT_WRONG', 'datedOn', jsonb_build_object('case', 'REPORT_BEFORE_LAST', 'last', last.dated_on::text));
  END IF;
  IF NEW.state >= 'FINISHED' AND NEW.physical_progress < 100 THEN
    PERFORM refuse('INPUT_WRONG', 'physicalProgress', jsonb_build_object('case', 'NOT_WHOLE'));
  END IF;
  IF NEW.state >= 'ACCEPTED' AND coalesce(NEW.document_no, '') = '' THEN
    PERFORM refuse('INPUT_WRONG', 'documentNo', jsonb_build_object('case', 'ACCEPTANCE_PAPER'));
  END IF;
  NEW.created_at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER report_follows_the_last BEFORE INSERT OR UPDATE OR DELETE ON project_reports
  FOR EACH ROW EXECUTE FUNCTION report_follows_the_last();

-- When a site was finished, by the clock the months are reported by; its own column, since a site has no other time of its own.
CREATE FUNCTION site_is_finished_once() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE p projects;
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- Sites are counted with their project, whatever the day: a reported month has as many as it had.
    IF project_is_reported(NEW.project_id) THEN
      SELECT * INTO p FROM projects WHERE id = NEW.project_id;
      PERFORM refuse('WRONG_STATE', 'siteId', jsonb_build_object('case', 'REPORTED', 'code', p.code, 'project', p.id));
    END IF;
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
CREATE TRIGGER site_is_finished_once BEFORE INSERT OR UPDATE OR DELETE ON project_sites FOR EACH ROW
  EXECUTE FUNCTION site_is_finished_once();
