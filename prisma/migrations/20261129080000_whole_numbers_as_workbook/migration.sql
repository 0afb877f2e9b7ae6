-- R82: a spreadsheet that opens text keeps fifteen digits of a bare number and turns the rest into 0, so whole numbers leave as a
-- workbook only. Files that went out before this law keep their record.
ALTER TABLE exports ADD CONSTRAINT whole_numbers_as_workbook CHECK (NOT is_full OR format = 'xlsx') NOT VALID;
