import type { CaseId, CommandId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { NoteSettlement } from '../domain/case-commands';
import type { CaseDesk } from './case-desk';

/** Notes in the case that both parties signed a settlement. */
export const noteSettlement = (
  desk: CaseDesk,
  event: PublicEvent,
  settlement: NoteSettlement,
  commandId: CommandId,
): Promise<void> =>
  desk.proceed(event.subject as CaseId, settlement, 'settlement', { kind: 'event', id: event.id }, commandId);
