/**
 * Takes away every function, trigger and view of ours and every right of the portal's group, so that afterwards stands what the laws say
 * and nothing else. An extension's functions stay, those of another owner, and one that a column or a constraint rests on: its law says
 * CREATE OR REPLACE.
 */
export const clearLaws = `DO $$
DECLARE statement text;
BEGIN
  FOR statement IN
    SELECT format('DROP TRIGGER %I ON %s', t.tgname, t.tgrelid::regclass) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal AND pg_has_role(c.relowner, 'USAGE')
    ORDER BY c.relname, t.tgname
  LOOP
    EXECUTE statement;
  END LOOP;

  SELECT 'DROP VIEW ' || string_agg(c.oid::regclass::text, ', ') INTO statement FROM pg_class c
  WHERE c.relnamespace IN ('public'::regnamespace, 'checks'::regnamespace) AND c.relkind = 'v' AND pg_has_role(c.relowner, 'USAGE')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e');
  IF statement IS NOT NULL THEN EXECUTE statement; END IF;

  SELECT 'DROP ROUTINE ' || string_agg(p.oid::regprocedure::text, ', ') INTO statement FROM pg_proc p
  WHERE p.pronamespace IN ('public'::regnamespace, 'checks'::regnamespace) AND pg_has_role(p.proowner, 'USAGE')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    AND NOT EXISTS (SELECT FROM pg_depend d
      WHERE d.refclassid = 'pg_proc'::regclass AND d.refobjid = p.oid AND d.classid <> 'pg_proc'::regclass);
  IF statement IS NOT NULL THEN EXECUTE statement; END IF;

  FOR statement IN
    SELECT format('REVOKE ALL ON %s %s FROM portal_app, PUBLIC', CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.oid::regclass)
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'S') AND pg_has_role(c.relowner, 'USAGE')
    UNION ALL
    SELECT 'REVOKE ALL ON SCHEMA public, checks FROM portal_app, PUBLIC'
  LOOP
    EXECUTE statement;
  END LOOP;
END $$`;

/** Each function of ours is looked at by its language, as CREATE FUNCTION would have done. */
export const tryFunctions = `DO $$
DECLARE statement text;
BEGIN
  FOR statement IN
    SELECT format('SELECT %s(%s)', l.lanvalidator::regproc, p.oid) FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
    WHERE p.pronamespace IN ('public'::regnamespace, 'checks'::regnamespace) AND pg_has_role(p.proowner, 'USAGE')
      AND l.lanname IN ('sql', 'plpgsql')
  LOOP
    EXECUTE statement;
  END LOOP;
END $$`;
