#!/bin/sh
# Makes the installation's keys in a folder, where they are not there yet. Keep a copy where nobody works.
# For another key of receipts or of webhooks rename <name>.pem to <name>.before.pem first: see ../OPERATIONS.md.
#   ./make-keys.sh keys && kubectl -n parley create secret generic parley-keys --from-file=keys
set -eu
umask 077
folder=${1:?name a folder}
mkdir -p "$folder"
cd "$folder"
# A file has its name when it is whole, so that a full disk leaves no half of a key.
key() {
  [ -e "$1" ] && return
  "$2" > "$1.part"
  mv "$1.part" "$1"
}
pem() { openssl genpkey -algorithm ed25519; }
random() { head -c 32 /dev/urandom; }

# A folder with derivation.key is of an installation in which all services had that one. It goes on with what follows from
# it, and the file itself is given to no service any more.
secret() { if [ -e derivation.key ]; then cat derivation.key; else random; fi; }
of_the_log() {
  for part in salts key 'time key'; do
    if ! [ -e derivation.key ]; then random; continue; fi
    openssl kdf -binary -keylen 32 -kdfopt digest:SHA256 -kdfopt "hexkey:$(od -An -v -tx1 derivation.key | tr -d ' \n')" \
      -kdfopt "info:parley audit log $part" HKDF
  done
}

key registry-ed25519.pem pem
key webhooks-ed25519.pem pem
key cursor.key random
for name in alerts redactions draws webhooks; do key "$name.key" secret; done
key log.key of_the_log
printf 'The keys are in %s.\n' "$PWD"
