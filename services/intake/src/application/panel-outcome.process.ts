import type { CaseId, CommandId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { NotePanelOutcome } from '../domain/case-commands';
import type { CaseDesk } from './case-desk';

/** Notes in the case that the panel has issued findings, or cannot be composed. */
export const notePanelOutcome = (
  desk: CaseDesk,
  event: PublicEvent,
  outcome: NotePanelOutcome,
  commandId: CommandId,
): Promise<void> =>
  desk.proceed(event.subject as CaseId, outcome, 'panel-outcome', { kind: 'event', id: event.id }, commandId);
