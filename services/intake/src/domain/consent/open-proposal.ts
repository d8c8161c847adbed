import { refuse, type Instant, type PartyCode, type Refused } from '@parley/kernel';
import type { FiledCase } from '../case-state';
import { isParty } from '../consultations/in-consultations';
import { refusals } from '../refusals';
import type { Proposal, Signatories } from './proposal';

interface OpenProposal {
  readonly kind: 'open';
  readonly found: Proposal;
  /** The side that acts on it. */
  readonly party: PartyCode;
}

interface ActOnProposal {
  readonly party: PartyCode | null;
  readonly receivedAt: Instant;
  readonly signatories: Signatories;
  readonly proposalId: string;
}

/** The proposal that an act is about, when it may still be acted on by the one who acts. */
export function openProposal(
  { party, receivedAt, signatories, proposalId }: ActOnProposal,
  state: FiledCase,
): OpenProposal | Refused {
  if (!isParty(state, party)) return refuse(refusals.notAParty);
  const found = state.proposals.find(({ id }) => id === proposalId);
  if (!found) return refuse(refusals.unknownProposal);
  if (found.signatories !== signatories) return refuse(refusals.notASignatory);
  const time = state.running[proposalId];
  if (found.end !== null || !time || receivedAt >= time.dueAt) return refuse(refusals.proposalClosed);
  return { kind: 'open', found, party };
}
