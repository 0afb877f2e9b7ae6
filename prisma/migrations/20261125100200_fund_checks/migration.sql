-- The self-check of the money (invariants, section 8): a healthy database returns no row from any of these views.
CREATE VIEW checks.money_identity AS
  SELECT 'project' AS sum, p.code AS subject, s.ledger, s.kept, s.counted FROM projects p CROSS JOIN LATERAL (VALUES
    ('arranged', p.arranged, (SELECT coalesce(sum(amount), 0)::bigint FROM appropriations WHERE project_id = p.id AND state = 'APPROVED')),
    ('disbursed', p.disbursed, (SELECT coalesce(sum(amount), 0)::bigint FROM disbursements WHERE project_id = p.id AND state = 'APPROVED')),
    ('completed', p.completed, (SELECT coalesce(sum(amount), 0)::bigint FROM investment_progress WHERE project_id = p.id AND state = 'APPROVED'))
  ) AS s (ledger, kept, counted)
  WHERE s.kept <> s.counted OR (s.ledger = 'disbursed' AND s.kept > p.arranged) OR (s.ledger = 'completed' AND s.kept > p.total_investment)
  UNION ALL
  SELECT 'year', f.year::text, 'arranged', f.arranged, coalesce(sum(a.amount), 0)::bigint
  FROM aid_funds f LEFT JOIN appropriations a ON a.state = 'APPROVED' AND extract(year FROM a.dated_on) = f.year
  GROUP BY f.year HAVING f.arranged <> coalesce(sum(a.amount), 0) OR f.arranged > f.approved_total;

CREATE VIEW checks.closed_month_row AS
  SELECT r.ledger, r.id, m.month FROM (
    SELECT 'appropriation' AS ledger, id, dated_on, coalesce(decided_at, created_at) AS settled_at, state FROM appropriations
    UNION ALL SELECT 'disbursement', id, dated_on, coalesce(decided_at, created_at), state FROM disbursements
    UNION ALL SELECT 'progress', id, dated_on, coalesce(decided_at, created_at), state FROM investment_progress
    UNION ALL SELECT 'outside', id, dated_on, coalesce(decided_at, created_at), state FROM outside_records) AS r
  JOIN fund_months m ON m.month = to_char(r.dated_on, 'YYYY-MM') AND m.state <> 'OPEN'
  WHERE r.state = 'SUBMITTED' OR (r.state = 'APPROVED' AND r.settled_at > m.submitted_at);

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

CREATE VIEW checks.money_approver_is_creator AS
  SELECT 'plan' AS subject, id FROM aid_plans WHERE decided_by_id = created_by_id
  UNION ALL SELECT 'revenue', id FROM revenue_figures WHERE decided_by_id = created_by_id
  UNION ALL SELECT 'appropriation', id FROM appropriations WHERE decided_by_id = created_by_id
  UNION ALL SELECT 'disbursement', id FROM disbursements WHERE decided_by_id = created_by_id
  UNION ALL SELECT 'progress', id FROM investment_progress WHERE decided_by_id = created_by_id
  UNION ALL SELECT 'outside', id FROM outside_records WHERE decided_by_id = created_by_id;

CREATE VIEW checks.money_audit_missing AS
  SELECT s.subject, s.id FROM (
    SELECT 'project' AS subject, id FROM projects UNION ALL SELECT 'plan', id FROM aid_plans UNION ALL SELECT 'revenue', id FROM revenue_figures
    UNION ALL SELECT 'appropriation', id FROM appropriations UNION ALL SELECT 'disbursement', id FROM disbursements
    UNION ALL SELECT 'progress', id FROM investment_progress UNION ALL SELECT 'outside', id FROM outside_records) AS s
  WHERE NOT EXISTS (SELECT FROM audit_entries a WHERE a.subject_id = s.id::text);

GRANT SELECT ON ALL TABLES IN SCHEMA checks TO portal_app;
