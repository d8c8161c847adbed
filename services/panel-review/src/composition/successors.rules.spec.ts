import {
  at,
  challenge,
  CN,
  convened,
  deciding,
  disclose,
  expire,
  member,
  nominate,
  opened,
  openedPanel,
  opening,
  rosterOf,
  text,
  type Said,
} from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';

const start = givenPanel();
const leaves = (id: string, when: string): Said => ({
  type: 'RecuseMember',
  ...member(id, when),
  reason: text('A conflict.'),
});

describe('a seat that is filled again before the interim text', () => {
  const left = start.when(...convened, leaves('us-1', '2025-03-10T10:00:00Z'));
  const named = left.when(nominate('us-3', '2025-03-14T10:00:00Z'), disclose('us-3', '2025-03-17T10:00:00Z'));
  const running = (story: typeof left, id: string) => openedPanel(story.state).running[id];

  it('has five days for the nomination, and three each for a challenge and its decision', () => {
    expect(running(left, 'nomination:US:1')).toMatchObject({
      clock: 'successor-nomination',
      length: 5,
      dueDate: '2025-03-17',
      awaits: 'party:US',
    });
    expect(running(named, 'challenge:US:1')).toMatchObject({
      clock: 'successor-challenge',
      length: 3,
      dueDate: '2025-03-20',
      awaits: 'party:CN',
    });
    const challenged = named.when(challenge(CN, 'us-3', '2025-03-20T10:00:00Z'));
    expect(running(challenged, 'challenge-decision:US:1')).toMatchObject({
      clock: 'successor-challenge-decision',
      length: 3,
      dueDate: '2025-03-25',
    });
    expect(challenged.when(expire('challenge-decision:US:1')).recorded).toContain('ChallengeDecided');
  });

  it('is drawn by lot when nobody was named in time', () =>
    expect(left.when(expire('nomination:US:1')).recorded).toEqual(['MemberDrawn', 'SeatTimeCounted']));

  it('keeps the first times where nobody had left it, but was only silent', () => {
    const drawn = start.when(...opened, nominate('us-1', '2025-02-12T10:00:00Z'), expire('disclosure:US:1'));
    const next = openedPanel(drawn.state).draws[0]?.drawn ?? '';
    const disclosed = drawn.when(disclose(next, '2025-02-20T10:00:00Z'));
    expect(running(disclosed, 'challenge:US:1')).toMatchObject({ clock: 'challenge', length: 5 });
  });

  it('is due no sooner than the first nominations of its side, until which a short roster can be filled up', () => {
    const short = opening({ rosters: { complainant: rosterOf('cn', 4), respondent: rosterOf('us', 1) } });
    const early = start.when(short, nominate('us-1', '2025-02-11T10:00:00Z'), leaves('us-1', '2025-02-11T11:00:00Z'));
    const { running: clocks, fillableUntil } = openedPanel(early.state);
    expect((clocks['nomination:US:1']?.dueAt ?? '') >= fillableUntil.respondent).toBe(true);
    const late = start.when(
      ...opened,
      nominate('us-1', '2025-02-24T10:00:00Z'),
      leaves('us-1', '2025-02-24T11:00:00Z'),
    );
    expect(running(late, 'nomination:US:1')).toMatchObject({ clock: 'successor-nomination', dueDate: '2025-03-03' });
  });
});

describe('a seat that is filled again from the interim text on', () => {
  const instant = '2025-04-28T10:00:00.123Z';
  const left = start.when(...deciding, leaves('us-1', instant));

  it('is drawn at once, as of the instant at which it fell vacant, and awaits no side', () => {
    const { running } = openedPanel(left.state);
    expect(running['nomination:US:1']).toMatchObject({ clock: 'successor-draw', dueAt: at(instant) });
    expect(running['nomination:US:1']?.awaits).toBeUndefined();
    const drawn = left.when(expire('nomination:US:1'));
    expect(drawn.recorded).toEqual(['MemberDrawn', 'SeatTimeCounted']);
    expect(drawn.events.at(-2)).toMatchObject({ occurredAt: at(instant), data: { closes: ['nomination:US:1'] } });
  });

  it('is filled by no nomination of its side', () => {
    expect(left.refusalOf(nominate('us-3', instant))).toBe('nomination-out-of-time');
    expect(left.when(expire('nomination:US:1')).refusalOf(nominate('us-3', '2025-04-28T10:00:01Z'))).toBe(
      'no-vacant-seat',
    );
  });
});
