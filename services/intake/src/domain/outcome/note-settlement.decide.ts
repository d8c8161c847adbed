import { accept, type Decision, type Instant } from '@parley/kernel';
import type { NoteSettlement } from '../case-commands';
import type { CaseEvent } from '../case-events';
import type { CaseState, FiledCase } from '../case-state';
import { withdrawalsBehind } from '../claims/set-withdrawals-aside';
import { ended, isBeforeReopening, setAside } from './outcome.decide';

type Ended = Extract<CaseState, { status: 'ended' }>;

/**
 * Both parties signed a settlement: the screening ends with it (S10), also while it is suspended. One that was signed
 * before the screening lapsed, or before the panel or a withdrawal ended it, and is learned of only afterwards sets
 * that end aside (I-19). After findings, and at their very instant, it leaves the outcome as it is.
 */
export function noteSettlement({ at, eventId }: NoteSettlement, state: FiledCase): Decision<CaseEvent> {
  if (isBeforeReopening(at, state)) return accept();
  const then = withdrawalsBehind({ at, eventId, first: 'end' }, state);
  const settled = ended('settled', { kind: 'settlement', eventId }, at, 'S10', then.state);
  if (state.status === 'registered')
    return at < state.registration.longStop ? accept(...then.events, settled) : accept();
  if (state.status === 'suspended') return accept(...then.events, settled);
  return state.status === 'ended' && state.registration !== undefined && isOvertaken(state, at)
    ? accept<CaseEvent>(...then.events, setAside(eventId, at), settled)
    : accept();
}

/**
 * In whatever order two ends are heard of, the earlier one counts; at one instant findings do, which a settlement may
 * follow.
 */
function isOvertaken({ endedBy, endedAt }: Ended, at: Instant): boolean {
  if (endedBy.kind === 'person' || (endedBy.kind === 'panel' && endedBy.reason === 'roster-exhausted'))
    return at <= endedAt;
  return (endedBy.kind === 'limit' || endedBy.kind === 'panel') && at < endedAt;
}
