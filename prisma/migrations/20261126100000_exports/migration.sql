-- Every file that leaves the portal (R93, R102): who took what, how much of it and how far it came. One with whole numbers is granted
-- first, for a purpose, and taken once within five minutes.
CREATE TYPE "ExportState" AS ENUM ('GRANTED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED');

CREATE TABLE "exports" (
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "format" TEXT NOT NULL,
    "is_full" BOOLEAN NOT NULL DEFAULT false,
    "purpose" TEXT,
    "purpose_text" TEXT,
    "state" "ExportState" NOT NULL DEFAULT 'RUNNING',
    "total" INTEGER,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "exports_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "exports_created_at_idx" ON "exports"("created_at");

ALTER TABLE exports
  ADD CONSTRAINT export_format CHECK (format IN ('xlsx', 'csv')),
  ADD CONSTRAINT full_export_has_a_purpose CHECK (is_full = (purpose IS NOT NULL)),
  ADD CONSTRAINT export_times CHECK ((started_at IS NULL) = (state = 'GRANTED') AND (ended_at IS NULL) = (state IN ('GRANTED', 'RUNNING')));

-- No whole numbers without a grant, none on one that is used or five minutes old; what has ended is a record.
CREATE FUNCTION export_goes_on() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.is_full <> (NEW.state = 'GRANTED')
    OR TG_OP = 'UPDATE' AND OLD.state = 'GRANTED' AND (NEW.state <> 'RUNNING' OR OLD.created_at < now() - interval '5 minutes')
    OR TG_OP = 'UPDATE' AND OLD.state NOT IN ('GRANTED', 'RUNNING') THEN
    PERFORM refuse('WRONG_STATE', 'state', jsonb_build_object('case', 'EXPORT_OVER'));
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION export_goes_on FROM PUBLIC;
CREATE TRIGGER export_goes_on BEFORE INSERT OR UPDATE ON exports FOR EACH ROW EXECUTE FUNCTION export_goes_on();

-- I29: none begins without its entry in the audit.
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT ON exports
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('id');

GRANT SELECT ON exports TO portal_app;
GRANT INSERT (id, actor_id, kind, filter, format, is_full, purpose, purpose_text, state, total, started_at) ON exports TO portal_app;
GRANT UPDATE (state, total, rows, started_at, ended_at) ON exports TO portal_app;
