#!/bin/sh
# Runs once, when the database is made: the tables' owner, who is no superuser, and the portal's own login, in the group the migrations
# give their rights to. CREATEROLE is asked by the migration that names the group, CREATEDB by the trial of a backup.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set owner_password="$PORTAL_OWNER_PASSWORD" --set password="$PORTAL_DB_PASSWORD" <<'SQL'
CREATE ROLE portal_app NOLOGIN;
CREATE ROLE portal_owner LOGIN CREATEROLE CREATEDB PASSWORD :'owner_password';
CREATE ROLE portal_login LOGIN PASSWORD :'password';
GRANT portal_app TO portal_login;
SELECT format('ALTER DATABASE %I OWNER TO portal_owner', current_database()) \gexec
SELECT format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()) \gexec
SQL
