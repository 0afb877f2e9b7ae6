-- I30: one chain seals three logs: the audit, the access log, and a mark of each row that money, places and papers rest on. A block's hash
-- holds its number, count and time as well; blocks of the first recipe stand as they were sealed.
ALTER TABLE audit_blocks ADD COLUMN "log" TEXT NOT NULL DEFAULT 'AUDIT', ADD COLUMN "recipe" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE audit_blocks ALTER COLUMN "recipe" SET DEFAULT 2;
ALTER TABLE audit_blocks ADD CONSTRAINT block_is_of_a_log CHECK (log IN ('AUDIT', 'ACCESS', 'MARK'));
CREATE INDEX "access_entries_at_idx" ON "access_entries"("at");

CREATE TABLE "audit_shapes" (
    "number" SERIAL NOT NULL,
    "relation" TEXT NOT NULL,
    "columns" TEXT[],

    CONSTRAINT "audit_shapes_pkey" PRIMARY KEY ("number")
);
CREATE UNIQUE INDEX "one_shape_per_columns" ON "audit_shapes"("relation", "columns");

CREATE TABLE "audit_marks" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "relation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "shape" INTEGER,
    "digest" BYTEA,

    CONSTRAINT "audit_marks_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "audit_marks_at_idx" ON "audit_marks"("at");
CREATE INDEX "audit_marks_relation_key_id_idx" ON "audit_marks"("relation", "key", "id");
ALTER TABLE "audit_marks" ADD CONSTRAINT "audit_marks_shape_fkey" FOREIGN KEY ("shape") REFERENCES "audit_shapes"("number")
  ON DELETE RESTRICT ON UPDATE CASCADE;
GRANT SELECT ON audit_marks, audit_shapes TO portal_app;

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

-- One line of digits for a row as it stands; without the columns that are sums of other rows, which have checks of their own.
CREATE FUNCTION mark_row(relation_name text, row_key text, content jsonb) RETURNS void LANGUAGE sql
  SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO audit_marks (relation, key, shape, digest) SELECT relation_name, row_key,
    mark_shape(relation_name, ARRAY(SELECT jsonb_object_keys(content) ORDER BY 1)), sha256(convert_to(content::text, 'UTF8'))
$$;

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

-- By its name the first of the triggers: what a later one changes in the same row is then marked later.
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('enrolments', 'id', ''), ('exam_results', 'enrolment_id attempt', ''), ('certificates', 'id', ''),
    ('parameters', 'key valid_from', ''), ('training_years', 'year', 'held planned cohort_count outside_count'),
    ('projects', 'id', 'arranged disbursed completed'), ('project_reports', 'id', ''), ('project_sites', 'id', ''),
    ('aid_funds', 'year', 'arranged'), ('fund_months', 'month', ''), ('aid_plans', 'id', ''), ('revenue_figures', 'id', ''),
    ('appropriations', 'id', ''), ('disbursements', 'id', ''), ('investment_progress', 'id', ''), ('outside_records', 'id', '')
  ) AS marked (name, key, sums) LOOP
    EXECUTE format('CREATE TRIGGER a_row_is_marked AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION row_is_marked(%s)',
      t.name, (SELECT string_agg(quote_literal(a), ', ') FROM unnest(t.key || string_to_array(t.sums, ' ')) AS a));
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

SELECT mark_unmarked_rows();

CREATE VIEW checks.row_past_audit AS SELECT relation, key, wrong FROM rows_past_audit();

-- An entry bears the moment of its own transaction, so that none is slipped in between older ones.
CREATE FUNCTION entry_is_of_now() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.at <> transaction_timestamp()::timestamptz(3) THEN PERFORM refuse('WRONG_STATE', 'at'); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER entry_is_of_now BEFORE INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION entry_is_of_now();
CREATE TRIGGER entry_is_of_now BEFORE INSERT ON access_entries FOR EACH ROW EXECUTE FUNCTION entry_is_of_now();
CREATE TRIGGER entry_is_of_now BEFORE INSERT ON audit_marks FOR EACH ROW EXECUTE FUNCTION entry_is_of_now();
REVOKE EXECUTE ON FUNCTION entry_is_of_now, row_is_marked, mark_row, mark_shape, mark_unmarked_rows FROM PUBLIC;

-- Everything a block says: what it is, when, how much, and each line of its log.
CREATE FUNCTION block_hash(b audit_blocks) RETURNS bytea LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE b.recipe WHEN 1 THEN audit_hash(b.previous, b.ids) ELSE sha256(b.previous || convert_to(
    jsonb_build_array(b.number, b.log, b.recipe, b.entries, b.ids::text, extract(epoch FROM b.sealed_at))::text || coalesce(CASE b.log
      WHEN 'AUDIT' THEN (SELECT string_agg(encode(audit_line(a), 'hex'), '' ORDER BY a.id) FROM audit_entries a
        WHERE a.id >= lower(b.ids) AND a.id < upper(b.ids) AND b.ids @> a.id)
      WHEN 'ACCESS' THEN (SELECT string_agg(jsonb_build_array(a.id, extract(epoch FROM a.at), a.account_id, a.verb, a.subject_type,
          a.subject_id, a.field, a.reason, a.rows, a.address)::text, '' ORDER BY a.id) FROM access_entries a
        WHERE a.id >= lower(b.ids) AND a.id < upper(b.ids) AND b.ids @> a.id)
      ELSE (SELECT string_agg(
          jsonb_build_array(m.id, extract(epoch FROM m.at), m.relation, m.key, m.shape, encode(m.digest, 'hex'))::text, ''
          ORDER BY m.id) FROM audit_marks m WHERE m.id >= lower(b.ids) AND m.id < upper(b.ids) AND b.ids @> m.id)
      END, ''), 'UTF8')) END
