import {
  at,
  challenge,
  CN,
  decide,
  deciding,
  desk,
  disclose,
  expire,
  openedPanel,
  person,
  reviewing,
  rosterOf,
  opening,
  US,
  type Said,
} from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';

const start = givenPanel();
const panel = start.when(...reviewing);
const DAY = '2025-03-20T10:00:00Z';
const forFact = (id: string, when: string, cameToLight = when): Said => ({
  ...(challenge(id.startsWith('cn') ? US : CN, id, when) as Extract<Said, { type: 'ChallengeMember' }>),
  cameToLight: at(cameToLight),
});
const seatOf = (state: unknown, id: string) =>
  openedPanel(state as never).seats.find(({ occupancy }) => 'member' in occupancy && occupancy.member.personId === id);

describe('a disclosure after the panel was composed (S6)', () => {
  const later = panel.when(disclose('us-1', DAY));

  it('opens five working days for a challenge, in which the panel is not whole, on its own side’s account', () => {
    expect(later.recorded).toEqual(['DisclosureMade', 'SeatTimeCounted']);
    expect(openedPanel(later.state).running['challenge:US:1']).toMatchObject({
      awaits: 'party:CN',
      dueAt: at('2025-03-27T16:00:00Z'),
    });
    expect(openedPanel(later.state).seatTime.accounts).toEqual([{ party: US, days: 8 }]);
    expect(seatOf(later.state, 'us-1')?.occupancy).toMatchObject({
      stage: 'open-to-challenge',
      disclosure: { statement: [{}, {}], madeAt: at(DAY) },
    });
    expect(later.when(expire('challenge:US:1')).recorded).toEqual(['ChallengeTimeEnded', 'ParityRestored']);
    expect(later.when(challenge(CN, 'us-1', '2025-03-21T10:00:00Z')).recorded).toContain('ChallengeMade');
  });

  it('opens them from the last disclosure on, where several follow each other', () =>
    expect(
      openedPanel(later.when(disclose('us-1', '2025-03-24T10:00:00Z')).state).running['challenge:US:1'],
    ).toMatchObject({ dueAt: at('2025-03-31T15:00:00Z') }));

  it('shortens no time that both sides extended, which a word more of its own side’s member else would', () => {
    const about = { signatories: 'parties', deadline: 'challenge:US:1', length: 5 } as const;
    const reason = { en: 'The file is large.', 'zh-Hans': '卷宗较多。' };
    const proposed = later.when({ type: 'ProposeExtension', ...desk(CN, '2025-03-21T10:00:00Z'), ...about, reason });
    const { id, digest } = openedPanel(proposed.state).extensions.at(-1)!;
    const signing = { signatories: 'parties', extensionId: id, digest } as const;
    const extended = proposed.when({ type: 'SignExtension', ...desk(US, '2025-03-21T11:00:00Z'), ...signing });
    const agreed = openedPanel(extended.state).running['challenge:US:1'];
    expect(agreed?.dueAt).toBe(at('2025-04-03T15:00:00Z'));
    const more = extended.when(disclose('us-1', '2025-03-24T10:00:00Z'));
    expect(openedPanel(more.state).running['challenge:US:1']).toEqual(agreed);
    expect(seatOf(more.state, 'us-1')?.occupancy).toMatchObject({ disclosure: { statement: [{}, {}, {}] } });
    const last = more.when(disclose('us-1', '2025-04-01T10:00:00Z'));
    expect(openedPanel(last.state).running['challenge:US:1']?.dueAt).toBe(at('2025-04-09T15:00:00Z'));
  });

  it('waits while the member is challenged', () =>
    expect(
      later.when(challenge(CN, 'us-1', '2025-03-21T10:00:00Z')).refusalOf(disclose('us-1', '2025-03-24T10:00:00Z')),
    ).toBe('disclosure-awaits-decision'));

  it('is made until the deliberation closes', () => {
    const open = start.when(...deciding);
    const { dueAt } = openedPanel(open.state).running['findings']!;
    expect(open.refusalOf(disclose('us-1', dueAt))).toBe('deliberation-over');
    expect(open.when(disclose('us-1', new Date(Date.parse(dueAt) - 1).toISOString())).recorded[0]).toBe(
      'DisclosureMade',
    );
  });

  it('opens none once its side has used up its days, so that nobody keeps a panel from deciding by disclosing', () => {
    let story = start.when(opening({ rosters: { complainant: rosterOf('cn', 4), respondent: rosterOf('us', 4) } }));
    story = story.when(...reviewing.slice(1), disclose('us-1', DAY));
    const due = () => openedPanel(story.state).running['challenge:US:1']?.dueAt;
    let opened = 1;
    for (let end = due(); end !== undefined && opened < 20; end = due(), opened += 1)
      story = story.when(expire('challenge:US:1'), disclose('us-1', end));
    expect(opened).toBeLessThan(12);
    expect(openedPanel(story.state).seatTime).toEqual({ days: 60, accounts: [{ party: US, days: 60 }] });
    expect(seatOf(story.state, 'us-1')?.occupancy.stage).toBe('settled');
  });
});

