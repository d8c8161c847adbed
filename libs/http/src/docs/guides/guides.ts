import { auditGuide } from './audit.guide';
import { cureGuide } from './cure.guide';
import { deadlineGuide } from './deadline.guide';
import { expertGuide } from './expert.guide';
import { fileGuide } from './file.guide';
import type { Guide } from './guide';
import { nominateGuide } from './nominate.guide';
import { replyGuide } from './reply.guide';
import { signGuide } from './sign.guide';
import { verifyGuide } from './verify.guide';

/** The guides, in an order in which all their lines can be run one after the other. */
export const GUIDES: readonly Guide[] = [
  fileGuide,
  cureGuide,
  replyGuide,
  deadlineGuide,
  auditGuide,
  verifyGuide,
  nominateGuide,
  expertGuide,
  signGuide,
];

export const guidePath = (name: string): string => `/docs/guides/${name}`;

/** Where the examples find a system that does not know its own address. */
const USUAL = 'http://127.0.0.1:3000';

/** What every example presupposes, as the README has it. @param url of the system */
export const firstLines = (url = USUAL): string => `parley=${url}
token() {
  case $1 in us-*) side=us ;; cn-*) side=cn ;; *) side=secretariat ;; esac
  curl -sS -u "$1:demo" -d grant_type=client_credentials $parley/oidc/$side/token |
    sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/'
}
as() {
  curl -sS -H "authorization: Bearer $(token $1)" -H 'content-type: application/json' \\
    -H "idempotency-key: $2" -H 'parley-purpose: First steps' "\${@:3}"
  echo
}`;
