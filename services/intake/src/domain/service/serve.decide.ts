import { accept, refuse, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { ServeNotice, ServeNoticeAgain } from './service-commands';
import type { NoticeServed, NoticeServedAgain } from './service-events';
import { serviceRefusals } from './service-refusals';
import { recipientsOf, type ServiceState } from './service-state';

/** Served again more often than this, a notice is a nuisance and no proof of more. */
export const MOST_SERVED_AGAIN = 20;

export const deliveryClockId = (noticeId: string): string => `delivery:${noticeId}`;
export const retrievalClockId = (noticeId: string): string => `retrieval:${noticeId}`;

/**
 * Serves a notice on all its recipients at one instant (I-06); a notice that was served already is not served twice by
 * itself.
 */
export function serveNotice(
  { notice, digest, to, ruleSetVersion, at }: ServeNotice,
  state: ServiceState,
  clocks: Clocks,
): Decision<NoticeServed> {
  if (state.notices[notice.noticeId] || to.length === 0) return accept();
  return accept({
    type: 'NoticeServed',
    occurredAt: at,
    rule: notice.starts.length + notice.ends.length > 0 ? 'I-06' : 'I-58',
    tier: 'PARTIES',
    data: {
      notice,
      digest,
      to: to.toSorted(),
      ruleSetVersion,
      opens: [clocks.start('delivery', { event: 'NoticeServed', at }, deliveryClockId(notice.noticeId))],
      closes: [],
    },
  });
}

/** The registry serves a notice once more. It starts no clock and moves none, of service neither (I-59). */
export function serveNoticeAgain(
  { noticeId, by, receivedAt, reason }: ServeNoticeAgain,
  state: ServiceState,
): Decision<NoticeServedAgain> {
  const found = state.notices[noticeId];
  if (!found) return refuse(serviceRefusals.unknownNotice);
  const to = recipientsOf(found);
  if (to.some((party) => (found.services[party]?.againAt.length ?? 0) >= MOST_SERVED_AGAIN))
    return refuse(serviceRefusals.servedTooOften);
  return accept({
    type: 'NoticeServedAgain',
    occurredAt: receivedAt,
    rule: 'I-59',
    tier: 'PARTIES',
    data: { noticeId, to, by, reason, opens: [], closes: [] },
  });
}
