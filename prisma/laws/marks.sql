-- I30: a mark of each row that money, places and papers rest on, so that a row changed past the audit shows.

-- The columns a mark was made of: one that a later migration adds is in the next mark of the row. What drops or rewrites one marks anew.
CREATE FUNCTION mark_shape(relation_name text, row_columns text[]) RETURNS int LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE found_number int;
BEGIN
  SELECT number INTO found_number FROM audit_shapes WHERE relation = relation_name AND columns = row_columns;
  IF FOUND THEN RETURN found_number; END IF;
  INSERT INTO audit_shapes (relation, columns) VALUES (relation_name, row_columns) ON CONFLICT DO NOTHING;
  SELECT number INTO found_number FROM audit_shapes WHERE relation = relation_name AND columns = row_columns;
  RETURN found_number;
END $$;
REVOKE EXECUTE ON FUNCTION mark_shape FROM PUBLIC;

-- One line of digits for a row as it stands; without the columns that are sums of other rows, which have checks of their own.
CREATE FUNCTION mark_row(relation_name text, row_key text, content jsonb) RETURNS void LANGUAGE sql
  SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO audit_marks (relation, key, shape, digest) SELECT relation_name, row_key,
    mark_shape(relation_name, ARRAY(SELECT jsonb_object_keys(content) ORDER BY 1)), sha256(convert_to(content::text, 'UTF8'))
$$;
REVOKE EXECUTE ON FUNCTION mark_row FROM PUBLIC;

CREATE FUNCTION row_is_marked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  sums text[] := coalesce(TG_ARGV[1:TG_NARGS - 1], '{}');
  was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - sums END;
  stands jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - sums END;
  row_key text := array_to_string(ARRAY(SELECT coalesce(stands, was) ->> name FROM unnest(string_to_array(TG_ARGV[0], ' ')) AS name), ':');
BEGIN
  IF was IS NOT DISTINCT FROM stands THEN RETURN NULL; END IF;
  IF stands IS NULL THEN INSERT INTO audit_marks (relation, key) VALUES (TG_TABLE_NAME, row_key);
  ELSE PERFORM mark_row(TG_TABLE_NAME, row_key, stands); END IF;
  RETURN NULL;
END $$;

-- By its name the first of the triggers: what a later one changes in the same row is then marked later. A table that is added here and has
-- rows already gets their marks in a migration.
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('enrolments', 'id', ''), ('enrolment_approvals', 'enrolment_id need', ''),
    ('exam_results', 'enrolment_id attempt', ''), ('certificates', 'id', ''), ('parameters', 'key valid_from', ''),
    ('training_years', 'year', 'held planned cohort_count outside_count'), ('projects', 'id', 'arranged disbursed completed'),
    ('project_adjustments', 'id', ''), ('project_reports', 'id', ''), ('project_sites', 'id', ''), ('aid_funds', 'year', 'arranged'),
    ('fund_months', 'month', ''), ('aid_plans', 'id', ''), ('revenue_figures', 'id', ''), ('appropriations', 'id', ''),
    ('disbursements', 'id', ''), ('investment_progress', 'id', ''), ('outside_records', 'id', ''),
    ('attendances', 'lesson_id trainee_id', ''), ('arrivals', 'id', '')
  ) AS marked (name, key, sums) LOOP
    EXECUTE format('CREATE TRIGGER a_row_is_marked AFTER INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION row_is_marked(%s)', t.name,
      (SELECT string_agg(quote_literal(a), ', ') FROM unnest(t.key || string_to_array(t.sums, ' ')) AS a));
  END LOOP;
END $$;

-- The relations that are marked, with the columns of their key and those that are sums, as their triggers say.
CREATE FUNCTION marked_relations() RETURNS TABLE (relation text, key text, sums text[]) LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.relname::text, (SELECT format('concat_ws('':'', %s)', string_agg(format('r.%I', name), ', '))
    FROM unnest(string_to_array(args[1], ' ')) AS name), args[2:]
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid CROSS JOIN LATERAL string_to_array(encode(t.tgargs, 'escape'), '\000') AS args
  WHERE t.tgname = 'a_row_is_marked' AND c.relnamespace = 'public'::regnamespace
$$;

-- Marks what has no mark: rows older than the marks, or filled in past the triggers. For the owner, never for the portal.
CREATE FUNCTION mark_unmarked_rows() RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO' AS $$
DECLARE t record;
BEGIN
  FOR t IN SELECT * FROM marked_relations() LOOP
    EXECUTE format('SELECT mark_row(%1$L, %2$s, to_jsonb(r) - $1) FROM %1$I r
      WHERE NOT EXISTS (SELECT FROM audit_marks m WHERE m.relation = %1$L AND m.key = %2$s)', t.relation, t.key) USING t.sums;
  END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION mark_unmarked_rows FROM PUBLIC;

-- Each row against its last mark. A relation whose trigger was taken away is known by its marks.
CREATE FUNCTION rows_past_audit() RETURNS TABLE (relation text, key text, wrong text) LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO' AS $$
DECLARE t record;
BEGIN
  RETURN QUERY SELECT DISTINCT s.relation, NULL::text, 'its rows are no longer marked' FROM audit_shapes s
    WHERE s.relation NOT IN (SELECT m.relation FROM marked_relations() m);
  FOR t IN SELECT * FROM marked_relations() LOOP
    RETURN QUERY EXECUTE format($check$
      WITH last AS (SELECT DISTINCT ON (m.key) m.key, m.shape, m.digest FROM audit_marks m WHERE m.relation = %1$L
          ORDER BY m.key, m.id DESC),
        shapes AS (SELECT s.number, ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = %1$L::regclass AND attnum > 0
          AND NOT attisdropped AND attname <> ALL (s.columns)) AS later FROM audit_shapes s WHERE s.relation = %1$L),
        standing AS (SELECT %2$s AS key, to_jsonb(r) AS content FROM %1$I r)
      SELECT %1$L, coalesce(n.key, l.key), CASE WHEN l.key IS NULL THEN 'the row was never noted' WHEN n.key IS NULL THEN 'the row is gone'
        ELSE 'the row is not as it was noted' END
      FROM standing n FULL JOIN last l ON l.key = n.key LEFT JOIN shapes s ON s.number = l.shape
      WHERE (n.key IS NULL AND l.digest IS NOT NULL)
        OR (n.key IS NOT NULL AND (l.digest IS NULL OR l.digest <> sha256(convert_to((n.content - s.later)::text, 'UTF8'))))
    $check$, t.relation, t.key);
  END LOOP;
END $$;
