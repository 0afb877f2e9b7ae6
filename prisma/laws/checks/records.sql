-- The self-check of signatures, audit and seals: a healthy database returns no row from any of these views.

-- I16: nobody approves what the same person created, submitted or asked for.
CREATE VIEW checks.creator_is_approver AS
  SELECT 'cohort' AS subject, id FROM cohorts
  WHERE approved_by_id IN (created_by_id, submitted_by_id) OR closed_by_id = closing_proposed_by_id
  UNION ALL
  SELECT 'enrolment', id FROM enrolments
  WHERE transfer_approved_by_id IN (created_by_id, transfer_requested_by_id)
    OR (transfer_approved_by_id IS NOT NULL AND transfer_requested_by_id IS NULL)
  UNION ALL
  SELECT 'enrolment', e.id FROM enrolments e JOIN enrolment_approvals a ON a.enrolment_id = e.id AND a.approved_by_id = e.created_by_id;

CREATE VIEW checks.certificate_unsigned AS
  SELECT x.number, 'issued' AS signature FROM certificates x LEFT JOIN certificate_requests r ON r.id = x.request_id
  WHERE coalesce(r.kind <> 'ISSUE' OR NOT r.approved OR r.cohort_id <> x.cohort_id OR r.decided_by_id <> x.issued_by_id
    OR r.decided_by_id = r.proposed_by_id OR x.issued_on < r.proposed_on, true)
    OR NOT EXISTS (SELECT FROM accounts WHERE id = x.issued_by_id)
  UNION ALL
  SELECT x.number, 'voided' FROM certificates x LEFT JOIN certificate_requests r ON r.id = x.void_request_id
  WHERE x.voided_on IS NOT NULL AND (coalesce(r.kind <> 'VOID' OR NOT r.approved OR r.certificate_id <> x.id
    OR r.decided_by_id <> x.voided_by_id OR r.decided_by_id = r.proposed_by_id OR x.voided_on < r.proposed_on, true)
    OR NOT EXISTS (SELECT FROM accounts WHERE id = x.voided_by_id));

CREATE VIEW checks.money_approver_is_creator AS
  SELECT 'plan' AS subject, id FROM aid_plans WHERE decided_by_id = created_by_id
  UNION ALL SELECT 'revenue', id FROM revenue_figures WHERE decided_by_id = created_by_id
  UNION ALL SELECT 'appropriation', id FROM appropriations WHERE decided_by_id = created_by_id
  UNION ALL SELECT 'disbursement', id FROM disbursements WHERE decided_by_id = created_by_id
  UNION ALL SELECT 'progress', id FROM investment_progress WHERE decided_by_id = created_by_id
  UNION ALL SELECT 'outside', id FROM outside_records WHERE decided_by_id = created_by_id
  UNION ALL SELECT 'adjustment', id FROM project_adjustments WHERE decided_by_id = created_by_id;

CREATE VIEW checks.setting_unsigned AS
  SELECT c.key, c.id FROM setting_changes c JOIN setting_kinds k ON k.key = c.key
  WHERE (c.state = 'APPROVED' AND CASE k.domain WHEN 'TRAINING' THEN c.director_id IS NULL OR c.reviewer_id IS NULL
      WHEN 'MONEY' THEN c.leader_id IS NULL ELSE c.reviewer_id IS NULL END)
    OR c.created_by_id IN (c.director_id, c.reviewer_id, c.leader_id) OR c.director_id = c.reviewer_id;

-- R101: one role an account by construction; one person with two accounts would still break the separation.
CREATE VIEW checks.admin_roles_mixed AS
  SELECT name, count(DISTINCT role) AS roles FROM accounts
  WHERE role IN ('SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR') AND disabled_at IS NULL GROUP BY name HAVING count(DISTINCT role) > 1;

CREATE VIEW checks.audit_missing AS
  SELECT 'trainee' AS subject, id::text FROM trainees t WHERE NOT EXISTS (SELECT FROM audit_entries a WHERE a.subject_id = t.id::text)
  UNION ALL SELECT 'cohort', id::text FROM cohorts c WHERE NOT EXISTS (SELECT FROM audit_entries a WHERE a.subject_id = c.id::text)
  UNION ALL SELECT 'enrolment', id::text FROM enrolments e WHERE NOT EXISTS (SELECT FROM audit_entries a WHERE a.subject_id = e.id::text)
  UNION ALL SELECT 'lesson', id::text FROM lessons l WHERE NOT EXISTS (SELECT FROM audit_entries a WHERE a.subject_id = l.id::text)
  UNION ALL SELECT 'account', id::text FROM accounts x WHERE NOT EXISTS (SELECT FROM audit_entries a WHERE a.subject_id = x.id::text);

CREATE VIEW checks.money_audit_missing AS
  SELECT s.subject, s.id FROM (
    SELECT 'project' AS subject, id FROM projects UNION ALL SELECT 'plan', id FROM aid_plans
    UNION ALL SELECT 'revenue', id FROM revenue_figures
    UNION ALL SELECT 'appropriation', id FROM appropriations UNION ALL SELECT 'disbursement', id FROM disbursements
    UNION ALL SELECT 'progress', id FROM investment_progress UNION ALL SELECT 'outside', id FROM outside_records) AS s
  WHERE NOT EXISTS (SELECT FROM audit_entries a WHERE a.subject_id = s.id::text);

CREATE VIEW checks.audit_chain_broken AS
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

CREATE VIEW checks.row_past_audit AS SELECT relation, key, wrong FROM rows_past_audit();

GRANT SELECT ON ALL TABLES IN SCHEMA checks TO portal_app;
