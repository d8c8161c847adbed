#!/bin/sh
# Makes the installation's keys in a folder, where they are not there yet. Keep a copy where nobody works.
# For another key of receipts rename registry-ed25519.pem to registry-ed25519.before.pem first: see ../OPERATIONS.md.
#   ./make-keys.sh keys && kubectl -n parley create secret generic parley-keys --from-file=keys
set -eu
umask 077
folder=${1:?name a folder}
mkdir -p "$folder"
cd "$folder"
[ -e registry-ed25519.pem ] || openssl genpkey -algorithm ed25519 -out registry-ed25519.pem
[ -e cursor.key ] || head -c 32 /dev/urandom > cursor.key
[ -e derivation.key ] || head -c 32 /dev/urandom > derivation.key
printf 'The keys are in %s.\n' "$PWD"
