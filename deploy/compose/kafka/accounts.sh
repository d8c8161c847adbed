#!/bin/sh
# Says at the broker who may do what, as libs/messaging-kafka has it. An account is the name in a certificate. It may run
# again at any time: what is allowed already stays so.
#   accounts.sh <command of kafka-acls, with the options that lead it to the broker>
set -eu
allow() { "$@" --add --resource-pattern-type prefixed; }

for context in intake evidence panelreview referral audit; do
  others=''
  # Nobody hears of the audit, which hears of all.
  for told in intake evidence panelreview referral; do
    [ "$told" = "$context" ] || others="$others --topic parley.$told."
  done
  # shellcheck disable=SC2086
  allow "$@" --allow-principal "User:$context" --operation Read $others --group "parley.$context."
  allow "$@" --allow-principal "User:$context" --operation Write --topic "parley.$context."
done
# Each looks whether all topics are there. The job alone makes them.
allow "$@" --operation Describe --topic parley. --allow-principal User:intake --allow-principal User:evidence \
  --allow-principal User:panelreview --allow-principal User:referral --allow-principal User:audit
allow "$@" --operation Create --operation Describe --operation DescribeConfigs --topic parley. --allow-principal User:migrations
