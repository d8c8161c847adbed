import type { CaseId, CommandId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { NoteUrgencyRefused } from './urgency.rules';
import type { Cases } from '../../repositories';

/** Notes in the case that its panel did not confirm urgency. */
export const noteUrgencyRefused = (
  cases: Cases,
  event: PublicEvent,
  refused: NoteUrgencyRefused,
  commandId: CommandId,
): Promise<unknown> =>
  cases.proceed(event.subject as CaseId, refused, {
    process: 'urgency',
    cause: { kind: 'event', id: event.id },
    commandId,
  });
