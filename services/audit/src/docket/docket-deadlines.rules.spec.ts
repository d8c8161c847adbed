import type { Instant } from '@parley/kernel';
import { noDeadlines, runningDeadlines, withDeadlinesOf, type DocketEntry } from './docket-deadlines.rules';

const at = (day: string): Instant => `${day}T10:00:00.000Z` as Instant;
const entry = (kind: string, day: string, limits: object): DocketEntry =>
  ({ kind, at: at(day), recordedAt: at(day), sequence: 0, facts: { limits } }) as unknown as DocketEntry;
const limit = {
  id: 'information-request:US:1',
  clock: 'information-request',
  stage: 'S7',
  rule: 'S7',
  dueAt: at('2025-04-03'),
};
const asked = entry('information-requested', '2025-03-20', { opens: [limit] });
const answered = entry('information-answered', '2025-03-25', { closes: [limit.id] });

const running = (...entries: readonly DocketEntry[]) =>
  runningDeadlines(entries.reduce(withDeadlinesOf, noDeadlines)).map(({ id }) => id);

describe('the limits of a case on the docket', () => {
  const review = entry('review-opened', '2025-03-18', {
    opens: [{ ...limit, id: 'review', clock: 'review', dueAt: at('2025-04-23') }],
  });

  it('end one by one, while their stage goes on', () => {
    expect(running(review, asked)).toEqual(['information-request:US:1', 'review']);
    expect(running(review, asked, answered)).toEqual(['review']);
  });

  it('are the same in whatever order their end is heard of', () => expect(running(answered, asked)).toEqual([]));

  it('run on where one event ends a limit and opens it again under its id', () => {
    const moved = entry('panel-limits-moved', '2025-03-26', { closes: [limit.id], opens: [limit] });
    expect(running(asked, moved)).toEqual([limit.id]);
  });

  it('end where a later event of the same instant ends them, whichever is heard of first', () => {
    const ended = { ...answered, recordedAt: asked.recordedAt, sequence: 1 };
    expect(running(asked, ended)).toEqual([]);
    expect(running(ended, asked)).toEqual([]);
  });

  it('include no long-stop once the deliberation is closed (I-68)', () => {
    const registered = entry('case-registered', '2025-03-01', {
      opens: [{ ...limit, id: 'long-stop', clock: 'long-stop', stage: 'long-stop' }],
    });
    expect(running(registered)).toEqual(['long-stop']);
    expect(running(registered, entry('findings-decided', '2025-03-20', {}))).toEqual([]);
  });

  const suspended = entry('screening-suspended', '2025-03-21', {});
  const resumed = entry('screening-resumed', '2025-03-28', {});

  it('stand still with the screening, and a dossier’s goes on', () => {
    const dossier = { ...limit, id: 'dossier:1', clock: 'dossier', stage: 'S12' };
    const asked = entry('dossier-requested', '2025-03-20', { opens: [dossier] });
    expect(running(review, asked, suspended)).toEqual(['dossier:1']);
  });

  it('end with the screening on the urgent track too, where the first call has not been offered', () => {
    const firstCall = { ...limit, id: 'first-call', clock: 'first-call', stage: 'urgent' };
    const registered = entry('case-registered', '2025-03-20', { opens: [firstCall] });
    expect(running(registered)).toEqual(['first-call']);
    expect(running(registered, entry('screening-ended', '2025-03-21', {}))).toEqual([]);
  });

  it('stay ended when the screening goes on, but for those that go on with it', () => {
    const on = entry('panel-limits-moved', '2025-03-28', { opens: [{ ...limit, id: 'review' }] });
    for (const order of [
      [review, asked, suspended, resumed, on],
      [review, asked, on, resumed, suspended],
    ])
      expect(running(...order)).toEqual(['review']);
  });

  it('run as before once the end of the screening is set aside', () => {
    const ended = entry('screening-ended', '2025-03-21', {});
    const setAside = { ...entry('lapse-set-aside', '2025-03-21', {}), recordedAt: at('2025-03-24') };
    expect(running(review, asked, ended)).toEqual([]);
    expect(running(review, asked, ended, setAside)).toEqual(['information-request:US:1', 'review']);
  });

  it('run where an act that came before the stop is recorded only once the screening goes on', () => {
    const late = { ...entry('disclosure-made', '2025-03-20', { opens: [limit] }), recordedAt: at('2025-03-31') };
    expect(running(suspended, resumed, late)).toEqual([limit.id]);
  });
});
