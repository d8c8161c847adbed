import type { Instant } from '@parley/kernel';
import fc from 'fast-check';
import { caseAt, caseDifference, type RecordedFact } from './case-at.rules';

const minute = (n: number): Instant => new Date(Date.UTC(2025, 1, 1, 0, n)).toISOString() as Instant;
const limit = (id: string, due: number) => ({
  id,
  clock: id,
  stage: 'S4',
  rule: 'S4',
  dueAt: minute(due),
  provisional: false,
});

const fact = (index: number, stream: string, type: string, data: object = {}): RecordedFact => ({
  ...{
    stream,
    revision: index,
    eventId: `e${index}`,
    type,
    rule: 'S4',
    ruleSetVersion: '2026-1',
    tier: 'PARTIES',
    commitment: `c${index}`,
    data,
  },
  occurredAt: minute(index),
  recordedAt: minute(index),
  actor: { kind: 'system', process: 'spec' },
});

const move = fc.record({
  stream: fc.constantFrom('intake.case-1', 'panelreview.panel-1'),
  type: fc.constantFrom('CallOffered', 'CallAnswered', 'ReplyFiled'),
  opens: fc.array(
    fc.record({ id: fc.constantFrom('reply', 'review', 'interim'), due: fc.integer({ min: 100, max: 104 }) }),
    { maxLength: 2 },
  ),
  closes: fc.array(fc.constantFrom('reply', 'review', 'interim'), { maxLength: 2 }),
});
const histories = fc
  .array(move, { maxLength: 20 })
  .map((moves) =>
    moves.map(({ stream, type, opens, closes }, index) =>
      fact(index, stream, type, { opens: opens.map(({ id, due }) => limit(id, due)), closes }),
    ),
  );

describe('the difference of a case between two instants', () => {
  it('names what went on, what happened in between, and the limits that began, ended and moved', () => {
    const facts = [
      fact(0, 'a', 'Filed', { opens: [limit('reply', 100), limit('review', 101)] }),
      fact(1, 'a', 'Called'),
      fact(2, 'a', 'Called', { opens: [limit('review', 109), limit('interim', 105)], closes: ['reply'] }),
    ];
    expect(caseDifference(caseAt(facts.slice(0, 2)), caseAt(facts))).toMatchObject({
      parts: [{ stream: 'a', before: { eventId: 'e1' }, after: { eventId: 'e2' } }],
      happened: [{ type: 'Called', times: 1 }],
      opened: [{ id: 'interim' }],
      closed: [{ id: 'reply' }],
      moved: [{ before: { dueAt: minute(101) }, after: { dueAt: minute(109) } }],
    });
  });

  it('is nothing between an instant and itself', () => {
    fc.assert(
      fc.property(histories, (facts) => {
        expect(caseDifference(caseAt(facts), caseAt(facts))).toEqual({
          parts: [],
          happened: [],
          opened: [],
          closed: [],
          moved: [],
        });
      }),
    );
  });

  it('makes of the case as it was the case as it became, whichever two instants are taken', () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat(), (facts, one, other) => {
        const [from, to] = [one, other].map((cut) => cut % (facts.length + 1)).toSorted((a, b) => a - b) as [
          number,
          number,
        ];
        const [before, after] = [caseAt(facts.slice(0, from)), caseAt(facts.slice(0, to))];
        const { happened, opened, closed, moved } = caseDifference(before, after);
        const counted = (list: readonly { times: number }[]): number => list.reduce((sum, { times }) => sum + times, 0);
        expect(counted(before.happened) + counted(happened)).toBe(counted(after.happened));
        const ends = new Map(before.running.map(({ stream, id, dueAt }) => [`${stream} ${id}`, dueAt]));
        for (const { stream, id } of closed) ends.delete(`${stream} ${id}`);
        for (const { stream, id, dueAt } of [...opened, ...moved.map(({ after: now }) => now)])
          ends.set(`${stream} ${id}`, dueAt);
        expect(ends).toEqual(new Map(after.running.map(({ stream, id, dueAt }) => [`${stream} ${id}`, dueAt])));
      }),
    );
  });
});
