import type { ConsentEvent } from './consent-events';
import type { Proposal, ProposalEnd } from './proposal';

const ENDS = {
  ProposalSigned: 'signed',
  ProposalDeclined: 'declined',
  ProposalWithdrawn: 'withdrawn',
  ProposalLapsed: 'lapsed',
} as const satisfies Record<Exclude<ConsentEvent['type'], 'ConsentProposed'>, ProposalEnd>;

/** The proposals of a case after something happened to one of them. */
export function evolveProposals(proposals: readonly Proposal[], event: ConsentEvent): readonly Proposal[] {
  if (event.type === 'ConsentProposed') {
    const { proposalId: id, matter, signatories, party, by, digest } = event.data;
    return [
      ...proposals,
      { id, matter, signatories, proposedBy: party, by, proposedAt: event.occurredAt, digest, end: null },
    ];
  }
  const end = {
    kind: ENDS[event.type],
    at: event.type === 'ProposalSigned' ? (event.data.effectiveAt ?? event.occurredAt) : event.occurredAt,
  };
  return proposals.map((proposal) => (proposal.id === event.data.proposalId ? { ...proposal, end } : proposal));
}
