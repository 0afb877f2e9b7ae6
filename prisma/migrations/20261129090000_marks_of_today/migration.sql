-- I30: what was approved of a project and of an enrolment is marked like the rows it moves.
CREATE TRIGGER a_row_is_marked AFTER INSERT OR UPDATE OR DELETE ON project_adjustments
  FOR EACH ROW EXECUTE FUNCTION row_is_marked('id');
CREATE TRIGGER a_row_is_marked AFTER INSERT OR UPDATE OR DELETE ON enrolment_approvals
  FOR EACH ROW EXECUTE FUNCTION row_is_marked('enrolment_id need');
SELECT mark_unmarked_rows();

-- The migrations before this one dropped a column of enrolments and filled in new ones with the triggers off: those rows are marked anew.
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT m.*, ARRAY(SELECT p.key FROM rows_past_audit() p WHERE p.relation = m.relation) AS past FROM marked_relations() m LOOP
    EXECUTE format('SELECT mark_row(%1$L, %2$s, to_jsonb(r) - $1) FROM %1$I r WHERE %2$s = ANY ($2)', t.relation, t.key)
      USING t.sums, t.past;
  END LOOP;
END $$;
