import type { CaseId, CommandId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { NoteUrgencyRefused } from './urgency.rules';
import type { CaseDesk } from '../case-desk';

/** Notes in the case that its panel did not confirm urgency. */
export const noteUrgencyRefused = (
  desk: CaseDesk,
  event: PublicEvent,
  refused: NoteUrgencyRefused,
  commandId: CommandId,
): Promise<void> =>
  desk.proceed(event.subject as CaseId, refused, 'urgency', { kind: 'event', id: event.id }, commandId);
