-- R59: a day of the working-day calendar names the paper it rests on, and the days that came with the portal agree with those papers.
ALTER TABLE calendar_days ADD COLUMN document_no text NOT NULL DEFAULT '',
  ADD CONSTRAINT calendar_day_paper_is_short CHECK (length(document_no) <= 60);

-- What somebody entered on screen stays as it was entered; for the rest no entry is owed.
ALTER TABLE calendar_days DISABLE TRIGGER USER;
UPDATE calendar_days SET document_no = CASE
  WHEN day < '2018-12-29' THEN '国办发明电〔2017〕12号'
  WHEN day BETWEEN '2019-04-28' AND '2019-05-05' THEN '国办发明电〔2019〕3号'
  WHEN day < '2020-01-01' THEN '国办发明电〔2018〕15号'
  WHEN day BETWEEN '2020-01-31' AND '2020-02-02' THEN '国办发明电〔2020〕1号'
  WHEN day < '2021-01-01' THEN '国办发明电〔2019〕16号'
  WHEN day < '2022-01-01' THEN '国办发明电〔2020〕27号'
  WHEN day < '2022-12-31' THEN '国办发明电〔2021〕11号'
  WHEN day < '2024-01-01' THEN '国办发明电〔2022〕16号'
  WHEN day < '2025-01-01' THEN '国办发明电〔2023〕7号'
  WHEN day < '2026-01-01' THEN '国办发明电〔2024〕12号'
  ELSE '国办发明电〔2025〕7号' END
WHERE day BETWEEN '2018-01-01' AND '2026-12-31'
  AND NOT EXISTS (SELECT FROM audit_entries WHERE subject_type = 'calendarDay' AND subject_id = calendar_days.day::text);

-- 国办发明电〔2018〕15号 joins three holidays to these weekends and makes no holiday of the weekends, like the notices of the other years.
DELETE FROM calendar_days WHERE document_no <> ''
  AND day IN ('2019-04-06', '2019-04-07', '2019-06-08', '2019-06-09', '2019-09-14', '2019-09-15');
-- Two holidays on one day.
UPDATE calendar_days SET name = '国庆节、中秋' WHERE document_no <> '' AND day = '2020-10-01';
ALTER TABLE calendar_days ENABLE TRIGGER USER;
