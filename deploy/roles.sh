#!/bin/sh
# Runs once, when the database is made: the portal's own login, in the group the migrations give their rights to.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set password="$PORTAL_DB_PASSWORD" <<'SQL'
CREATE ROLE portal_app NOLOGIN;
CREATE ROLE portal_login LOGIN PASSWORD :'password';
GRANT portal_app TO portal_login;
SQL
