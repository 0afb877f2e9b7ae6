-- R92: above so many looks at full numbers in a day an account stands before the security administrator.
INSERT INTO parameters (key, valid_from, value, reason) VALUES ('reveals_a_day', '1900-01-01', 30, '超过时提示安全管理员核对');
INSERT INTO setting_kinds (key, domain, unit, least, most, position) VALUES ('reveals_a_day', 'TRAINING', 'TIMES', 1, 1000, 30);
