import { isFacts, textIn, wordsIn } from '../docket/read-facts';
import { caseAt } from '../history/case-at';
import type { RecordedFact } from '../history/recorded-fact';
import type { Gap } from './gap';

interface Served {
  readonly id: string;
  readonly to: readonly string[];
}

/** What says of a notice that it stands in somebody's inbox, or that it is a fact that it does not. */
const FATES: readonly string[] = ['NoticeDelivered', 'NoticeNotDelivered'];

/**
 * Every notice is delivered to each recipient, or that it was not is a fact, or the clock still runs that will make it
 * one (I-58).
 * @param facts of the service of one case, in their order
 */
export function noticesWithoutRecord(facts: readonly RecordedFact[]): readonly Gap[] {
  const running = caseAt(facts).running.map(({ id }) => id);
  return facts
    .flatMap(servedIn)
    .flatMap(({ id, to }) =>
      to
        .filter(
          (party) => !facts.some((fact) => saysOf(fact, id, party)) && !running.some((clock) => clock.includes(id)),
        )
        .map((party) => ({ kind: 'notice-without-record', subject: id, detail: party, tier: 'PARTIES' }) as const),
    );
}

function servedIn({ type, data }: RecordedFact): readonly Served[] {
  if (type !== 'NoticeServed' || !isFacts(data) || !isFacts(data['notice'])) return [];
  return [{ id: textIn(data['notice'], 'noticeId'), to: wordsIn(data, 'to') }];
}

const saysOf = ({ type, data }: RecordedFact, noticeId: string, party: string): boolean =>
  isFacts(data) &&
  textIn(data, 'noticeId') === noticeId &&
  ((FATES.includes(type) && wordsIn(data, 'to').includes(party)) ||
    (type === 'NoticeRetrieved' && textIn(data, 'party') === party));
