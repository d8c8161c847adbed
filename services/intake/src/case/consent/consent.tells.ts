import { intake, sayDeadline, tell } from '@parley/contracts';
import { type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { ConsentEvent } from './consent.rules';

const ENDS = {
  ProposalSigned: 'signed',
  ProposalDeclined: 'declined',
  ProposalWithdrawn: 'withdrawn',
  ProposalLapsed: 'lapsed',
} as const;

/** Tells that something awaits a signature, and what became of it. Until it takes effect, only the parties are told. */
export function tellProposal(recorded: RecordedEvent, caseId: string, event: ConsentEvent): PublicEvent {
  const at = event.occurredAt;
  if (event.type !== 'ConsentProposed') {
    const { proposalId, n, matter } = event.data;
    return tell(recorded, intake.ProposalClosedSchema, { caseId, proposalId, n, matter, end: ENDS[event.type], at });
  }
  const { proposalId, n, matter, signatories, party, digest, opens } = event.data;
  const [answer] = opens.map(sayDeadline);
  const proposed = {
    caseId,
    proposalId,
    n,
    matter: matter.kind,
    signatories,
    proposedBy: party,
    proposedAt: at,
    digest,
  };
  return tell(recorded, intake.ConsentProposedSchema, { ...proposed, ...(answer ? { answer } : {}) });
}
