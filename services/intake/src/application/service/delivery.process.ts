import { domainEventOf, streamIdOf, type Position, type RecordedEvent } from '@parley/event-store';
import type { CaseId, Clock, CommandId } from '@parley/kernel';
import type { NoticeServed } from '../../domain/service/service-events';
import type { ServiceDesk } from './service-desk';

/** The part of a projection's runner that says whether a reader sees a position. */
export interface Inboxes {
  waitFor(position: Position, timeoutMs: number): Promise<boolean>;
}

/** How long a notice may take to stand in the inboxes before it is looked at again. */
const PATIENCE_MS = 5_000;

export const callsForDelivery = ({ type }: Pick<RecordedEvent, 'type'>): boolean => type === 'NoticeServed';

/**
 * Records the delivery of a notice once it stands in the inboxes, where both parties can read it. As long as it does
 * not, it is looked for again, and after 24 hours the record says so by itself (I-58).
 */
export const deliveryProcess =
  (services: ServiceDesk, inboxes: Inboxes, clock: Clock) =>
  async (event: RecordedEvent, commandId: CommandId): Promise<void> => {
    if (!callsForDelivery(event)) return;
    if (!(await inboxes.waitFor(event.position, PATIENCE_MS))) throw new Error('the notice stands in no inbox yet');
    const { data } = domainEventOf(event) as NoticeServed;
    const cause = { kind: 'event', id: event.eventId } as const;
    const command = { type: 'ConfirmDelivery', noticeId: data.notice.noticeId, at: clock.now() } as const;
    await services.proceed(streamIdOf(event.stream) as CaseId, command, { process: 'delivery', cause, commandId });
  };
