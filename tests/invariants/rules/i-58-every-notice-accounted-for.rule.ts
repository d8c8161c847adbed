import { plusMillis, type Instant } from '@parley/kernel';
import type { Deadline } from '@parley/procedure';
import { recipientsOf } from '../../../services/intake/src/registry/notices/service.rules';
import { latestOf } from '../../simulation/history/case-history';
import type { HeldDeadline } from './clock-steps';
import { endOfJointDays } from './end-of-joint-days';
import { ofEachCase, type Rule } from './rule';

/** By then the times of delivery and of retrieval are over, whatever holidays lie between. */
const DAY_MS = 24 * 3_600_000;
const LONG_AGO_MS = 60 * DAY_MS;

/**
 * Each notice has, for each side, when it was sent, and when it was delivered and retrieved, or the fact that it was
 * not.
 */
export const everyNoticeAccountedFor: Rule = {
  invariant: 'I-58',
  check: ({ cases, playedTo }) =>
    cases.flatMap(({ service, parties }) =>
      Object.entries(latestOf(service)?.notices ?? {}).flatMap(([noticeId, found]) => {
        const both = [parties.complainant, parties.respondent].toSorted();
        if (recipientsOf(found).join() !== both.join())
          return [`notice ${noticeId} was served on ${recipientsOf(found).join()}`];
        return recipientsOf(found).flatMap((party) => {
          const of = found.services[party];
          if (!of || of.sentAt > plusMillis(playedTo, -LONG_AGO_MS)) return [];
          const late = of.deliveredAt > plusMillis(of.sentAt, DAY_MS);
          const delivered = of.deliveredAt >= of.sentAt && (of.notDeliveredAt !== null) === late;
          const retrieved = of.retrievedAt !== null || of.notRetrievedAt !== null;
          return delivered && retrieved ? [] : [`nothing says what became of notice ${noticeId} to ${party}`];
        });
      }),
    ),
};

/**
 * "Not delivered" stands as of 24 hours after the sending, exactly where it took longer. "Not retrieved" stands as of
 * the fifth joint business day after the delivery, or where an outage or a calendar has moved it, exactly for whoever
 * had not retrieved by then.
 */
export const absenceIsAFact = ofEachCase('I-58', ({ service }) => {
  const limits = service.flatMap(({ event }) => event.data.opens as readonly (Deadline & HeldDeadline)[]);
  const ends = (id: string, deliveredAt: Instant): readonly string[] =>
    limits
      .filter((limit) => limit.id === id)
      .flatMap(({ calendarVersion, changes, dueAt }) =>
        changes.length > 0 ? [dueAt] : [endOfJointDays(deliveredAt, 5, calendarVersion)],
      );
  return Object.entries(latestOf(service)?.notices ?? {}).flatMap(([noticeId, { retrieval, services }]) =>
    Object.entries(services).flatMap(
      ([party, { sentAt, deliveredAt, notDeliveredAt, retrievedAt, notRetrievedAt }]) => {
        const inTime = plusMillis(sentAt, DAY_MS);
        const late = deliveredAt > inTime ? inTime : null;
        const due = notRetrievedAt === null || ends(retrieval, deliveredAt).includes(notRetrievedAt);
        const early = retrievedAt !== null && notRetrievedAt !== null && retrievedAt < notRetrievedAt;
        return [
          ...(notDeliveredAt === late ? [] : [`${noticeId} to ${party} not delivered: ${String(notDeliveredAt)}`]),
          ...(due && !early ? [] : [`${noticeId} to ${party} not retrieved: ${String(notRetrievedAt)}`]),
        ];
      },
    ),
  );
});
