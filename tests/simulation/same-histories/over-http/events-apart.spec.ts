import type { Actor, Instant, PartyCode, PersonId, Role } from '@parley/kernel';
import { eventsApart, type ComparedEvent } from './events-apart';

const person = (role: Role, party: string, personId = 'somebody'): Actor => ({
  kind: 'person',
  personId: personId as PersonId,
  role,
  party: party as PartyCode,
});
const deadlines: Actor = { kind: 'system', process: 'deadlines' };
const event = (type: string, at: string, actor: Actor = deadlines, says = '{}'): ComparedEvent => ({
  type,
  occurredAt: at as Instant,
  actor,
  says,
});
const apart = (here: readonly ComparedEvent[], there: readonly ComparedEvent[]) =>
  eventsApart('intake.case', here, there);

const FILED = event('GrievanceFiled', '2025-02-03T09:12:01.234Z', person('desk', 'CN', 'b-desk'));
const LAPSED = event('ReplyLapsed', '2025-02-18T16:00:00.000Z');

describe('the events of a stream', () => {
  it('are the same when people have other names and acts come a little later', () => {
    expect(
      apart(
        [FILED, LAPSED],
        [event('GrievanceFiled', '2025-02-03T09:12:04.000Z', person('desk', 'CN', 'cn-desk')), LAPSED],
      ),
    ).toEqual([]);
  });

  it.each([
    ['another type', event('ReplyFiled', LAPSED.occurredAt)],
    ['somebody who acted', event('ReplyLapsed', LAPSED.occurredAt, person('desk', 'US'))],
    ['an end of a working day that is a second off', event('ReplyLapsed', '2025-02-18T16:00:01.000Z')],
    ['another day', event('ReplyLapsed', '2025-02-19T16:00:00.000Z')],
  ])('are not the same with %s', (_, other) => {
    expect(apart([FILED, LAPSED], [FILED, other])).toEqual([
      expect.stringMatching(
        /^intake\.case 1: ReplyLapsed by the system at 2025-02-18T16:00:00\.000Z here, and \w+ by .+ there$/,
      ),
    ]);
  });

  it.each([
    ['the other side', event('GrievanceFiled', FILED.occurredAt, person('desk', 'US'))],
    ['another office', event('GrievanceFiled', FILED.occurredAt, person('registry', 'CN'))],
  ])('are not the same when %s acted', (_, other) => {
    expect(apart([FILED], [other])).toHaveLength(1);
  });

  it('are not the same when there are more or fewer', () => {
    expect(apart([FILED, LAPSED], [FILED])).toEqual([
      `intake.case 1: ReplyLapsed by the system at ${LAPSED.occurredAt} here, and nothing there`,
    ]);
    expect(apart([FILED], [FILED, LAPSED])).toEqual([
      `intake.case 1: only there ReplyLapsed by the system at ${LAPSED.occurredAt}`,
    ]);
  });

  it('are not the same when they say something else', () => {
    expect(
      apart(
        [FILED, event('ReplyFiled', LAPSED.occurredAt, deadlines, '{"position":"accepts"}')],
        [FILED, event('ReplyFiled', LAPSED.occurredAt, deadlines, '{"position":"objects"}')],
      ),
    ).toEqual(['intake.case 1: ReplyFiled says …{"position":"accepts"}… here, and …{"position":"objects"}… there']);
  });

  it('may change places when they are of one moment, and not otherwise', () => {
    const same = event('SummaryUnanswered', LAPSED.occurredAt);
    expect(apart([FILED, LAPSED, same], [FILED, same, LAPSED])).toEqual([]);
    expect(apart([FILED, LAPSED], [LAPSED, FILED])).toHaveLength(1);
  });
});
