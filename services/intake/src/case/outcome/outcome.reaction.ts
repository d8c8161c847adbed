import type { CaseId, CommandId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { NotePanelOutcome, NoteSettlement } from '../case-commands.rules';
import type { Cases } from '../../repositories';

/** Notes in the case how far the review went, that the panel has issued findings, or that it cannot be composed. */
export const notePanelOutcome = (
  cases: Cases,
  event: PublicEvent,
  outcome: NotePanelOutcome,
  commandId: CommandId,
): Promise<unknown> =>
  cases.proceed(event.subject as CaseId, outcome, {
    process: 'panel-outcome',
    cause: { kind: 'event', id: event.id },
    commandId,
  });

/** Notes in the case that both parties signed a settlement. */
export const noteSettlement = (
  cases: Cases,
  event: PublicEvent,
  settlement: NoteSettlement,
  commandId: CommandId,
): Promise<unknown> =>
  cases.proceed(event.subject as CaseId, settlement, {
    process: 'settlement',
    cause: { kind: 'event', id: event.id },
    commandId,
  });