$$;

-- Since when a log may have lines in no block: the last time all of it was sealed, and before that as long as a transaction may last (ten
-- minutes, which no connection of the portal comes near). What is older and in no block was slipped in, and is never sealed.
CREATE FUNCTION sealed_since(which text) RETURNS timestamptz LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(max(sealed_at) - interval '10 minutes', '-infinity') FROM audit_blocks WHERE log = which AND entries < 10000
$$;

-- What is committed is final, and what is sealed is told by the set of ids: a line whose transaction ends later gets into a later block.
CREATE FUNCTION seal_block(which text, since timestamptz) RETURNS audit_blocks LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  last audit_blocks;
  block audit_blocks;
  sealed int8multirange;
  lines regclass := CASE which WHEN 'AUDIT' THEN 'audit_entries' WHEN 'ACCESS' THEN 'access_entries' ELSE 'audit_marks' END;
BEGIN
  SELECT * INTO last FROM audit_blocks ORDER BY number DESC LIMIT 1;
  SELECT coalesce(range_agg(ids), '{}') INTO sealed FROM audit_blocks WHERE log = which AND sealed_at > since;
  EXECUTE format('SELECT range_agg(int8range(id, id, ''[]'')), count(*) FROM (
    SELECT id FROM %s WHERE at > $1 AND NOT $2 @> id ORDER BY id LIMIT 10000) AS final', lines)
  INTO block.ids, block.entries USING since, sealed;
  IF block.entries = 0 THEN RETURN NULL; END IF;
  block.number := coalesce(last.number, 0) + 1;
  block.previous := coalesce(last.hash, '\x00');
  block.sealed_at := date_trunc('milliseconds', clock_timestamp());
  block.log := which;
  block.recipe := 2;
  block.hash := block_hash(block);
  INSERT INTO audit_blocks VALUES (block.*);
  RETURN block;
END $$;
REVOKE EXECUTE ON FUNCTION seal_block FROM PUBLIC;

-- At most ten blocks of each log at once, so that a long log is sealed within the time a statement of the portal has.
CREATE OR REPLACE FUNCTION seal_audit() RETURNS SETOF audit_blocks LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  which text;
  since timestamptz;
  block audit_blocks;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('seal_audit')) THEN RETURN; END IF;
  FOREACH which IN ARRAY ARRAY['AUDIT', 'ACCESS', 'MARK'] LOOP
    since := sealed_since(which);
    FOR n IN 1..10 LOOP
      block := seal_block(which, since);
      EXIT WHEN block.number IS NULL;
      RETURN NEXT block;
      EXIT WHEN block.entries < 10000;
    END LOOP;
  END LOOP;
END $$;

CREATE OR REPLACE VIEW checks.audit_chain_broken AS
  SELECT b.number, CASE
      WHEN p.number IS NULL AND b.number > 1 THEN 'the block before it is missing'
      WHEN b.previous <> coalesce(p.hash, '\x00') THEN 'it does not follow the block before it'
      WHEN b.sealed_at < p.sealed_at OR b.sealed_at > now() + interval '1 minute' THEN 'its time does not follow the block before it'
      WHEN b.recipe < p.recipe THEN 'it is sealed in an older way than the block before it'
      WHEN b.entries <> (SELECT sum(upper(r) - lower(r)) FROM unnest(b.ids) AS r) THEN 'its count is not that of its entries'
      ELSE 'its entries are not what was sealed' END AS wrong
  FROM audit_blocks b LEFT JOIN audit_blocks p ON p.number = b.number - 1
  WHERE (p.number IS NULL AND b.number > 1) OR b.previous <> coalesce(p.hash, '\x00') OR b.sealed_at < p.sealed_at
    OR b.sealed_at > now() + interval '1 minute' OR b.recipe < p.recipe
    OR b.entries <> (SELECT sum(upper(r) - lower(r)) FROM unnest(b.ids) AS r) OR b.hash <> block_hash(b)
  UNION ALL
  SELECT NULL, 'an entry of long ago stands in no block' FROM (
    SELECT id FROM audit_entries WHERE at <= sealed_since('AUDIT')
    EXCEPT SELECT a.id FROM audit_blocks b JOIN audit_entries a ON a.id >= lower(b.ids) AND a.id < upper(b.ids) AND b.ids @> a.id
    WHERE b.log = 'AUDIT') AS stray
  UNION ALL
  SELECT NULL, 'a line of the access log of long ago stands in no block' FROM (
    SELECT id FROM access_entries WHERE at <= sealed_since('ACCESS')
    EXCEPT SELECT a.id FROM audit_blocks b JOIN access_entries a ON a.id >= lower(b.ids) AND a.id < upper(b.ids) AND b.ids @> a.id
    WHERE b.log = 'ACCESS') AS stray
  UNION ALL
  SELECT NULL, 'a mark of long ago stands in no block' FROM (
    SELECT id FROM audit_marks WHERE at <= sealed_since('MARK')
    EXCEPT SELECT a.id FROM audit_blocks b JOIN audit_marks a ON a.id >= lower(b.ids) AND a.id < upper(b.ids) AND b.ids @> a.id
    WHERE b.log = 'MARK') AS stray;
GRANT SELECT ON checks.row_past_audit TO portal_app;
