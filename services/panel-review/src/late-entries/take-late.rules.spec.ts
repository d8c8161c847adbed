import { occupantOf } from '../composition/draw-seat.rules';
import {
  at,
  caseId,
  challenge,
  CN,
  convened,
  desk,
  disclose,
  enteredLate,
  expire,
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
import { interimDigest } from '../review/review.rules';
import type { ClaimLateEntry } from '@parley/procedure';
import type { LatePanelAct } from './late-entries.rules';

const ENTERED = '2025-03-10T10:00:00Z';
const enter = (act: Said, when = ENTERED, entryId = 'e1'): ClaimLateEntry<LatePanelAct> =>
  enteredLate(act as LatePanelAct, when, entryId);

/** China names its two members; the United States does not, and both of its seats are drawn. */
const drawn: readonly Said[] = [
  ...opened,
  nominate('cn-1', '2025-02-12T10:00:00Z'),
  nominate('cn-2', '2025-02-12T10:00:00Z', true),
  expire('nomination:US:1'),
];
const panelOf = (...commands: readonly Said[]) => givenPanel().when(...commands);
const seatOf = (panel: ReturnType<typeof panelOf>, id: string) =>
  openedPanel(panel.state).seats.find((seat) => seat.id === id)!;

describe('a nomination that came by another channel', () => {
  const onSeat = (id: string) => occupantOf(seatOf(panelOf(...drawn), id))!.personId;
  const free = ['us-1', 'us-2', 'us-3', 'us-4'].find(
    (id) => ![onSeat('respondent-1'), onSeat('respondent-2')].includes(person(id)),
  )!;
  const late = nominate(free, '2025-02-20T10:00:00Z');

  it('takes the seat from who was drawn because of the silence, by an event that points to the entry (I-19)', () => {
    const panel = panelOf(...drawn).when(enter(late));
    expect(panel.recorded).toEqual(['LateEntryCounted', 'DefaultSetAside', 'MemberNominated', 'SeatTimeCounted']);
    expect(panel.events.slice(-4, -1)).toMatchObject([
      {
        rule: 'I-67',
        occurredAt: at(ENTERED),
        data: { entryId: 'e1', act: 'nomination', cameAt: at('2025-02-20T10:00:00Z'), party: US, setsAside: true },
      },
      {
        rule: 'I-19',
        data: {
          becauseOf: 'e1',
          deadline: 'nomination:US:1',
          removed: { member: onSeat('respondent-1'), party: US },
          closes: ['disclosure:US:1'],
        },
      },
      { data: { member: free, by: 'us-desk', seat: 'respondent-1' } },
    ]);
    expect(seatOf(panel, 'respondent-1').occupancy).toMatchObject({
      stage: 'awaiting-disclosure',
      member: { personId: free, chosenBy: 'nomination' },
    });
    expect(seatOf(panel, 'respondent-2').occupancy).toEqual(seatOf(panelOf(...drawn), 'respondent-2').occupancy);
  });

  it('does not name anew who was drawn and challenged since (I-09)', () => {
    const there = onSeat('respondent-1');
    const challenged = panelOf(...drawn).when(
      disclose(there, '2025-02-25T10:00:00Z'),
      challenge(CN, there, '2025-02-26T10:00:00Z'),
    );
    expect(challenged.refusalOf(enter(nominate(there, '2025-02-20T10:00:00Z')))).toBe('nominee-not-eligible');
    expect(challenged.when(enter(late)).recorded).toContain('DefaultSetAside');
  });

  it('gives the nominee the full time from the entry, for nobody could know before', () => {
    const panel = panelOf(...drawn).when(enter(late));
    expect(openedPanel(panel.state).running['disclosure:US:1']).toMatchObject({
      trigger: { event: 'MemberNominated', instant: at(ENTERED) },
      dueDate: '2025-03-13',
    });
  });

  it('sets nothing aside when it came at the end or later, or before its time', () => {
    const panel = panelOf(...drawn);
    const due = panel.events.find(({ type }) => type === 'MemberDrawn')!.occurredAt;
    expect(panel.refusalOf(enter(nominate(free, due)))).toBe('late-entry-came-too-late');
    expect(panel.refusalOf(enter(nominate(free, '2025-02-07T10:00:00Z')))).toBe('late-entry-before-its-time');
    expect(panel.refusalOf(enter(nominate(free, '2025-03-10T10:00:00.001Z')))).toBe('late-entry-in-the-future');
    expect(panel.refusalOf(enter(nominate('cn-3', '2025-02-20T10:00:00Z')))).toBe('late-entry-nothing-awaited');
  });

  it('is entered for a party, while the screening goes on, by an officer whom it does not concern', () => {
    const panel = panelOf(...drawn);
    const of = (change: object) => panel.refusalOf(enter({ ...late, ...change }));
    expect(of({ party: null })).toBe('not-a-party');
    const ended = panel.when({ told: 'screening-ended', outcome: 'withdrawn', at: at('2025-03-01T10:00:00Z') });
    expect(ended.refusalOf(enter(late))).toBe('screening-ended');
    const officer = { personId: person('registry-1'), expertise: [], languages: [] };
    const rosters = { complainant: rosterOf('cn', 4), respondent: [...rosterOf('us', 4), officer] };
    const onRoster = panelOf(opening({ rosters }));
    const self = { ...nominate('us-1', '2025-02-12T10:00:00Z'), member: officer.personId } as Said;
    expect(onRoster.refusalOf(enter(self))).toBe('two-capacities-in-case');
    expect(onRoster.when(self).recorded).toEqual(['MemberNominated']);
  });

  it('is simply filed as of its receipt while it is still awaited', () => {
    const panel = panelOf(...opened).when(enter(nominate('us-1', '2025-02-12T10:00:00Z'), '2025-02-14T10:00:00Z'));
    expect(panel.recorded).toEqual(['LateEntryCounted', 'MemberNominated']);
    expect(panel.events.at(-2)).toMatchObject({ data: { setsAside: false } });
  });

  it('names even who was drawn for that seat in the meantime, or for the other one', () => {
    const again = panelOf(...drawn, expire('disclosure:US:1'));
    expect(again.when(enter(nominate(onSeat('respondent-1'), '2025-02-20T10:00:00Z'))).recorded).toContain(
      'MemberNominated',
    );
    const other = panelOf(...drawn).when(enter(nominate(onSeat('respondent-2'), '2025-02-20T10:00:00Z')));
    expect(seatOf(other, 'respondent-2').occupancy).toMatchObject({
      member: { personId: onSeat('respondent-2'), chosenBy: 'nomination' },
    });
  });

  it('takes effect once, and one for the other seat may follow', () => {
    const once = panelOf(...drawn).when(enter(late));
    expect(once.refusalOf(enter(late, ENTERED, 'e2'))).toBe('nominee-not-eligible');
    expect(Object.keys(openedPanel(once.state).lapsed)).toEqual(['nomination:US:2']);
  });
});

describe('a challenge that came by another channel', () => {
  const late = challenge(CN, 'us-1', '2025-02-17T10:00:00Z');

  it('opens the seat of a convened panel to a decision', () => {
    const panel = panelOf(...convened).when(enter(late));
    expect(panel.recorded).toEqual(['LateEntryCounted', 'DefaultSetAside', 'ChallengeMade', 'SeatTimeCounted']);
    expect(seatOf(panel, 'respondent-1').occupancy.stage).toBe('challenged');
    expect(openedPanel(panel.state).running['challenge-decision:US:1']?.trigger.instant).toBe(at(ENTERED));
    expect(panel.when(expire('challenge-decision:US:1'), expire('replacement:US:1')).recorded).toContain(
      'ParityRestored',
    );
  });

  it('changes nothing once the findings are being made without a vote that could be taken back', () => {
    const over = panelOf(...reviewing, expire('review'), expire('findings'));
    expect(over.refusalOf(enter(late, '2025-06-20T10:00:00Z'))).toBe('late-entry-overtaken');
  });
});

describe('comments that came by another channel', () => {
  const interim: Said = {
    type: 'RecordInterim',
    at: at('2025-04-10T10:00:00Z'),
    text: text('So far.'),
    exhibits: [],
    digest: interimDigest(caseId, text('So far.'), []),
  };
  const comment = (party: typeof US): Said => ({
    type: 'CommentInterim',
    ...desk(party, '2025-04-15T10:00:00Z'),
    comment: text('Not so.'),
  });
  const closed = panelOf(...reviewing, interim, expire('interim-comments'));

  it('put each party’s comment on record beside the findings that are under way', () => {
    const panel = closed.when(enter(comment(US), '2025-05-05T10:00:00Z'));
    expect(panel.recorded).toEqual(['LateEntryCounted', 'DefaultSetAside', 'InterimCommented']);
    expect(openedPanel(panel.state)).toMatchObject({ stage: { name: 'deciding' }, comments: [{ side: 'respondent' }] });
    expect(openedPanel(panel.state).running).toEqual(openedPanel(closed.state).running);
    const both = panel.when(enter(comment(CN), '2025-05-05T11:00:00Z', 'e2'));
    expect(both.recorded).toEqual(['LateEntryCounted', 'DefaultSetAside', 'InterimCommented']);
    expect(both.refusalOf(enter(comment(CN), '2025-05-05T12:00:00Z', 'e3'))).toBe('already-commented');
  });
});
