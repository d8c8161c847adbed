import type { CaseId, CommandId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { NotePanelOutcome, NoteSettlement } from '../case-commands.rules';
import type { NoteSettlementUndone } from '../repudiation/settlement-undone.rules';
import type { NoteSeatTime } from './seat-time.rules';
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

/** Notes in the case what the panel counted of the time of its seats. */
export const noteSeatTime = (
  cases: Cases,
  event: PublicEvent,
  time: NoteSeatTime,
  commandId: CommandId,
): Promise<unknown> =>
  cases.proceed(event.subject as CaseId, time, {
    process: 'seat-time',
    cause: { kind: 'event', id: event.id },
    commandId,
  });

/** Notes in the case that both parties signed a settlement, or that it is undone. */
export const noteSettlement = (
  cases: Cases,
  event: PublicEvent,
  settlement: NoteSettlement | NoteSettlementUndone,
  commandId: CommandId,
): Promise<unknown> =>
  cases.proceed(event.subject as CaseId, settlement, {
    process: 'settlement',
    cause: { kind: 'event', id: event.id },
    commandId,
  });
