#!/bin/sh
# Makes the secrets that compose.yaml reads from ./secrets and that do not exist yet. An existing secret never changes.
# The folder is closed to others. The files in it are readable, because the containers' users are not yours.
set -eu
cd "$(dirname "$0")"
umask 022
mkdir -p secrets
chmod 700 secrets
cd secrets

random() { od -An -v -tx1 -N"${1:-24}" /dev/urandom | tr -d ' \n'; }
keep() { [ -e "$1" ] || printf '%s' "$2" > "$1"; }

for name in postgres-password owner-database-password keycloak-admin-password keycloak-database-password users-password grafana-admin-password s3-secret-key; do
  keep "$name" "$(random)"
done
keep s3-access-key "parley-$(random 4)"
keep s3-credentials "$(printf '[default]\naws_access_key_id = %s\naws_secret_access_key = %s\n' "$(cat s3-access-key)" "$(cat s3-secret-key)")"

# Identities are reached by TLS, from this machine and from the containers.
if ! [ -e identity-key ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj '/CN=identities of Parley on one machine' \
    -addext 'subjectAltName=DNS:localhost,DNS:keycloak' -keyout identity-key -out identity-certificate 2>/dev/null
  chmod 644 identity-key
fi

# First the role that owns the database and makes the others, then each service's own role.
keep admin-database-url "postgres://parley:$(cat owner-database-password)@postgres:5432/parley"
for context in intake evidence panelreview referral audit platform; do
  keep "$context-database-password" "$(random)"
  [ "$context" = platform ] || keep "$context-database-url" "postgres://parley_$context:$(cat "$context-database-password")@postgres:5432/parley"
done
# The broker and each service show a certificate of an authority whose own key is thrown away: no more are to be made.
if ! [ -e broker-authority ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj '/CN=broker of Parley on one machine' \
    -keyout authority-key -out broker-authority 2>/dev/null
  certify() {
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$1" -keyout "$2" -out request 2>/dev/null
    printf 'subjectAltName=DNS:%s,DNS:localhost,IP:127.0.0.1\n' "$1" > extensions
    openssl x509 -req -in request -CA broker-authority -CAkey authority-key -days 3650 -extfile extensions -out "$3" 2>/dev/null
    chmod 644 "$2"
  }
  certify kafka server-key server-certificate
  cat server-key server-certificate > broker-server
  for account in intake evidence panelreview referral audit migrations; do
    certify "$account" "$account-broker-key" "$account-broker-certificate"
  done
  rm -f authority-key server-key server-certificate request extensions broker-authority.srl
fi

# With its own key each service signs what it tells, and all know the public ones.
for context in intake evidence panelreview referral audit; do
  [ -e "$context-message-key" ] || openssl genpkey -algorithm ed25519 -out "$context-message-key"
  chmod 644 "$context-message-key"
done
[ -e message-public-keys ] || for context in intake evidence panelreview referral audit; do
  printf '%s %s\n' "$context" "$(openssl pkey -in "$context-message-key" -pubout -outform DER | openssl base64 -A)"
done > message-public-keys
printf 'The secrets are in %s.\n' "$PWD"
