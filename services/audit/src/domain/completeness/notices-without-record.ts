import { factsIn, isFacts, textIn, wordsIn } from '../docket/read-facts';
import { caseAt } from '../history/case-at';
import type { RecordedFact } from '../history/recorded-fact';
import type { Gap } from './gap';

interface Served {
  readonly id: string;
  readonly to: readonly string[];
  /** Empty where the record does not say that it stood in the inboxes. */
  readonly deliveredAt: string;
  /** Id of the clock in which it is to be retrieved. */
  readonly retrieval: string;
}

/**
 * Every notice is delivered to each recipient, and each has retrieved it, or that it has not is a fact, or the clock
 * still runs that will make it one (I-58).
 * @param facts of the service of one case, in their order
 */
export function noticesWithoutRecord(facts: readonly RecordedFact[]): readonly Gap[] {
  const running = caseAt(facts).running.map(({ id }) => id);
  return facts
    .flatMap(servedIn)
    .flatMap((notice) =>
      notice.to
        .filter(
          (party) =>
            notice.deliveredAt === '' ||
            (!running.includes(notice.retrieval) && !facts.some((fact) => saysOf(fact, notice.id, party))),
        )
        .map(
          (party) => ({ kind: 'notice-without-record', subject: notice.id, detail: party, tier: 'PARTIES' }) as const,
        ),
    );
}

function servedIn({ type, data }: RecordedFact): readonly Served[] {
  if (type !== 'NoticeServed' || !isFacts(data) || !isFacts(data['notice'])) return [];
  return [
    {
      id: textIn(data['notice'], 'noticeId'),
      to: wordsIn(data, 'to'),
      deliveredAt: textIn(data, 'deliveredAt'),
      retrieval: textIn(data, 'retrieval'),
    },
  ];
}

/** Whether a fact is that a party has retrieved a notice, or has not. */
function saysOf({ type, data }: RecordedFact, noticeId: string, party: string): boolean {
  if (!isFacts(data)) return false;
  if (type === 'NoticeRetrieved') return textIn(data, 'noticeId') === noticeId && textIn(data, 'party') === party;
  return (
    type === 'NoticesNotRetrieved' &&
    factsIn(data, 'by').some((by) => textIn(by, 'party') === party && wordsIn(by, 'notices').includes(noticeId))
  );
}
