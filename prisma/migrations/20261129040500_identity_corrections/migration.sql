-- R5: a wrong ID number, and with it birth date and sex, is corrected by two people: proposed by staff, approved by the director.
-- The number is sealed for the trainee's place, so that it is copied as it is. The login has no right to write these columns itself.
CREATE TABLE "identity_corrections" (
    "id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "id_number_sealed" TEXT NOT NULL,
    "id_number_hash" TEXT NOT NULL,
    "sex" "Sex" NOT NULL,
    "birth_date" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_on" DATE NOT NULL,
    "decided_by_id" UUID,
    "approved" BOOLEAN,
    "decision" TEXT,
    "decided_at" TIMESTAMPTZ(6),

    CONSTRAINT "identity_corrections_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "identity_corrections_trainee_id_idx" ON "identity_corrections"("trainee_id");
ALTER TABLE "identity_corrections" ADD CONSTRAINT "identity_corrections_trainee_id_fkey"
  FOREIGN KEY ("trainee_id") REFERENCES "trainees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE identity_corrections ADD CONSTRAINT proposer_does_not_correct CHECK (decided_by_id <> proposed_by_id);
CREATE UNIQUE INDEX one_open_correction ON identity_corrections (trainee_id) WHERE approved IS NULL;

CREATE FUNCTION identity_correction_is_signed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE decision text[] := ARRAY['approved', 'decided_by_id', 'decided_at', 'decision'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT signs_as(NEW.proposed_by_id, 'BASE_STAFF', 'BASE_DIRECTOR') OR NEW.proposed_on > base_day() OR NEW.birth_date > base_day()
      OR num_nonnulls(NEW.approved, NEW.decided_by_id, NEW.decided_at, NEW.decision) > 0
    THEN PERFORM refuse_signature('requestId'); END IF;
    RETURN NEW;
  END IF;
  IF OLD.approved IS NOT NULL OR NEW.approved IS NULL THEN PERFORM refuse('WRONG_STATE', 'requestId'); END IF;
  IF NEW.decided_by_id = OLD.proposed_by_id THEN PERFORM refuse('SAME_PERSON', 'state'); END IF;
  IF to_jsonb(NEW) - decision <> to_jsonb(OLD) - decision OR NOT signs_as(NEW.decided_by_id, 'BASE_DIRECTOR') THEN
    PERFORM refuse_signature('requestId');
  END IF;
  NEW.decided_at := transaction_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER identity_correction_is_signed BEFORE INSERT OR UPDATE ON identity_corrections
  FOR EACH ROW EXECUTE FUNCTION identity_correction_is_signed();

-- I18: the number is still one person's only; the constraint of the register speaks when it is not.
CREATE FUNCTION identity_is_corrected() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE trainees SET id_number_sealed = NEW.id_number_sealed, id_number_hash = NEW.id_number_hash, sex = NEW.sex,
    birth_date = NEW.birth_date, version = version + 1
  WHERE id = NEW.trainee_id;
  RETURN NULL;
END $$;
CREATE TRIGGER identity_is_corrected AFTER UPDATE OF approved ON identity_corrections
  FOR EACH ROW WHEN (NEW.approved) EXECUTE FUNCTION identity_is_corrected();
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON identity_corrections
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('trainee_id');

REVOKE EXECUTE ON FUNCTION identity_correction_is_signed, identity_is_corrected FROM PUBLIC;
GRANT SELECT, INSERT ON identity_corrections TO portal_app;
GRANT UPDATE (approved, decided_by_id, decision) ON identity_corrections TO portal_app;
