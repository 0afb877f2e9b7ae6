-- Code tables and the working-day calendar are edited on screen (U30, R59); a code that was used is never deleted, it ends.
CREATE FUNCTION code_is_noted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM audit_entries WHERE subject_id = NEW.kind || ':' || NEW.code AND xid = pg_current_xact_id()) THEN
    PERFORM refuse('AUDIT_MISSING', TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR UPDATE ON code_items DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION code_is_noted();
ALTER TABLE code_items
  ADD CONSTRAINT code_ends_after_it_begins CHECK (valid_to IS NULL OR valid_to >= valid_from),
  ADD CONSTRAINT code_has_words CHECK (length(zh) BETWEEN 1 AND 40 AND length(en) BETWEEN 1 AND 80);
GRANT INSERT (kind, code, zh, en, position, valid_from), UPDATE (zh, en, position, valid_to) ON code_items TO portal_app;

CREATE TYPE "CalendarDayKind" AS ENUM ('HOLIDAY', 'WORK');

-- A day that is not what its weekday says: a holiday, or a weekend that is worked to make up for one.
CREATE TABLE "calendar_days" (
    "day" DATE NOT NULL,
    "kind" "CalendarDayKind" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "calendar_days_pkey" PRIMARY KEY ("day")
);
ALTER TABLE calendar_days ADD CONSTRAINT calendar_day_has_name CHECK (length(name) BETWEEN 1 AND 40);

-- Source: chinese-days 1.5.7 (MIT), dist/chinese-days.json, after the yearly notices of the State Council on holidays, 2018 to 2026.
INSERT INTO calendar_days (day, kind, name) VALUES
  ('2018-01-01', 'HOLIDAY', '元旦'), ('2018-02-11', 'WORK', '春节'), ('2018-02-15', 'HOLIDAY', '春节'), ('2018-02-16', 'HOLIDAY', '春节'),
  ('2018-02-17', 'HOLIDAY', '春节'), ('2018-02-18', 'HOLIDAY', '春节'), ('2018-02-19', 'HOLIDAY', '春节'), ('2018-02-20', 'HOLIDAY', '春节'),
  ('2018-02-21', 'HOLIDAY', '春节'), ('2018-02-24', 'WORK', '春节'), ('2018-04-05', 'HOLIDAY', '清明'), ('2018-04-06', 'HOLIDAY', '清明'),
  ('2018-04-07', 'HOLIDAY', '清明'), ('2018-04-08', 'WORK', '清明'), ('2018-04-28', 'WORK', '劳动节'), ('2018-04-29', 'HOLIDAY', '劳动节'),
  ('2018-04-30', 'HOLIDAY', '劳动节'), ('2018-05-01', 'HOLIDAY', '劳动节'), ('2018-06-18', 'HOLIDAY', '端午'), ('2018-09-24', 'HOLIDAY', '中秋'),
  ('2018-09-29', 'WORK', '国庆节'), ('2018-09-30', 'WORK', '国庆节'), ('2018-10-01', 'HOLIDAY', '国庆节'), ('2018-10-02', 'HOLIDAY', '国庆节'),
  ('2018-10-03', 'HOLIDAY', '国庆节'), ('2018-10-04', 'HOLIDAY', '国庆节'), ('2018-10-05', 'HOLIDAY', '国庆节'), ('2018-10-06', 'HOLIDAY', '国庆节'),
  ('2018-10-07', 'HOLIDAY', '国庆节'), ('2018-12-29', 'WORK', '元旦'), ('2018-12-30', 'HOLIDAY', '元旦'), ('2018-12-31', 'HOLIDAY', '元旦'),
  ('2019-01-01', 'HOLIDAY', '元旦'), ('2019-02-02', 'WORK', '春节'), ('2019-02-03', 'WORK', '春节'), ('2019-02-04', 'HOLIDAY', '春节'),
  ('2019-02-05', 'HOLIDAY', '春节'), ('2019-02-06', 'HOLIDAY', '春节'), ('2019-02-07', 'HOLIDAY', '春节'), ('2019-02-08', 'HOLIDAY', '春节'),
  ('2019-02-09', 'HOLIDAY', '春节'), ('2019-02-10', 'HOLIDAY', '春节'), ('2019-04-05', 'HOLIDAY', '清明'), ('2019-04-06', 'HOLIDAY', '清明'),
  ('2019-04-07', 'HOLIDAY', '清明'), ('2019-04-28', 'WORK', '劳动节'), ('2019-05-01', 'HOLIDAY', '劳动节'), ('2019-05-02', 'HOLIDAY', '劳动节'),
  ('2019-05-03', 'HOLIDAY', '劳动节'), ('2019-05-04', 'HOLIDAY', '劳动节'), ('2019-05-05', 'WORK', '劳动节'), ('2019-06-07', 'HOLIDAY', '端午'),
  ('2019-06-08', 'HOLIDAY', '端午'), ('2019-06-09', 'HOLIDAY', '端午'), ('2019-09-13', 'HOLIDAY', '中秋'), ('2019-09-14', 'HOLIDAY', '中秋'),
  ('2019-09-15', 'HOLIDAY', '中秋'), ('2019-09-29', 'WORK', '国庆节'), ('2019-10-01', 'HOLIDAY', '国庆节'), ('2019-10-02', 'HOLIDAY', '国庆节'),
  ('2019-10-03', 'HOLIDAY', '国庆节'), ('2019-10-04', 'HOLIDAY', '国庆节'), ('2019-10-05', 'HOLIDAY', '国庆节'), ('2019-10-06', 'HOLIDAY', '国庆节'),
  ('2019-10-07', 'HOLIDAY', '国庆节'), ('2019-10-12', 'WORK', '国庆节'),
  ('2020-01-01', 'HOLIDAY', '元旦'), ('2020-01-19', 'WORK', '春节'), ('2020-01-24', 'HOLIDAY', '春节'), ('2020-01-25', 'HOLIDAY', '春节'),
  ('2020-01-26', 'HOLIDAY', '春节'), ('2020-01-27', 'HOLIDAY', '春节'), ('2020-01-28', 'HOLIDAY', '春节'), ('2020-01-29', 'HOLIDAY', '春节'),
  ('2020-01-30', 'HOLIDAY', '春节'), ('2020-01-31', 'HOLIDAY', '春节'), ('2020-02-01', 'HOLIDAY', '春节'), ('2020-02-02', 'HOLIDAY', '春节'),
  ('2020-04-04', 'HOLIDAY', '清明'), ('2020-04-05', 'HOLIDAY', '清明'), ('2020-04-06', 'HOLIDAY', '清明'), ('2020-04-26', 'WORK', '劳动节'),
  ('2020-05-01', 'HOLIDAY', '劳动节'), ('2020-05-02', 'HOLIDAY', '劳动节'), ('2020-05-03', 'HOLIDAY', '劳动节'), ('2020-05-04', 'HOLIDAY', '劳动节'),
  ('2020-05-05', 'HOLIDAY', '劳动节'), ('2020-05-09', 'WORK', '劳动节'), ('2020-06-25', 'HOLIDAY', '端午'), ('2020-06-26', 'HOLIDAY', '端午'),
  ('2020-06-27', 'HOLIDAY', '端午'), ('2020-06-28', 'WORK', '端午'), ('2020-09-27', 'WORK', '国庆节'), ('2020-10-01', 'HOLIDAY', '国庆节'),
  ('2020-10-02', 'HOLIDAY', '国庆节'), ('2020-10-03', 'HOLIDAY', '国庆节'), ('2020-10-04', 'HOLIDAY', '国庆节'), ('2020-10-05', 'HOLIDAY', '国庆节'),
  ('2020-10-06', 'HOLIDAY', '国庆节'), ('2020-10-07', 'HOLIDAY', '国庆节'), ('2020-10-08', 'HOLIDAY', '国庆节'), ('2020-10-10', 'WORK', '国庆节'),
  ('2021-01-01', 'HOLIDAY', '元旦'), ('2021-01-02', 'HOLIDAY', '元旦'), ('2021-01-03', 'HOLIDAY', '元旦'), ('2021-02-07', 'WORK', '春节'),
  ('2021-02-11', 'HOLIDAY', '春节'), ('2021-02-12', 'HOLIDAY', '春节'), ('2021-02-13', 'HOLIDAY', '春节'), ('2021-02-14', 'HOLIDAY', '春节'),
  ('2021-02-15', 'HOLIDAY', '春节'), ('2021-02-16', 'HOLIDAY', '春节'), ('2021-02-17', 'HOLIDAY', '春节'), ('2021-02-20', 'WORK', '春节'),
  ('2021-04-03', 'HOLIDAY', '清明'), ('2021-04-04', 'HOLIDAY', '清明'), ('2021-04-05', 'HOLIDAY', '清明'), ('2021-04-25', 'WORK', '劳动节'),
  ('2021-05-01', 'HOLIDAY', '劳动节'), ('2021-05-02', 'HOLIDAY', '劳动节'), ('2021-05-03', 'HOLIDAY', '劳动节'), ('2021-05-04', 'HOLIDAY', '劳动节'),
  ('2021-05-05', 'HOLIDAY', '劳动节'), ('2021-05-08', 'WORK', '劳动节'), ('2021-06-12', 'HOLIDAY', '端午'), ('2021-06-13', 'HOLIDAY', '端午'),
  ('2021-06-14', 'HOLIDAY', '端午'), ('2021-09-18', 'WORK', '中秋'), ('2021-09-19', 'HOLIDAY', '中秋'), ('2021-09-20', 'HOLIDAY', '中秋'),
  ('2021-09-21', 'HOLIDAY', '中秋'), ('2021-09-26', 'WORK', '国庆节'), ('2021-10-01', 'HOLIDAY', '国庆节'), ('2021-10-02', 'HOLIDAY', '国庆节'),
  ('2021-10-03', 'HOLIDAY', '国庆节'), ('2021-10-04', 'HOLIDAY', '国庆节'), ('2021-10-05', 'HOLIDAY', '国庆节'), ('2021-10-06', 'HOLIDAY', '国庆节'),
  ('2021-10-07', 'HOLIDAY', '国庆节'), ('2021-10-09', 'WORK', '国庆节'),
  ('2022-01-01', 'HOLIDAY', '元旦'), ('2022-01-02', 'HOLIDAY', '元旦'), ('2022-01-03', 'HOLIDAY', '元旦'), ('2022-01-29', 'WORK', '春节'),
  ('2022-01-30', 'WORK', '春节'), ('2022-01-31', 'HOLIDAY', '春节'), ('2022-02-01', 'HOLIDAY', '春节'), ('2022-02-02', 'HOLIDAY', '春节'),
  ('2022-02-03', 'HOLIDAY', '春节'), ('2022-02-04', 'HOLIDAY', '春节'), ('2022-02-05', 'HOLIDAY', '春节'), ('2022-02-06', 'HOLIDAY', '春节'),
  ('2022-04-02', 'WORK', '清明'), ('2022-04-03', 'HOLIDAY', '清明'), ('2022-04-04', 'HOLIDAY', '清明'), ('2022-04-05', 'HOLIDAY', '清明'),
  ('2022-04-24', 'WORK', '劳动节'), ('2022-04-30', 'HOLIDAY', '劳动节'), ('2022-05-01', 'HOLIDAY', '劳动节'), ('2022-05-02', 'HOLIDAY', '劳动节'),
  ('2022-05-03', 'HOLIDAY', '劳动节'), ('2022-05-04', 'HOLIDAY', '劳动节'), ('2022-05-07', 'WORK', '劳动节'), ('2022-06-03', 'HOLIDAY', '端午'),
  ('2022-06-04', 'HOLIDAY', '端午'), ('2022-06-05', 'HOLIDAY', '端午'), ('2022-09-10', 'HOLIDAY', '中秋'), ('2022-09-11', 'HOLIDAY', '中秋'),
  ('2022-09-12', 'HOLIDAY', '中秋'), ('2022-10-01', 'HOLIDAY', '国庆节'), ('2022-10-02', 'HOLIDAY', '国庆节'), ('2022-10-03', 'HOLIDAY', '国庆节'),
  ('2022-10-04', 'HOLIDAY', '国庆节'), ('2022-10-05', 'HOLIDAY', '国庆节'), ('2022-10-06', 'HOLIDAY', '国庆节'), ('2022-10-07', 'HOLIDAY', '国庆节'),
  ('2022-10-08', 'WORK', '国庆节'), ('2022-10-09', 'WORK', '国庆节'), ('2022-12-31', 'HOLIDAY', '元旦'),
  ('2023-01-01', 'HOLIDAY', '元旦'), ('2023-01-02', 'HOLIDAY', '元旦'), ('2023-01-21', 'HOLIDAY', '春节'), ('2023-01-22', 'HOLIDAY', '春节'),
  ('2023-01-23', 'HOLIDAY', '春节'), ('2023-01-24', 'HOLIDAY', '春节'), ('2023-01-25', 'HOLIDAY', '春节'), ('2023-01-26', 'HOLIDAY', '春节'),
  ('2023-01-27', 'HOLIDAY', '春节'), ('2023-01-28', 'WORK', '春节'), ('2023-01-29', 'WORK', '春节'), ('2023-04-05', 'HOLIDAY', '清明'),
  ('2023-04-23', 'WORK', '劳动节'), ('2023-04-29', 'HOLIDAY', '劳动节'), ('2023-04-30', 'HOLIDAY', '劳动节'), ('2023-05-01', 'HOLIDAY', '劳动节'),
  ('2023-05-02', 'HOLIDAY', '劳动节'), ('2023-05-03', 'HOLIDAY', '劳动节'), ('2023-05-06', 'WORK', '劳动节'), ('2023-06-22', 'HOLIDAY', '端午'),
  ('2023-06-23', 'HOLIDAY', '端午'), ('2023-06-24', 'HOLIDAY', '端午'), ('2023-06-25', 'WORK', '端午'), ('2023-09-29', 'HOLIDAY', '中秋'),
  ('2023-09-30', 'HOLIDAY', '国庆节'), ('2023-10-01', 'HOLIDAY', '国庆节'), ('2023-10-02', 'HOLIDAY', '国庆节'), ('2023-10-03', 'HOLIDAY', '国庆节'),
  ('2023-10-04', 'HOLIDAY', '国庆节'), ('2023-10-05', 'HOLIDAY', '国庆节'), ('2023-10-06', 'HOLIDAY', '国庆节'), ('2023-10-07', 'WORK', '国庆节'),
  ('2023-10-08', 'WORK', '国庆节'),
  ('2024-01-01', 'HOLIDAY', '元旦'), ('2024-02-04', 'WORK', '春节'), ('2024-02-10', 'HOLIDAY', '春节'), ('2024-02-11', 'HOLIDAY', '春节'),
  ('2024-02-12', 'HOLIDAY', '春节'), ('2024-02-13', 'HOLIDAY', '春节'), ('2024-02-14', 'HOLIDAY', '春节'), ('2024-02-15', 'HOLIDAY', '春节'),
  ('2024-02-16', 'HOLIDAY', '春节'), ('2024-02-17', 'HOLIDAY', '春节'), ('2024-02-18', 'WORK', '春节'), ('2024-04-04', 'HOLIDAY', '清明'),
  ('2024-04-05', 'HOLIDAY', '清明'), ('2024-04-06', 'HOLIDAY', '清明'), ('2024-04-07', 'WORK', '清明'), ('2024-04-28', 'WORK', '劳动节'),
  ('2024-05-01', 'HOLIDAY', '劳动节'), ('2024-05-02', 'HOLIDAY', '劳动节'), ('2024-05-03', 'HOLIDAY', '劳动节'), ('2024-05-04', 'HOLIDAY', '劳动节'),
  ('2024-05-05', 'HOLIDAY', '劳动节'), ('2024-05-11', 'WORK', '劳动节'), ('2024-06-10', 'HOLIDAY', '端午'), ('2024-09-14', 'WORK', '中秋'),
  ('2024-09-15', 'HOLIDAY', '中秋'), ('2024-09-16', 'HOLIDAY', '中秋'), ('2024-09-17', 'HOLIDAY', '中秋'), ('2024-09-29', 'WORK', '国庆节'),
  ('2024-10-01', 'HOLIDAY', '国庆节'), ('2024-10-02', 'HOLIDAY', '国庆节'), ('2024-10-03', 'HOLIDAY', '国庆节'), ('2024-10-04', 'HOLIDAY', '国庆节'),
  ('2024-10-05', 'HOLIDAY', '国庆节'), ('2024-10-06', 'HOLIDAY', '国庆节'), ('2024-10-07', 'HOLIDAY', '国庆节'), ('2024-10-12', 'WORK', '国庆节'),
  ('2025-01-01', 'HOLIDAY', '元旦'), ('2025-01-26', 'WORK', '春节'), ('2025-01-28', 'HOLIDAY', '春节'), ('2025-01-29', 'HOLIDAY', '春节'),
  ('2025-01-30', 'HOLIDAY', '春节'), ('2025-01-31', 'HOLIDAY', '春节'), ('2025-02-01', 'HOLIDAY', '春节'), ('2025-02-02', 'HOLIDAY', '春节'),
  ('2025-02-03', 'HOLIDAY', '春节'), ('2025-02-04', 'HOLIDAY', '春节'), ('2025-02-08', 'WORK', '春节'), ('2025-04-04', 'HOLIDAY', '清明'),
  ('2025-04-05', 'HOLIDAY', '清明'), ('2025-04-06', 'HOLIDAY', '清明'), ('2025-04-27', 'WORK', '劳动节'), ('2025-05-01', 'HOLIDAY', '劳动节'),
  ('2025-05-02', 'HOLIDAY', '劳动节'), ('2025-05-03', 'HOLIDAY', '劳动节'), ('2025-05-04', 'HOLIDAY', '劳动节'), ('2025-05-05', 'HOLIDAY', '劳动节'),
  ('2025-05-31', 'HOLIDAY', '端午'), ('2025-06-01', 'HOLIDAY', '端午'), ('2025-06-02', 'HOLIDAY', '端午'), ('2025-09-28', 'WORK', '国庆节'),
  ('2025-10-01', 'HOLIDAY', '国庆节'), ('2025-10-02', 'HOLIDAY', '国庆节'), ('2025-10-03', 'HOLIDAY', '国庆节'), ('2025-10-04', 'HOLIDAY', '国庆节'),
  ('2025-10-05', 'HOLIDAY', '国庆节'), ('2025-10-06', 'HOLIDAY', '中秋'), ('2025-10-07', 'HOLIDAY', '国庆节'), ('2025-10-08', 'HOLIDAY', '国庆节'),
  ('2025-10-11', 'WORK', '国庆节'),
  ('2026-01-01', 'HOLIDAY', '元旦'), ('2026-01-02', 'HOLIDAY', '元旦'), ('2026-01-03', 'HOLIDAY', '元旦'), ('2026-01-04', 'WORK', '元旦'),
  ('2026-02-14', 'WORK', '春节'), ('2026-02-15', 'HOLIDAY', '春节'), ('2026-02-16', 'HOLIDAY', '春节'), ('2026-02-17', 'HOLIDAY', '春节'),
  ('2026-02-18', 'HOLIDAY', '春节'), ('2026-02-19', 'HOLIDAY', '春节'), ('2026-02-20', 'HOLIDAY', '春节'), ('2026-02-21', 'HOLIDAY', '春节'),
  ('2026-02-22', 'HOLIDAY', '春节'), ('2026-02-23', 'HOLIDAY', '春节'), ('2026-02-28', 'WORK', '春节'), ('2026-04-04', 'HOLIDAY', '清明'),
  ('2026-04-05', 'HOLIDAY', '清明'), ('2026-04-06', 'HOLIDAY', '清明'), ('2026-05-01', 'HOLIDAY', '劳动节'), ('2026-05-02', 'HOLIDAY', '劳动节'),
  ('2026-05-03', 'HOLIDAY', '劳动节'), ('2026-05-04', 'HOLIDAY', '劳动节'), ('2026-05-05', 'HOLIDAY', '劳动节'), ('2026-05-09', 'WORK', '劳动节'),
  ('2026-06-19', 'HOLIDAY', '端午'), ('2026-06-20', 'HOLIDAY', '端午'), ('2026-06-21', 'HOLIDAY', '端午'), ('2026-09-20', 'WORK', '国庆节'),
  ('2026-09-25', 'HOLIDAY', '中秋'), ('2026-09-26', 'HOLIDAY', '中秋'), ('2026-09-27', 'HOLIDAY', '中秋'), ('2026-10-01', 'HOLIDAY', '国庆节'),
  ('2026-10-02', 'HOLIDAY', '国庆节'), ('2026-10-03', 'HOLIDAY', '国庆节'), ('2026-10-04', 'HOLIDAY', '国庆节'), ('2026-10-05', 'HOLIDAY', '国庆节'),
  ('2026-10-06', 'HOLIDAY', '国庆节'), ('2026-10-07', 'HOLIDAY', '国庆节'), ('2026-10-10', 'WORK', '国庆节');

CREATE CONSTRAINT TRIGGER change_is_noted AFTER INSERT OR DELETE OR UPDATE ON calendar_days DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION change_is_noted('day');
GRANT SELECT, INSERT, UPDATE (kind, name), DELETE ON calendar_days TO portal_app;
