import { refuse, type Decision } from '@parley/kernel';
import { enterLate, entryOf, within, type Clocks } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import { signProposal } from '../consent/sign.decide';
import { isParty } from '../consultations/in-consultations';
import { refusals } from '../refusals';
import type { RunningDeadline } from '../running-deadline';
import { defaultSetAside } from './default-set-aside';
import type { EnterFallbackSignature } from './outages-commands';

/** Of the request that holds it. */
const PART = '/signature';

/**
 * I-19: that the other of two signed a proposal in time is proved only later. Its lapse is set aside, and what both
 * have signed has effect from the entry on, as things are then: nobody could act on it before, and what has happened in
 * between stands. What can have none any more, as the extension of a deadline that has ended, is refused with the
 * reason.
 */
export function enterSignature(command: EnterFallbackSignature, state: FiledCase, clocks: Clocks): Decision<CaseEvent> {
  const { act, cameAt, receivedAt: enteredAt } = command;
  if (!isParty(state, act.party)) return refuse(refusals.notAParty, `${PART}/party`);
  const entry = entryOf(command, 'proposal-signature', PART);
  if ('kind' in entry) return entry;
  const proposal = state.proposals.find(({ id }) => id === act.proposalId);
  if (!proposal) return refuse(refusals.unknownProposal);
  const { id, signatories } = proposal;
  const { running, lapsed } = state;
  return enterLate<FiledCase, RunningDeadline, CaseEvent>(entry, { ids: [id], running, lapsed }, state, {
    undo: (clock) => ({
      ...state,
      proposals: state.proposals.map((each) => (each.id === id ? { ...each, end: null } : each)),
      running: { ...running, [id]: clock },
    }),
    decide: (before) => within(PART, signProposal({ ...act, signatories, effectiveAt: enteredAt }, before, clocks)),
    setAside: (said) => [defaultSetAside(said, cameAt, 'PARTIES')],
  });
}
