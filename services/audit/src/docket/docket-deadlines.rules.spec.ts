import type { Instant } from '@parley/kernel';
import { noDeadlines, runningDeadlines, withDeadlinesOf, type DocketEntry } from './docket-deadlines.rules';

const at = (day: string): Instant => `${day}T10:00:00.000Z` as Instant;
const entry = (kind: string, day: string, facts: DocketEntry['facts']): DocketEntry =>
  ({ kind, at: at(day), facts }) as DocketEntry;
const limit = {
  id: 'information-request:US:1',
  clock: 'information-request',
  stage: 'S7',
  rule: 'S7',
  dueAt: at('2025-04-03'),
};
const asked = entry('information-requested', '2025-03-20', { opens: limit });
const answered = entry('information-answered', '2025-03-25', { closes: [limit.id] });

const running = (...entries: readonly DocketEntry[]) =>
  runningDeadlines(entries.reduce(withDeadlinesOf, noDeadlines)).map(({ id }) => id);

describe('the limits of a case on the docket', () => {
  it('end one by one where the panel says so, while their stage goes on', () => {
    const review = entry('review-opened', '2025-03-18', {
      review: { ...limit, id: 'review', clock: 'review', dueAt: at('2025-04-23') },
    });
    expect(running(review, asked)).toEqual(['information-request:US:1', 'review']);
    expect(running(review, asked, answered)).toEqual(['review']);
  });

  it('of the officials ends as the consultations go on higher up, while these go on', () => {
    const limitOf = (clock: string, dueAt: string) => ({ ...limit, id: clock, clock, stage: 'S5', dueAt: at(dueAt) });
    const began = entry('calendar-noted', '2025-03-05', {
      moved: [limitOf('consultations', '2025-03-26'), limitOf('officials', '2025-03-17')],
    });
    const escalated = entry('consultations-escalated', '2025-03-12', { fromLevel: 'officials', toLevel: 'coheads' });
    expect(running(began)).toEqual(['officials', 'consultations']);
    expect(running(began, escalated)).toEqual(['consultations']);
  });

  it('are the same in whatever order their end is heard of', () => expect(running(answered, asked)).toEqual([]));
});
