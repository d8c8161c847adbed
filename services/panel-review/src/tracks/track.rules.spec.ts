import { given } from '@parley/testing';
import { regionStateOf } from '../panel/panel-state.rules';
import {
  at,
  claims,
  disclose,
  expire,
  exhibit,
  member,
  nominate,
  openedPanel,
  opening,
  registeredAt,
  rosterOf,
  type Said,
  deliberation,
} from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';
import type { UrgencyVerdict } from './tracks.rules';

const urgent = [opening({ track: 'urgent', longStop: at('2025-03-12T17:00:00+01:00') }), claims, exhibit];
const named = [
  ...urgent,
  ...['cn-1', 'us-1'].flatMap((id) => [
    nominate(id, '2025-02-11T10:00:00Z', true),
    disclose(id, '2025-02-11T12:00:00Z'),
  ]),
];
const whole = [...named, expire('challenge:CN:1')];
const refused: Said = { type: 'RecordUrgency', verdict: 'refused', at: at('2025-02-13T10:00:00Z') };
const track = (to: 'standard' | 'complex', when: string, longStop: string | null = null): Said => ({
  told: 'track',
  track: to,
  longStop: longStop === null ? null : at(longStop),
  at: at(when),
});
const panelAfter = (...commands: readonly Said[]) => openedPanel(givenPanel().when(...commands).state);

