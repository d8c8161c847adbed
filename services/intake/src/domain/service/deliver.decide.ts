import { accept, type Decision, type Instant } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { deliveryClockId, retrievalClockId } from './serve.decide';
import type { ConfirmDelivery } from './service-commands';
import type { NoticeDelivered, NoticeNotDelivered } from './service-events';
import { recipientsOf, type NoticeInService, type ServiceState } from './service-state';

/**
 * The notice stands in the inboxes: the time to retrieve it starts. One that comes late is recorded beside the fact
 * that it was not there in time.
 */
export function confirmDelivery(
  { noticeId, at }: ConfirmDelivery,
  state: ServiceState,
  clocks: Clocks,
): Decision<NoticeDelivered> {
  const found = state.notices[noticeId];
  if (!found || isDelivered(found)) return accept();
  return accept({
    type: 'NoticeDelivered',
    occurredAt: at,
    rule: 'I-58',
    tier: 'PARTIES',
    data: {
      noticeId,
      to: recipientsOf(found),
      opens: [clocks.start('retrieval', { event: 'NoticeDelivered', at }, retrievalClockId(noticeId))],
      closes: [deliveryClockId(noticeId)],
    },
  });
}

/** 24 hours, and it stands in no inbox: a fact of record, by itself (I-58). */
export function deliveryByDefault(
  noticeId: string,
  expiry: Instant,
  state: ServiceState,
): Decision<NoticeNotDelivered> {
  const found = state.notices[noticeId];
  if (!found || isDelivered(found)) return accept();
  return accept({
    type: 'NoticeNotDelivered',
    occurredAt: expiry,
    rule: 'I-58',
    tier: 'PARTIES',
    data: { noticeId, to: recipientsOf(found), opens: [], closes: [deliveryClockId(noticeId)] },
  });
}

const isDelivered = ({ services }: NoticeInService): boolean =>
  Object.values(services).every(({ deliveredAt }) => deliveredAt !== null);
