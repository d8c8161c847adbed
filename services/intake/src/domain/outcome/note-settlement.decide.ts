import { accept, type Decision } from '@parley/kernel';
import type { NoteSettlement } from '../case-commands';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import { ended, isBeforeReopening, setAside } from './outcome.decide';

/**
 * Both parties signed a settlement: the screening ends with it (S10), also while it is suspended. One that was signed before
 * the screening lapsed and is learned of only afterwards sets the lapse aside (I-19). After findings it leaves the outcome as it is.
 */
export function noteSettlement({ at, eventId }: NoteSettlement, state: FiledCase): Decision<CaseEvent> {
  if (isBeforeReopening(at, state)) return accept();
  const settled = ended('settled', { kind: 'settlement', eventId }, at, 'S10', state);
  if (state.status === 'registered') return at < state.registration.longStop ? accept(settled) : accept();
  if (state.status === 'suspended') return accept(settled);
  const lapsed = state.status === 'ended' && state.endedBy.kind === 'limit' && state.registration !== undefined;
  return lapsed && at < state.endedAt ? accept<CaseEvent>(setAside(eventId, at), settled) : accept();
}
