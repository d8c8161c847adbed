import type { Bilingual, DomainEvent, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import type { Signatories } from './extension';

export type ExtensionProposed = DomainEvent<
  'ExtensionProposed',
  MovesClocks & {
    readonly extensionId: string;
    readonly deadline: string;
    readonly by: number;
    readonly reason: Bilingual;
    readonly signatories: Signatories;
    readonly proposedBy: PartyCode;
    readonly proposer: PersonId;
    readonly digest: Sha256;
  }
>;

/** The other signed over the same digest: the deadline ends later, with its first date and the reason in it (I-64). */
export type DeadlineExtended = DomainEvent<
  'DeadlineExtended',
  MovesClocks & {
    readonly extensionId: string;
    readonly deadline: string;
    readonly by: 'consent' | 'joint-decision';
    readonly signer: PersonId;
    readonly party: PartyCode;
  }
>;

export type ExtensionEvent = ExtensionProposed | DeadlineExtended;
