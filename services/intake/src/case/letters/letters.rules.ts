import {
  accept,
  canonicalJson,
  refuse,
  type CaseId,
  type CaseParties,
  type Decider,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type RefusalReason,
  type Sha256,
  type Text,
  type Tier,
} from '@parley/kernel';
import { sha256Text } from '@parley/procedure';
import type { Act } from '../case-commands.rules';

/** A notice or a comment of a party in a case, with its addressees. */
export interface Letter {
  readonly id: string;
  readonly n: number;
  readonly party: PartyCode;
  readonly by: PersonId;
  readonly sentAt: Instant;
  readonly addressing: Addressing;
  readonly subject: string;
  readonly text: readonly Text[];
  readonly digest: Sha256;
}

export type SendLetter = Act & {
  readonly type: 'SendLetter';
  readonly caseId: CaseId;
  readonly parties: CaseParties;
  readonly addressing: Addressing;
  readonly subject: string;
  readonly text: readonly Text[];
};

export type LetterSent = DomainEvent<
  'LetterSent',
  {
    readonly letterId: string;
    /** The number among the letters of this party to the same addressees. */
    readonly n: number;
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly addressing: Addressing;
    readonly subject: string;
    readonly text: readonly Text[];
    readonly digest: Sha256;
  }
>;

/** SHA-256 over the canonical JSON of `{caseId, letterId, subject, text}`, lower-case hexadecimal. */
const letterDigest = (caseId: CaseId, letterId: string, subject: string, text: readonly Text[]): Sha256 =>
  sha256Text(canonicalJson({ caseId, letterId, subject, text }));

export const letterRefusals = {
  notAParty: {
    code: 'not-a-party',
    rule: 'addressing',
    status: 403,
    en: 'Only the desk of a party writes in its case.',
    'zh-Hans': '只有当事方的主管部门可在其案件中致函。',
  },
  tooManyLetters: {
    code: 'too-many-letters',
    rule: 'addressing',
    en: 'A side writes 500 letters at most in one case to the same addressees.',
    'zh-Hans': '一方在一案中向同一收件方最多致函 500 件。',
  },
} as const satisfies Record<string, RefusalReason>;

/**
 * Whom a party addresses: everybody in the case; the other party and the registry, but not the panel; or the registry
 * alone, which means its officers of that party.
 */
export const ADDRESSINGS = ['everybody', 'other-party', 'registry'] as const;
export type Addressing = (typeof ADDRESSINGS)[number];

/** A reply answers the other party, so it is always addressed to that party. */
export const REPLY_ADDRESSINGS = ['everybody', 'other-party'] as const satisfies readonly Addressing[];
export type ReplyAddressing = (typeof REPLY_ADDRESSINGS)[number];

/**
 * The readers that an addressing names. A letter to the registry alone is for the party that writes it and for the
 * officers whom that party sent to the registry (I-76).
 */
const TIERS: Readonly<Record<Addressing, Tier>> = { everybody: 'PANEL', 'other-party': 'PARTIES', registry: 'FILER' };

export const tierOf = (addressing: Addressing): Tier => TIERS[addressing];

const NAMES: Readonly<Record<Addressing, string>> = {
  everybody: 'letter',
  'other-party': 'party-letter',
  registry: 'registry-letter',
};

/** How the ids of a side's letters to the same addressees begin. A number among these letters follows. */
export const beginningOfIds = (addressing: Addressing, party: PartyCode): string => `${NAMES[addressing]}:${party}:`;

const MOST_LETTERS_OF_A_SIDE = 500;

export function sendLetter(
  { by, party, receivedAt, caseId, parties, addressing, subject, text }: SendLetter,
  letters: readonly Letter[],
) {
  if (party !== parties.complainant && party !== parties.respondent) return refuse(letterRefusals.notAParty);
  if (letters.filter((letter) => letter.party === party).length >= MOST_LETTERS_OF_A_SIDE)
    return refuse(letterRefusals.tooManyLetters);
  // Each side's letters to the same addressees have their own numbers, so a number tells its readers of no letter that
  // is not theirs (I-43).
  const n = letters.filter((letter) => letter.party === party && letter.addressing === addressing).length + 1;
  const letterId = `${beginningOfIds(addressing, party)}${String(n)}`;
  const digest = letterDigest(caseId, letterId, subject, text);
  return accept<LetterSent>({
    type: 'LetterSent',
    occurredAt: receivedAt,
    rule: 'addressing',
    tier: tierOf(addressing),
    data: { letterId, n, party, by, addressing, subject, text, digest },
  });
}

/** The letters of a case. They start no clock and stop none. */
export const letterDecider: Decider<SendLetter, readonly Letter[], LetterSent> = {
  initial: [],
  decide: sendLetter,
  evolve: (letters, { type, data, occurredAt }) =>
    isLetter(type) ? [...letters, letterOf(data, occurredAt)] : letters,
};

const letterOf = ({ letterId: id, ...letter }: LetterSent['data'], sentAt: Letter['sentAt']): Letter => ({
  id,
  sentAt,
  ...letter,
});

/** An event of a later version leaves the letters as they are. */
const isLetter = (type: string): boolean => type === 'LetterSent';
