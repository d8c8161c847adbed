#!/bin/sh
# Makes in a folder, once, the keys with which services sign what they tell, and the list of their public keys. A new key
# of a service: move its file away, run this again, and keep the old line for as long as topics hold what it signed.
#   ./make-message-keys.sh messages && kubectl -n parley create secret generic parley-messages --from-file=messages
set -eu
umask 077
folder=${1:?name a folder}
mkdir -p "$folder"
cd "$folder"
touch public-keys
for context in intake evidence panelreview referral audit; do
  [ -e "$context.pem" ] || openssl genpkey -algorithm ed25519 -out "$context.pem"
  line="$context $(openssl pkey -in "$context.pem" -pubout -outform DER | openssl base64 -A)"
  grep -qxF "$line" public-keys || printf '%s\n' "$line" >> public-keys
done
printf 'The keys are in %s.\n' "$PWD"
