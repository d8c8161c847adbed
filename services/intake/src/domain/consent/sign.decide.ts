import { accept, refuse, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import { refusals } from '../refusals';
import type { SignProposal } from './consent-commands';
import { defaultIsPending } from './default-is-pending';
import { openProposal } from './open-proposal';
import { takeEffect } from './take-effect';

/**
 * The other of the two signs over the same digest, and what was proposed takes effect at that instant (I-04), or from
 * its entry on.
 */
export function signProposal(command: SignProposal, state: FiledCase, clocks: Clocks): Decision<CaseEvent> {
  const { by, party, receivedAt, digest, effectiveAt } = command;
  const at = effectiveAt ?? receivedAt;
  const proposal = openProposal(command, state);
  if (proposal.kind === 'refused') return proposal;
  const { id, matter, signatories, proposedBy } = proposal.found;
  if (party === proposedBy) return refuse(refusals.ownProposal);
  if (by === proposal.found.by) return refuse(refusals.signsForBoth);
  if (digest !== proposal.found.digest) return refuse(refusals.digestDiffers, '/digest');
  if (defaultIsPending(state, at)) return refuse(refusals.defaultPending);
  const consent = { by: signatories === 'parties' ? 'consent' : 'joint-decision', at, proposalId: id } as const;
  const effect = takeEffect(matter, signatories, consent, state, clocks);
  // A field of the proposal is none of the signature.
  if (effect.kind === 'refused') return refuse(effect.reason);
  const signed: CaseEvent = {
    type: 'ProposalSigned',
    occurredAt: receivedAt,
    rule: 'I-04',
    tier: 'PARTIES',
    data: {
      proposalId: id,
      matter: matter.kind,
      party: proposal.party,
      by,
      digest,
      ...(effectiveAt === undefined ? {} : { effectiveAt }),
      opens: [],
      closes: [id],
    },
  };
  return accept(signed, ...effect.events);
}
