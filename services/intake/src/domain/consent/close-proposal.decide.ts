import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import { refusals } from '../refusals';
import type { DeclineProposal, WithdrawProposal } from './consent-commands';
import { openProposal } from './open-proposal';

/** The side that was asked says no. It may be proposed again. */
export function declineProposal(command: DeclineProposal, state: FiledCase): Decision<CaseEvent> {
  const proposal = openProposal(command, state);
  if (proposal.kind === 'refused') return proposal;
  if (proposal.party === proposal.found.proposedBy) return refuse(refusals.ownProposal);
  return accept({ type: 'ProposalDeclined', ...closed(command, proposal.found, proposal.party) });
}

/** The side that proposed takes it back. */
export function withdrawProposal(command: WithdrawProposal, state: FiledCase): Decision<CaseEvent> {
  const proposal = openProposal(command, state);
  if (proposal.kind === 'refused') return proposal;
  if (proposal.party !== proposal.found.proposedBy) return refuse(refusals.proposalOfOther);
  return accept({ type: 'ProposalWithdrawn', ...closed(command, proposal.found, proposal.party) });
}

/** A proposal that nobody signed in time lapses, and nothing else changes. */
export function proposalByDefault(proposalId: string, expiry: Instant, state: FiledCase): Decision<CaseEvent> {
  const found = state.proposals.find(({ id }) => id === proposalId);
  if (!found) return accept();
  return accept({
    type: 'ProposalLapsed',
    occurredAt: expiry,
    rule: 'I-18',
    tier: 'PARTIES',
    data: { proposalId, matter: found.matter.kind, opens: [], closes: [proposalId] },
  });
}

const closed = (
  { receivedAt, by }: DeclineProposal | WithdrawProposal,
  { id, matter }: FiledCase['proposals'][number],
  party: FiledCase['parties']['complainant'],
) =>
  ({
    occurredAt: receivedAt,
    rule: 'I-04',
    tier: 'PARTIES',
    data: { proposalId: id, matter: matter.kind, party, by, opens: [], closes: [id] },
  }) as const;
