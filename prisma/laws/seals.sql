-- I30: one chain of blocks seals three logs: the audit, the access log and the marks.

-- Everything an entry says, in one spelling that no setting of a session changes.
CREATE FUNCTION audit_line(a audit_entries) RETURNS bytea LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT sha256(convert_to(jsonb_build_array(a.id, extract(epoch FROM a.at), a.xid::text, a.actor_id, a.actor_name, a.actor_role, a.verb,
    a.subject_type, a.subject_id, a.before, a.after, a.reason)::text, 'UTF8'))
$$;

-- How blocks of the first recipe were sealed; they stand as they are.
CREATE FUNCTION audit_hash(previous bytea, ids int8multirange) RETURNS bytea LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT sha256(previous || convert_to(coalesce(string_agg(encode(audit_line(a), 'hex'), '' ORDER BY a.id), ''), 'UTF8'))
  FROM audit_entries a WHERE a.id >= lower(ids) AND a.id < upper(ids) AND ids @> a.id
$$;

-- Everything a block says: what it is, when, how much, and each line of its log.
CREATE FUNCTION block_hash(b audit_blocks) RETURNS bytea LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
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
CREATE FUNCTION sealed_since(which text) RETURNS timestamptz LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
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
CREATE FUNCTION seal_audit() RETURNS SETOF audit_blocks LANGUAGE plpgsql SECURITY DEFINER
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
REVOKE EXECUTE ON FUNCTION seal_audit FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seal_audit TO portal_app;