describe('a challenge for a fact that came to light later (S6)', () => {
  const challenged = panel.when(forFact('us-1', DAY));

  it('is made of a seated member, on record with when the fact came to light, on the account of who made it', () => {
    expect(challenged.recorded).toEqual(['ChallengeMade', 'SeatTimeCounted']);
    expect(challenged.state).toMatchObject({ challenges: [{ cameToLight: at(DAY), outcome: null }] });
    expect(seatOf(challenged.state, 'us-1')?.occupancy.stage).toBe('challenged');
    expect(openedPanel(challenged.state).seatTime.accounts.map(({ party }) => party)).toEqual([CN]);
  });

  it('is refused without such a fact, for one of the time for challenges, and for one that is still to come', () => {
    expect(panel.refusalOf(challenge(CN, 'us-1', DAY))).toBe('not-open-to-challenge');
    // The time for challenges ended on 20 February at 17:00 in Zurich.
    const { dueAt } = openedPanel(start.when(...reviewing.slice(0, -2)).state).running['challenge:US:1']!;
    expect(panel.refusalOf(forFact('us-1', DAY, dueAt))).toBe('fact-known-in-time');
    expect(panel.when(forFact('us-1', DAY, new Date(Date.parse(dueAt) + 1).toISOString())).recorded).toHaveLength(2);
    expect(panel.refusalOf(forFact('us-1', DAY, '2025-03-20T10:00:00.001Z'))).toBe('fact-known-in-time');
  });

  it('is refused of one’s own side’s member, and a second time', () => {
    const own = { ...forFact('us-1', DAY), ...desk(US, DAY) } as Said;
    expect(panel.refusalOf(own)).toBe('own-member');
    const rejected = challenged.when(
      decide(US, 'us-1', 'not-upheld', '2025-03-21T10:00:00Z'),
      decide(CN, 'us-1', 'not-upheld', '2025-03-21T10:00:00Z'),
    );
    expect(rejected.recorded.slice(-3)).toEqual(['ChallengeDecided', 'ParityRestored', 'SeatTimeCounted']);
    expect(rejected.refusalOf(forFact('us-1', '2025-03-24T10:00:00Z'))).toBe('late-challenge-used');
    expect(rejected.when(forFact('us-2', '2025-03-24T10:00:00Z')).recorded[0]).toBe('ChallengeMade');
  });

  it('is made until the deliberation closes', () => {
    const open = start.when(...deciding);
    const { dueAt } = openedPanel(open.state).running['findings']!;
    expect(open.refusalOf(forFact('us-1', dueAt))).toBe('deliberation-over');
  });
});

describe('a peremptory replacement', () => {
  it('follows a challenge on which the co-heads were split or silent, and none that both rejected', () => {
    const both = panel.when(
      forFact('us-1', DAY),
      decide(US, 'us-1', 'not-upheld', '2025-03-21T10:00:00Z'),
      decide(CN, 'us-1', 'not-upheld', '2025-03-21T10:00:00Z'),
    );
    const replace: Said = { type: 'ReplaceMember', ...desk(CN, '2025-03-24T10:00:00Z'), member: person('us-1') };
    expect(both.refusalOf(replace)).toBe('not-open-to-replacement');
    const silent = panel.when(forFact('us-1', DAY), expire('challenge-decision:US:1'));
    const { dueAt } = openedPanel(silent.state).running['replacement:US:1']!;
    const when = new Date(Date.parse(dueAt) - 1).toISOString();
    expect(silent.when({ ...replace, ...desk(CN, when) }).recorded[0]).toBe('MemberReplaced');
  });
});
