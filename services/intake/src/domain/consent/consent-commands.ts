import type { Instant, Sha256 } from '@parley/kernel';
import type { Act } from '../case-commands';
import type { KnownCase } from '../related/known-case';
import type { Matter, Signatories } from './proposal';

/** A signature of a party's desk, or of a co-head, as its signatories say. */
type Signing = Act & { readonly signatories: Signatories };

export type Propose = Signing & {
  readonly type: 'Propose';
  readonly matter: Matter;
  /** For a consolidation: the other cases as they were found; `null` where there is no such case. */
  readonly others?: readonly (KnownCase | null)[];
};
export type SignProposal = Signing & {
  readonly type: 'SignProposal';
  readonly proposalId: string;
  readonly digest: Sha256;
  /** When it has effect, where that is later than its receipt. */
  readonly effectiveAt?: Instant;
};
/** The side that was asked says no; there is no need to wait for the lapse. */
export type DeclineProposal = Signing & { readonly type: 'DeclineProposal'; readonly proposalId: string };
/** The side that proposed takes it back, as long as it is not signed. */
export type WithdrawProposal = Signing & { readonly type: 'WithdrawProposal'; readonly proposalId: string };

export type ConsentCommand = Propose | SignProposal | DeclineProposal | WithdrawProposal;
