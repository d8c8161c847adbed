#!/bin/sh
# Makes the installation's keys in a folder, where they are not there yet. Keep a copy where nobody works.
# For another key of receipts or of webhooks rename <name>.pem to <name>.before.pem first: see ../OPERATIONS.md.
#   ./make-keys.sh keys && kubectl -n parley create secret generic parley-keys --from-file=keys
set -eu
umask 077
folder=${1:?name a folder}
mkdir -p "$folder"
cd "$folder"
[ -e registry-ed25519.pem ] || openssl genpkey -algorithm ed25519 -out registry-ed25519.pem
[ -e webhooks-ed25519.pem ] || openssl genpkey -algorithm ed25519 -out webhooks-ed25519.pem
[ -e cursor.key ] || head -c 32 /dev/urandom > cursor.key

# A folder with derivation.key is of an installation in which all services had that one. It goes on with what follows from
# it, and the file itself is given to no service any more.
secret() {
  if [ -e derivation.key ]; then cat derivation.key; else head -c 32 /dev/urandom; fi
}
of_the_log() {
  if ! [ -e derivation.key ]; then head -c 32 /dev/urandom; return; fi
  openssl kdf -binary -keylen 32 -kdfopt digest:SHA256 -kdfopt "hexkey:$(od -An -v -tx1 derivation.key | tr -d ' \n')" \
    -kdfopt "info:parley audit log $1" HKDF
}
for name in alerts redactions draws webhooks; do
  [ -e "$name.key" ] || secret > "$name.key"
done
if ! [ -e log.key ]; then
  for part in salts key 'time key'; do of_the_log "$part"; done > log.key.part
  mv log.key.part log.key
fi
printf 'The keys are in %s.\n' "$PWD"
