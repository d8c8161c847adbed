import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import type { Clocks, RunningDeadline } from '@parley/procedure';
import type { ServeNotice, ServeNoticeAgain } from './service-commands';
import type { NoticeServed, NoticeServedAgain } from './service-events';
import { serviceRefusals } from './service-refusals';
import { recipientsOf, type ServiceState } from './service-state';

/** Served again more often than this, a notice is a nuisance and no proof of more. */
export const MOST_SERVED_AGAIN = 20;

/**
 * Serves a notice on all its recipients at one instant (I-06); a notice that was served already is not served twice by
 * itself. It is delivered by being recorded, so the time to retrieve it starts; where that comes later than 24 hours
 * after it was sent, the same event says that it was not delivered by then (I-58).
 */
export function serveNotice(
  { notice, digest, to, ruleSetVersion, at, now }: ServeNotice,
  state: ServiceState,
  clocks: Clocks,
): Decision<NoticeServed> {
  if (state.notices[notice.noticeId] || to.length === 0) return accept();
  const { dueAt: latest } = clocks.start('delivery', { event: 'NoticeSent', at });
  const counted = clocks.start('retrieval', { event: 'NoticeServed', at: now }, `retrieval:${notice.noticeId}`);
  const running = sameTime(counted, state);
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
      deliveredAt: laterOf(at, now),
      notDeliveredAt: now > latest ? latest : null,
      retrieval: (running ?? counted).id,
      opens: running ? [] : [counted],
      closes: [],
    },
  });
}

/**
 * The clock that runs from the same day under the same rules, and so ends with this one whatever is announced: all that
 * was served on one day is to be retrieved in one time.
 */
const sameTime = ({ ruleSet, trigger, dueAt }: RunningDeadline, { running }: ServiceState) =>
  Object.values(running).find(
    (other) => other.ruleSet === ruleSet && other.trigger.date === trigger.date && other.dueAt === dueAt,
  );

/** Nothing is delivered before it was sent, whatever two machines' clocks say. */
const laterOf = (one: Instant, other: Instant): Instant => (one > other ? one : other);

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
