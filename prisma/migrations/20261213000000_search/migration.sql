-- U06: lessons are looked for by how their title begins.
CREATE INDEX "lessons_title_idx" ON "lessons"(lower("title"));

-- Document numbers are looked for by how they begin, or by their year and what follows; widths, spaces, brackets and dashes do not count.
DO $$
DECLARE
  ledger text;
  signs text := '[\s!-/:-@\[-_{-~\u2013\u2014\u3010\u3011\u3014\u3015]';
  paper text := format('regexp_replace(upper(normalize(document_no, NFKC)), %L, '''', ''g'')', signs);
BEGIN
  FOREACH ledger IN ARRAY ARRAY['aid_plans', 'revenue_figures', 'appropriations', 'disbursements', 'investment_progress',
    'outside_records'] LOOP
    EXECUTE format('CREATE INDEX %I ON %I ((%s))', ledger || '_paper_idx', ledger, paper);
    EXECUTE format('CREATE INDEX %I ON %I ((substring(%s from ''[0-9].*'')))', ledger || '_paper_from_year_idx', ledger, paper);
  END LOOP;
END $$;
