-- A new language is a new folder of words: an account may have any, by its tag; one whose folder is gone reads the default one.
ALTER TABLE accounts
  DROP CONSTRAINT account_is_readable,
  ADD CONSTRAINT account_is_readable CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' AND theme IN ('system', 'light', 'dark')
    AND density IN ('normal', 'compact') AND size IN ('normal', 'large', 'largest')) NOT VALID;
