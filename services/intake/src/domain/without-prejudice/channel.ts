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

/** A party's consent that a statement be laid open. */
export interface Consent {
  readonly party: PartyCode;
  readonly by: PersonId;
  readonly at: Instant;
}

/** What a party says without prejudice: for the two desks and their auditors, until both parties consent to more. */
export interface Statement {
  readonly id: string;
  readonly party: PartyCode;
  readonly by: PersonId;
  readonly saidAt: Instant;
  readonly text: readonly Text[];
  /** What a consent names. */
  readonly digest: Sha256;
  readonly consents: readonly Consent[];
  readonly releasedAt: Instant | null;
}

/** The without-prejudice channel of one case, in the order in which it was spoken in. */
export type Channel = readonly Statement[];

/** The case in which something is said, as its own stream has it: the channel keeps no copy of it. */
export interface InCase {
  readonly caseId: CaseId;
  readonly parties: CaseParties;
}

/**
 * Its id comes with it and counts nothing: the panel reads it when the statement is laid open, and is told of no other
 * (I-45).
 */
export type SayWithoutPrejudice = Act &
  InCase & { readonly type: 'SayWithoutPrejudice'; readonly statementId: string; readonly text: readonly Text[] };
export type ConsentToRelease = Act &
  InCase & { readonly type: 'ConsentToRelease'; readonly statementId: string; readonly digest: Sha256 };
export type ChannelCommand = SayWithoutPrejudice | ConsentToRelease;

export type SaidWithoutPrejudice = DomainEvent<
  'SaidWithoutPrejudice',
  {
    readonly statementId: string;
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly text: readonly Text[];
    readonly digest: Sha256;
  }
>;
export type ReleaseConsented = DomainEvent<
  'ReleaseConsented',
  { readonly statementId: string; readonly party: PartyCode; readonly by: PersonId; readonly digest: Sha256 }
>;
/**
 * Both parties consented over the same digest (I-45). The one event of the channel that others are told of, and it says
 * all that they may know.
 */
export type WithoutPrejudiceReleased = DomainEvent<
  'WithoutPrejudiceReleased',
  {
    readonly statementId: string;
    readonly party: PartyCode;
    readonly saidAt: Instant;
    readonly text: readonly Text[];
    readonly digest: Sha256;
  }
>;
export type ChannelEvent = SaidWithoutPrejudice | ReleaseConsented | WithoutPrejudiceReleased;

/**
 * SHA-256 over the canonical JSON of `{caseId, statementId, text}`, lower-case hexadecimal: what both parties consent
 * to lay open.
 */
export const statementDigest = (caseId: CaseId, statementId: string, text: readonly Text[]): Sha256 =>
  sha256Text(canonicalJson({ caseId, statementId, text }));
