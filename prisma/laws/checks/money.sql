-- The self-check of the money (invariants, section 8): a healthy database returns no row from any of these views.

CREATE VIEW checks.money_identity AS
  SELECT 'project' AS sum, p.code AS subject, s.ledger, s.kept, s.counted FROM projects p CROSS JOIN LATERAL (VALUES
    ('arranged', p.arranged, (SELECT coalesce(sum(amount), 0)::bigint FROM appropriations WHERE project_id = p.id AND state = 'APPROVED')),
    ('disbursed', p.disbursed, (SELECT coalesce(sum(amount), 0)::bigint FROM disbursements WHERE project_id = p.id AND state = 'APPROVED')),
    ('completed', p.completed, (SELECT coalesce(sum(amount), 0)::bigint FROM investment_progress
      WHERE project_id = p.id AND state = 'APPROVED'))
  ) AS s (ledger, kept, counted)
  WHERE s.kept <> s.counted OR (s.ledger = 'disbursed' AND s.kept > p.arranged) OR (s.ledger = 'completed' AND s.kept > p.total_investment)
  UNION ALL
  SELECT 'year', f.year::text, 'arranged', f.arranged, coalesce(sum(a.amount), 0)::bigint
  FROM aid_funds f LEFT JOIN appropriations a ON a.state = 'APPROVED' AND extract(year FROM a.dated_on) = f.year
  GROUP BY f.year HAVING f.arranged <> coalesce(sum(a.amount), 0) OR f.arranged > f.approved_total;

-- R67: more paid than arranged on some day.
CREATE VIEW checks.paid_before_arranged AS
  SELECT p.code, arranged_left(p.id, '2000-01-01') AS left FROM projects p
  WHERE p.disbursed <> 0 AND arranged_left(p.id, '2000-01-01') < 0;

-- A project whose value is not the one its last approved adjustment gave it, or with one dated before the adjustment it followed.
CREATE VIEW checks.adjustment_drift AS
  SELECT p.code, a.field FROM projects p CROSS JOIN LATERAL (VALUES
    ('due_on', p.due_on::text), ('is_construction', p.is_construction::text), ('target', p.target), ('site', p.site),
    ('total_investment', p.total_investment::text), ('content', p.content), ('standing', p.standing::text)) AS a (field, now)
  CROSS JOIN LATERAL (SELECT to_jsonb(j) ->> a.field AS approved FROM project_adjustments j
    WHERE j.project_id = p.id AND j.state = 'APPROVED' AND to_jsonb(j) ->> a.field IS NOT NULL
    ORDER BY j.decided_at DESC, j.seq DESC LIMIT 1) AS last
  WHERE last.approved IS DISTINCT FROM a.now
  UNION ALL SELECT p.code, 'dated_on' FROM projects p JOIN project_adjustments j ON j.project_id = p.id AND j.state = 'APPROVED'
  JOIN project_adjustments before ON before.project_id = p.id AND before.state = 'APPROVED'
    AND before.decided_at < j.decided_at AND before.dated_on > j.dated_on;

-- I40: what was written down or decided after its month, or a later one of its year, was reported.
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
    UNION ALL SELECT 'project', id, make_date(implement_year, 12, 31), created_at, 'APPROVED' FROM projects
    UNION ALL SELECT 'setting', c.id, c.valid_from, c.decided_at, c.state::text
      FROM setting_changes c JOIN setting_kinds k ON k.key = c.key AND k.domain = 'MONEY') AS r
  CROSS JOIN LATERAL (SELECT f.month FROM fund_months f
    WHERE f.month BETWEEN to_char(r.dated_on, 'YYYY-MM') AND to_char(r.dated_on, 'YYYY-12') AND f.state <> 'OPEN'
      AND (r.state = 'SUBMITTED' OR (r.state = 'APPROVED' AND r.settled_at > f.submitted_at))
    ORDER BY f.month LIMIT 1) AS m;

CREATE VIEW checks.reversal_wrong AS
  SELECT r.ledger, r.id FROM (
    SELECT 'appropriation' AS ledger, r.id, r.amount + o.amount AS rest, o.state, o.reversal_of_id, r.project_id = o.project_id AS same
      FROM appropriations r JOIN appropriations o ON o.id = r.reversal_of_id WHERE r.state <> 'REJECTED'
    UNION ALL SELECT 'disbursement', r.id, r.amount + o.amount, o.state, o.reversal_of_id, r.project_id = o.project_id
      FROM disbursements r JOIN disbursements o ON o.id = r.reversal_of_id WHERE r.state <> 'REJECTED'
    UNION ALL SELECT 'progress', r.id, r.amount + o.amount, o.state, o.reversal_of_id, r.project_id = o.project_id
      FROM investment_progress r JOIN investment_progress o ON o.id = r.reversal_of_id WHERE r.state <> 'REJECTED'
    UNION ALL SELECT 'outside', r.id, r.amount + o.amount, o.state, o.reversal_of_id, true
      FROM outside_records r JOIN outside_records o ON o.id = r.reversal_of_id WHERE r.state <> 'REJECTED') AS r
  WHERE r.rest <> 0 OR r.state <> 'APPROVED' OR r.reversal_of_id IS NOT NULL OR NOT r.same;

GRANT SELECT ON ALL TABLES IN SCHEMA checks TO portal_app;
