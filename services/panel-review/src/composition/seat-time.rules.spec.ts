import {
  at,
  challenge,
  CN,
  convened,
  deciding,
  desk,
  disclose,
  disclosed,
  expire,
  member,
  nominate,
  opened,
  openedPanel,
  opening,
  person,
  reviewing,
  rosterOf,
  text,
  US,
  type Said,
} from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';

const start = givenPanel();
const leaves = (id: string, when: string): Said => ({
  type: 'RecuseMember',
  ...member(id, when),
  reason: text('A conflict.'),
});
const timeOf = (...saids: readonly Said[]) => openedPanel(start.when(...saids).state).seatTime;

describe('the time of seats (I-69)', () => {
  it('is nothing in the plain time of S6, whoever is late in it', () => {
    expect(timeOf(...convened)).toEqual({ days: 0, accounts: [] });
    expect(timeOf(...disclosed, leaves('us-1', '2025-02-14T10:00:00Z')).accounts).toEqual([]);
  });

  it('is on the account of the side of the seat, to the end of the clock that runs for it', () => {
    const left = start.when(...reviewing, leaves('us-1', '2025-03-20T10:00:00Z'));
    expect(left.recorded).toEqual(['MemberRecused', 'SeatTimeCounted']);
    expect(left.events.at(-1)).toMatchObject({
      tier: 'PUBLIC',
      rule: 'I-69',
      // From 20 March up to the nomination's end on 27 March. A long-stop of 20 March would come on 28 March.
      data: { days: 8, accounts: [{ party: US, days: 8 }] },
    });
  });

  it('is counted as it was once the panel is whole again', () => {
    const whole = [
      ...reviewing,
      leaves('us-1', '2025-03-20T10:00:00Z'),
      nominate('us-3', '2025-03-21T10:00:00Z'),
      disclose('us-3', '2025-03-24T10:00:00Z'),
      expire('challenge:US:1'),
    ];
    // From 20 to 27 March.
    expect(timeOf(...whole)).toEqual({ days: 8, accounts: [{ party: US, days: 8 }] });
  });

  it('counts a day that both sides owe once in all', () => {
    const both = [...reviewing, leaves('us-1', '2025-03-20T10:00:00Z'), leaves('cn-1', '2025-03-21T10:00:00Z')];
    expect(timeOf(...both)).toEqual({
      days: 9,
      accounts: [
        { party: CN, days: 8 },
        { party: US, days: 8 },
      ],
    });
  });

  it('is on the account of who made a challenge that fails, and of the one refilling that follows from it', () => {
    const failed = [
      ...opened,
      ...['cn-1', 'cn-2', 'us-1', 'us-2'].map((id) => nominate(id, '2025-02-24T10:00:00Z')),
      ...['cn-1', 'cn-2', 'us-1', 'us-2'].map((id) => disclose(id, '2025-02-27T10:00:00Z')),
      challenge(CN, 'us-1', '2025-03-05T10:00:00Z'),
      expire('challenge:US:2'),
      expire('challenge-decision:US:1'),
    ];
    const replaced: Said = { type: 'ReplaceMember', ...desk(CN, '2025-03-19T10:00:00Z'), member: person('us-1') };
    const accounts = (...saids: readonly Said[]) => timeOf(...failed, ...saids).accounts.map(({ party }) => party);
    expect(accounts()).toEqual([CN]);
    expect(accounts(replaced)).toEqual([CN]);
    const again = [replaced, nominate('us-3', '2025-03-24T10:00:00Z'), disclose('us-3', '2025-03-25T10:00:00Z')];
    expect(accounts(...again)).toEqual([CN]);
    expect(accounts(...again, leaves('us-3', '2025-03-26T10:00:00Z'))).toEqual([CN, US]);
  });

  it('has the five days that a whole panel gets again in S9 added to it', () => {
    const left = start.when(...deciding, leaves('cn-1', '2025-05-07T14:59:59.999Z'), expire('nomination:CN:1'));
    const drawn = openedPanel(left.state).draws.at(-1)?.drawn ?? '';
    const whole = left.when(expire('findings'), disclose(drawn, '2025-05-09T10:00:00Z'), expire('challenge:CN:1'));
    // Whole on 14 May, with findings due on 21 May.
    expect(openedPanel(whole.state).running['findings']?.dueAt).toBe(at('2025-05-21T15:00:00Z'));
    expect(openedPanel(whole.state).seatTime).toEqual({ days: 15, accounts: [{ party: CN, days: 15 }] });
  });

  it('is at most sixty days a side; when they are used up, a successor is drawn at once', () => {
    const rosters = { complainant: rosterOf('cn', 4), respondent: rosterOf('us', 12) };
    let story = start.when(opening({ rosters }), ...reviewing.slice(1), leaves('us-1', '2025-03-20T10:00:00Z'));
    const lastMoment = (clock: string): string =>
      new Date(Date.parse(openedPanel(story.state).running[`${clock}:US:1`]?.dueAt ?? '') - 1).toISOString();
    const clocks: string[] = [];
    for (const id of ['us-3', 'us-4', 'us-5', 'us-6', 'us-7']) {
      story = story.when(nominate(id, lastMoment('nomination')));
      story = story.when(disclose(id, lastMoment('disclosure')));
      story = story.when(leaves(id, lastMoment('challenge')));
      clocks.push(openedPanel(story.state).running['nomination:US:1']?.clock ?? '');
      if (clocks.includes('successor-draw')) break;
    }
    expect(openedPanel(story.state).seatTime).toEqual({ days: 60, accounts: [{ party: US, days: 60 }] });
    expect([clocks.at(0), clocks.at(-1)]).toEqual(['successor-nomination', 'successor-draw']);
  });
});
