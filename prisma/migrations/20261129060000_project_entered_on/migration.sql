-- R76: the day a project was written down. As of an earlier day no page counts it, unless it has a record of that day already.
ALTER TABLE projects ADD COLUMN entered_on date NOT NULL DEFAULT (now() AT TIME ZONE 'Asia/Shanghai')::date;

-- What stands already gets the day that its own records tell; no entry is owed for it.
ALTER TABLE projects DISABLE TRIGGER USER;
UPDATE projects p SET entered_on = least((p.created_at AT TIME ZONE 'Asia/Shanghai')::date,
  (SELECT min(dated_on) FROM appropriations WHERE project_id = p.id AND state = 'APPROVED'));
ALTER TABLE projects ENABLE TRIGGER USER;
