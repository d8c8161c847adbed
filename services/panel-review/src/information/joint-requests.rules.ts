import type { DomainEvent, Instant, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import type { RecordedPanel } from '../panel/panel-state.rules';

/** A co-chair would ask together with the other one. Nothing is asked before both do. */
export type JointRequestProposed = DomainEvent<
  'JointRequestProposed',
  MovesClocks & {
    readonly askedOf: PartyCode;
    readonly by: PersonId;
    readonly questions: readonly Text[];
    readonly withdrawals: readonly string[];
    readonly digest: Sha256;
  }
>;

/** The other side has commented on what came by leave, or its time for that is over. */
export type LeaveCommentsClosed = DomainEvent<'LeaveCommentsClosed', MovesClocks & { readonly requestId: string }>;

/** What a party may do by leave of both co-chairs, beside answering. */
export interface Leave {
  /** Exhibits of its own that it may take back. */
  readonly withdrawals: readonly string[];
}

/** What a co-chair would ask together with the other one. */
export type JointProposal = Pick<
  JointRequestProposed['data'],
  'by' | 'askedOf' | 'questions' | 'withdrawals' | 'digest'
>;

/** What a panel knows of evidence after its last day. */
export interface LateEvidence {
  /** When evidence was closed in the present review; `null` before. */
  readonly evidenceClosedAt: Instant | null;
  /** What one co-chair alone would ask together with the other. */
  readonly jointProposals: readonly JointProposal[];
}

export const jointlyProposed = (
  state: RecordedPanel,
  { data: { by, askedOf, questions, withdrawals, digest } }: JointRequestProposed,
): RecordedPanel => ({
  ...state,
  jointProposals: [...state.jointProposals, { by, askedOf, questions, withdrawals, digest }],
});
