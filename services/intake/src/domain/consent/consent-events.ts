import type { DomainEvent, Instant, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import type { MovesClocks } from '../case-events';
import type { Matter, MatterKind, Signatories } from './proposal';

interface OfProposal {
  readonly proposalId: string;
  readonly matter: MatterKind;
}

export type ConsentProposed = DomainEvent<
  'ConsentProposed',
  MovesClocks & {
    readonly proposalId: string;
    readonly matter: Matter;
    readonly signatories: Signatories;
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly digest: Sha256;
  }
>;

/**
 * The second signature over the same digest; what it brings about is an event of its own at the same instant (I-04).
 */
export type ProposalSigned = DomainEvent<
  'ProposalSigned',
  MovesClocks &
    OfProposal & {
      readonly party: PartyCode;
      readonly by: PersonId;
      readonly digest: Sha256;
      /**
       * From when on it has effect, where the signature came by another channel and was entered later: nobody could act
       * on it before.
       */
      readonly effectiveAt?: Instant;
    }
>;
export type ProposalDeclined = DomainEvent<
  'ProposalDeclined',
  MovesClocks & OfProposal & { readonly party: PartyCode; readonly by: PersonId }
>;
export type ProposalWithdrawn = DomainEvent<
  'ProposalWithdrawn',
  MovesClocks & OfProposal & { readonly party: PartyCode; readonly by: PersonId }
>;
/** Nobody signed in time, and nothing changes. */
export type ProposalLapsed = DomainEvent<'ProposalLapsed', MovesClocks & OfProposal>;

export type ConsentEvent = ConsentProposed | ProposalSigned | ProposalDeclined | ProposalWithdrawn | ProposalLapsed;
