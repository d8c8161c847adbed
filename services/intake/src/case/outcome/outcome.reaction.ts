import type { CaseId, CommandId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { NotePanelOutcome, NoteSettlement } from '../case-commands.rules';
import type { CaseDesk } from '../case-desk';

/** Notes in the case that the panel has issued findings, or cannot be composed. */
export const notePanelOutcome = (
  desk: CaseDesk,
  event: PublicEvent,
  outcome: NotePanelOutcome,
  commandId: CommandId,
): Promise<void> =>
  desk.proceed(event.subject as CaseId, outcome, 'panel-outcome', { kind: 'event', id: event.id }, commandId);

/** Notes in the case that both parties signed a settlement. */
export const noteSettlement = (
  desk: CaseDesk,
  event: PublicEvent,
  settlement: NoteSettlement,
  commandId: CommandId,
): Promise<void> =>
  desk.proceed(event.subject as CaseId, settlement, 'settlement', { kind: 'event', id: event.id }, commandId);
