-- I30: the audit is sealed in blocks, each with the hash of the one before, so that what is changed or taken away afterwards shows.
CREATE TABLE "audit_blocks" (
    "number" INTEGER NOT NULL,
    "ids" int8multirange NOT NULL,
    "entries" INTEGER NOT NULL,
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "audit_blocks_pkey" PRIMARY KEY ("number")
);

-- Everything an entry says, in one spelling that no setting of a session changes.
CREATE FUNCTION audit_line(a audit_entries) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(convert_to(jsonb_build_array(a.id, extract(epoch FROM a.at), a.xid::text, a.actor_id, a.actor_name, a.actor_role, a.verb,
    a.subject_type, a.subject_id, a.before, a.after, a.reason)::text, 'UTF8'))
$$;

CREATE FUNCTION audit_hash(previous bytea, ids int8multirange) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(previous || convert_to(coalesce(string_agg(encode(audit_line(a), 'hex'), '' ORDER BY a.id), ''), 'UTF8'))
  FROM audit_entries a WHERE a.id >= lower(ids) AND a.id < upper(ids) AND ids @> a.id
$$;

-- Ids are taken before the COMMIT, so an entry may appear behind one that is sealed already: what is final is told by the transaction
-- (below every transaction still running), what is sealed by the set of ids. After a restore the numbers of transactions begin anew:
-- there a day's age makes an entry final.
CREATE FUNCTION seal_audit() RETURNS SETOF audit_blocks LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  last audit_blocks;
  sealed int8multirange;
  block audit_blocks;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('seal_audit')) THEN RETURN; END IF;
  LOOP
    SELECT * INTO last FROM audit_blocks ORDER BY number DESC LIMIT 1;
    SELECT coalesce(range_agg(ids), '{}') INTO sealed FROM audit_blocks WHERE sealed_at > last.sealed_at - interval '2 days';
    SELECT range_agg(int8range(id, id, '[]')), count(*) INTO block.ids, block.entries FROM (
      SELECT id FROM audit_entries
      WHERE at > coalesce(last.sealed_at - interval '1 day', '-infinity') AND NOT sealed @> id
        AND (xid < pg_snapshot_xmin(pg_current_snapshot()) OR at < now() - interval '1 day')
      ORDER BY id LIMIT 10000) AS final;
    EXIT WHEN block.entries = 0;
    INSERT INTO audit_blocks (number, ids, entries, previous, hash) VALUES (coalesce(last.number, 0) + 1, block.ids, block.entries,
      coalesce(last.hash, '\x00'), audit_hash(coalesce(last.hash, '\x00'), block.ids)) RETURNING * INTO block;
    RETURN NEXT block;
    EXIT WHEN block.entries < 10000;
  END LOOP;
END $$;

CREATE VIEW checks.audit_chain_broken AS
  SELECT b.number, CASE
      WHEN p.number IS NULL AND b.number > 1 THEN 'the block before it is missing'
      WHEN b.previous <> coalesce(p.hash, '\x00') THEN 'it does not follow the block before it'
      ELSE 'its entries are not what was sealed' END AS wrong
  FROM audit_blocks b LEFT JOIN audit_blocks p ON p.number = b.number - 1
  WHERE (p.number IS NULL AND b.number > 1) OR b.previous <> coalesce(p.hash, '\x00') OR b.hash <> audit_hash(b.previous, b.ids)
  UNION ALL
  SELECT NULL, 'an entry of long ago stands in no block' FROM (
    SELECT id FROM audit_entries WHERE at < (SELECT max(sealed_at) FROM audit_blocks) - interval '1 day'
    EXCEPT SELECT a.id FROM audit_blocks b JOIN audit_entries a ON a.id >= lower(b.ids) AND a.id < upper(b.ids) AND b.ids @> a.id) AS stray;

GRANT SELECT ON audit_blocks TO portal_app;
REVOKE EXECUTE ON FUNCTION seal_audit FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seal_audit TO portal_app;
GRANT SELECT ON checks.audit_chain_broken TO portal_app;

-- The trigger functions that came since: nobody hangs them on a table of his own.
DO $$
DECLARE hung regprocedure;
BEGIN
  FOR hung IN SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', hung);
  END LOOP;
END $$;
