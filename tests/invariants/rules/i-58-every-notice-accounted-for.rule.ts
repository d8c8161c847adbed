import { plusMillis } from '@parley/kernel';
import { recipientsOf } from '../../../services/intake/src/registry/notices/service.rules';
import { latestOf } from '../../simulation/history/case-history';
import type { Rule } from './rule';

/** By then the times of delivery and of retrieval are over, whatever holidays lie between. */
const LONG_AGO_MS = 60 * 24 * 3_600_000;

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
          const delivered = of.deliveredAt >= of.sentAt;
          const retrieved = of.retrievedAt !== null || of.notRetrievedAt !== null;
          return delivered && retrieved ? [] : [`nothing says what became of notice ${noticeId} to ${party}`];
        });
      }),
    ),
};
