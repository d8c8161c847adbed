#!/bin/sh
# The image runs this when it makes the database. It makes a role for Parley that is no superuser, one for Keycloak, and
# a database for each.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" \
  -v owner="$(cat /run/secrets/owner-database-password)" -v keycloak="$(cat /run/secrets/keycloak-database-password)" <<'SQL'
CREATE ROLE parley LOGIN CREATEROLE PASSWORD :'owner';
CREATE DATABASE parley OWNER parley;
CREATE ROLE keycloak LOGIN PASSWORD :'keycloak';
CREATE DATABASE keycloak OWNER keycloak;
SQL
