import {
  canonicalJson,
  type CaseId,
  type CaseParties,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
  type Text,
} from '@parley/kernel';
import { sha256Text } from '@parley/procedure';
import type { Act } from '../case-commands';
import type { Addressing } from './addressing';

/** A notice or a comment of a party in a case, to whom it is addressed. */
export interface Letter {
  readonly id: string;
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
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly addressing: Addressing;
    readonly subject: string;
    readonly text: readonly Text[];
    readonly digest: Sha256;
  }
>;

/** SHA-256 over the canonical JSON of `{caseId, letterId, subject, text}`, lower-case hexadecimal. */
export const letterDigest = (caseId: CaseId, letterId: string, subject: string, text: readonly Text[]): Sha256 =>
  sha256Text(canonicalJson({ caseId, letterId, subject, text }));