describe('a panel on the urgent track', () => {
  it('has one seat a side, to be filled within three days of the registration', () => {
    const { seats, running } = panelAfter(...urgent);
    expect(seats.map(({ id }) => id)).toEqual(['complainant-1', 'respondent-1']);
    expect(Object.values(running).map(({ track: on, dueDate }) => [on, dueDate])).toEqual([
      ['urgent', '2025-02-13'],
      ['urgent', '2025-02-13'],
    ]);
  });

  it('is made of who is on duty', () => {
    const panel = givenPanel().when(...urgent);
    expect(panel.refusalOf(nominate('us-3', '2025-02-11T10:00:00Z'))).toBe('nominee-not-eligible');
    expect(panel.when(nominate('us-2', '2025-02-11T10:00:00Z')).recorded).toEqual(['MemberNominated']);
    const { draws } = openedPanel(panel.when(expire('nomination:CN:1')).state);
    expect(draws.map(({ eligible }) => eligible)).toEqual([
      ['cn-1', 'cn-2'],
      ['us-1', 'us-2'],
    ]);
  });

  it('is made of the rest of the roster when nobody on duty is left', () => {
    const short = opening({ track: 'urgent', duty: { complainant: [], respondent: [] } });
    expect(panelAfter(short, expire('nomination:CN:1')).draws[0]?.eligible).toHaveLength(4);
  });

  it('opens its review as it is composed, with the end counted from the registration', () => {
    const panel = panelAfter(...whole);
    expect(regionStateOf(panel)).toBe('reviewing');
    expect(panel.running).toMatchObject({
      review: { dueDate: '2025-02-25', trigger: { instant: registeredAt } },
      'urgency-confirmation': { dueDate: '2025-02-15' },
    });
  });

  describe('whose members leave before it is whole', () => {
    const leave = (id: string, when: string): Said => ({
      type: 'RecuseMember',
      ...member(id, when),
      reason: [],
    });
    const late = [
      opening({
        track: 'urgent',
        longStop: at('2025-03-12T17:00:00+01:00'),
        rosters: { complainant: rosterOf('cn', 8), respondent: rosterOf('us', 8) },
      }),
      claims,
      ...['cn-1', 'us-1'].map((id) => nominate(id, '2025-02-11T10:00:00Z')),
      ...['cn-1', 'us-1'].map((id) => disclose(id, '2025-02-12T09:00:00Z')),
      leave('us-1', '2025-02-13T08:00:00Z'),
      expire('challenge:CN:1'),
      // Each comes, discloses and leaves an hour before a limit of 24 hours ends.
      ...['us-2', 'us-3', 'us-4', 'us-5'].flatMap((id, index) => {
        const hours = (count: number): string =>
          new Date(Date.parse('2025-02-13T08:00:00Z') + (index * 69 + count) * 3_600_000).toISOString();
        return [nominate(id, hours(23)), disclose(id, hours(46)), leave(id, hours(69))];
      }),
    ];
    const whole = [
      ...late,
      nominate('us-6', '2025-02-25T19:00:00Z'),
      disclose('us-6', '2025-02-26T18:00:00Z'),
      expire('challenge:US:1'),
    ];

    it('has no review when it is composed after its day, and five days for its findings', () => {
      const told = givenPanel().when(...whole);
      expect(told.recorded).toEqual([
        ...['ChallengeTimeEnded', 'PanelConvened', 'ReviewOpened'],
        ...['EvidenceClosed', 'InterimMissing'],
      ]);
      expect(openedPanel(told.state).running['findings']).toMatchObject({
        clock: 'late-findings',
        trigger: { event: 'PanelConvened' },
        dueDate: '2025-03-04',
      });
    });

    it('has a time of its own for findings when parity is restored after their day', () => {
      const broken = [...whole, leave('cn-1', '2025-03-04T09:00:00Z'), expire('nomination:CN:1'), expire('findings')];
      const drawn = panelAfter(...broken).draws.at(-1)?.drawn ?? '';
      const filled = [disclose(drawn, '2025-03-05T08:00:00Z'), expire('challenge:CN:1')];
      expect(panelAfter(...broken, ...filled).running['findings']).toMatchObject({
        clock: 'late-findings',
        trigger: { event: 'ParityRestored' },
        length: 5,
        dueDate: '2025-03-11',
      });
    });
  });

  it('that is not of one view of the urgency in time loses it, and the standard clocks start from there', () => {
    const told = givenPanel().when(...whole, expire('urgency-confirmation'));
    expect(openedPanel(told.state)).toMatchObject({
      track: 'standard',
      urgency: { verdict: 'unconfirmed', decidedAt: '2025-02-15T16:00:00.000Z' },
    });
    expect(told.when(expire('urgency-confirmation')).recorded).toEqual([]);
  });

  it('says what it thinks of the urgency by a majority with one of each side; the same view again adds nothing', () => {
    const room = given(deliberation);
    const view = (id: string, verdict: UrgencyVerdict = 'refused') =>
      ({
        type: 'GiveUrgencyView',
        ...member(id, '2025-02-14T10:00:00Z'),
        panel: panelAfter(...whole),
        verdict,
      }) as const;
    const one = room.when(view('cn-1'));
    expect([one.recorded, one.when(view('cn-1')).recorded]).toEqual([['UrgencyViewGiven'], []]);
    expect(one.when(view('us-1', 'confirmed')).recorded).toEqual(['UrgencyViewGiven']);
    expect(one.when(view('us-1')).recorded).toEqual(['UrgencyViewGiven', 'UrgencySettled']);
    expect(one.refusalOf(view('us-3'))).toBe('not-seated');
  });

  it('that confirms the urgency goes on as it was', () => {
    expect(panelAfter(...whole, { ...refused, verdict: 'confirmed' })).toMatchObject({
      track: 'urgent',
      urgency: { verdict: 'confirmed' },
      stage: { name: 'reviewing' },
    });
  });

  it('that refuses it takes two more members in the standard time, and its review starts anew (I-25)', () => {
    const panel = panelAfter(...whole, refused);
    expect([panel.track, regionStateOf(panel), panel.seats.map(({ id }) => id)]).toEqual([
      'standard',
      'composing',
      ['complainant-1', 'complainant-2', 'respondent-1', 'respondent-2'],
    ]);
    expect(Object.keys(panel.running).toSorted()).toEqual(['nomination:CN:2', 'nomination:US:2']);
    expect(panel.running['nomination:CN:2']).toMatchObject({
      track: 'standard',
      trigger: { event: 'UrgencyDecided' },
      length: 10,
    });
  });

  it('that refuses it revives no limit that had expired: who was drawn by lot stays (I-25)', () => {
    const drawn = [...urgent, expire('nomination:CN:1')];
    const before = panelAfter(...drawn);
    const after = panelAfter(...drawn, track('standard', '2025-02-14T09:00:00Z'));
    expect(after.seats.filter(({ number }) => number === 1)).toEqual(before.seats);
    expect(Object.values(before.running).every(({ id, dueAt }) => (after.running[id]?.dueAt ?? '') > dueAt)).toBe(true);
    expect(after.running['disclosure:CN:1']).toMatchObject({ track: 'standard', changes: [{ kind: 'track' }] });
  });

  it('hears of the change that it brought about itself, and takes from it the long-stop alone', () => {
    const told = givenPanel()
      .when(...whole, refused)
      .when(track('standard', '2025-02-13T10:00:00Z', '2025-07-10T17:00:00+02:00'));
    expect(told.recorded).toEqual([]);
    expect(openedPanel(told.state).longStop).toBe('2025-07-10T15:00:00.000Z');
  });

  it('decides nothing on the urgency twice, late, or on another track', () => {
    expect(
      givenPanel()
        .when(...whole, refused)
        .when(refused).recorded,
    ).toEqual([]);
    expect(
      givenPanel()
        .when(...whole)
        .when({ ...refused, at: at('2025-02-15T17:00:00+01:00') }).recorded,
    ).toEqual([]);
    expect(givenPanel().when(opening()).when(refused).recorded).toEqual([]);
  });
});
