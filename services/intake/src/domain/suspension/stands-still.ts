import type { CaseCommand } from '../case-commands';
import type { CaseState } from '../case-state';

/** What may be done while a screening stands still: give it up, agree on how it goes on, and what happens by itself. */
const GOES_ON: ReadonlySet<CaseCommand['type']> = new Set([
  'WithdrawGrievance',
  'WithdrawClaims',
  'Propose',
  'SignProposal',
  'DeclineProposal',
  'WithdrawProposal',
  'EnterFallbackSignature',
  'NoteOutage',
  'NoteCalendar',
  'ExpireDeadline',
  'NotePanelOutcome',
  'NoteSettlement',
  'NoteUrgencyRefused',
  'NoteConsolidation',
  'NoteSettlement',
  'RegisterCase',
]);

/** True for an act in a suspended screening that waits until it is resumed. */
export const standsStill = (command: CaseCommand, state: CaseState): boolean =>
  state.status === 'suspended' && !GOES_ON.has(command.type);
