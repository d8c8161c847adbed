import type { PartyCode } from '@parley/kernel';
import { type StandStill } from '@parley/procedure';
import { regionStateOf } from '../panel/panel-state.rules';
import {
  at,
  clocksOf,
  consultationsEnd,
  convened,
  deciding,
  disclosed,
  expire,
  member,
  nominate,
  opened,
  openedPanel,
  person,
  reviewing,
  rosterOf,
  text,
  type Said,
} from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';

const longStop = at('2025-10-10T17:00:00+02:00');
const suspend = (when: string): Said => ({ told: 'suspended', at: at(when) });
const stillOf = (from: string, to: string): StandStill => clocksOf('2026-1').standStill(at(from), { at: at(to) });
const resume = (from: string, to: string): Said => ({
  told: 'resumed',
  longStop,
  still: stillOf(from, to),
  at: at(to),
});
const reopen = (from: string, to: string): Said => ({
  told: 'reopened',
  longStop,
  still: stillOf(from, to),
  at: at(to),
});
const [STOP, GO] = ['2025-03-20T10:00:00Z', '2025-05-20T10:00:00Z'];
const ended: Said = { told: 'screening-ended', outcome: 'withdrawn', at: at(STOP) };

describe('a panel whose screening is suspended', () => {
  const suspended = givenPanel().when(...reviewing, suspend(STOP));

  it('stands still: its clocks stop, and it is in no stage that moves', () => {
    expect(suspended.recorded).toEqual(['ClocksStoodStill']);
    expect(suspended.events.at(-1)?.data.closes).toEqual(['review', 'evidence', 'terms']);
    expect(regionStateOf(suspended.state)).toBe('suspended');
    expect(suspended.when(expire('review')).recorded).toEqual([]);
  });

  it('refuses acts from that very instant on, and takes what was received before', () => {
    const leave = (when: string): Said => ({
      type: 'RecuseMember',
      ...member('us-1', when),
      reason: text('Illness.'),
    });
    expect(suspended.refusalOf(leave(STOP))).toBe('screening-suspended');
    expect(suspended.when(leave('2025-03-20T09:59:59.999Z')).recorded.at(0)).toBe('MemberRecused');
  });

  it('lets a default of before the suspension take effect, however late it is decided (I-18)', () => {
    const late = givenPanel().when(...disclosed, suspend('2025-03-01T10:00:00Z'), expire('challenge:CN:1'));
    expect(openedPanel(late.state).convening?.at).toBe('2025-02-21T16:00:00.000Z');
  });

  it('holds no findings up that were decided before it, though that is heard only later (I-68)', () => {
    const made = givenPanel().when(...deciding, suspend('2025-05-07T15:00:20Z'), expire('findings'), {
      type: 'RecordFindings',
      salt: 'aa',
      closedAt: at('2025-05-07T15:00:00Z'),
      closedBy: 'time',
      seats: 4,
      seated: [],
      votes: [],
      objectionVotes: [],
      reasons: [],
      statements: [],
    });
    expect(made.recorded).toEqual(['FindingsDecided', 'FindingsWritten']);
    expect(made.when(expire('certification')).recorded).toEqual(['FindingsIssued']);
  });

  it(
    'lets nothing run that an act or a default of before starts though it is decided only then, and gives ' +
      'it all its time afterwards',
    () => {
      const late = suspended.when({
        type: 'RecuseMember',
        ...member('us-1', '2025-03-20T09:59:59.999Z'),
        reason: text('Illness.'),
      });
      const [left, , still] = late.events.slice(-3);
      const [nomination] = left?.type === 'MemberRecused' ? left.data.opens.map(({ id }) => id) : [];
      expect(nomination).toBe('nomination:US:1');
      expect(still).toMatchObject({ type: 'ClocksStoodStill', occurredAt: at(STOP), data: { closes: [nomination] } });
      expect(late.when(expire('nomination:US:1')).recorded).toEqual([]);
      const gone = late.when(resume(STOP, GO));
      expect((openedPanel(gone.state).running['nomination:US:1']?.dueAt ?? '') > GO).toBe(true);
    },
  );

  it('goes on with what was left of each clock, which keeps its first date and the reason (I-64)', () => {
    const told = suspended.when(resume(STOP, GO));
    expect(regionStateOf(told.state)).toBe('reviewing');
    const { review } = openedPanel(told.state).running;
    expect(review).toMatchObject({ firstDate: '2025-04-23', changes: [{ kind: 'standstill' }] });
    expect((review?.dueAt ?? '') > '2025-06-20').toBe(true);
    expect(openedPanel(told.state).longStop).toBe(longStop);
  });

  it('starts the review with the resumption when consultations ended meanwhile', () => {
    const told = givenPanel().when(
      ...convened,
      suspend('2025-03-10T10:00:00Z'),
      consultationsEnd('2025-03-18T17:00:00+01:00'),
    );
    expect(told.recorded).toEqual([]);
    const gone = told.when(resume('2025-03-10T10:00:00Z', GO));
    expect(gone.recorded).toEqual(['ReviewOpened']);
    expect(openedPanel(gone.state).running['review']?.trigger).toMatchObject({
      event: 'ScreeningResumed',
      instant: at(GO),
    });
  });

  it('is suspended once, and goes on once', () => {
    expect(suspended.when(suspend('2025-03-21T10:00:00Z')).recorded).toEqual([]);
    expect(suspended.when(resume(STOP, GO)).when(resume(STOP, GO)).recorded).toEqual([]);
  });

  it('stops for good when the screening ends, and stands still again when that is set aside', () => {
    const lapsed = suspended.when({ ...ended, at: at('2025-04-20T10:00:00Z') });
    expect(regionStateOf(lapsed.state)).toBe('stopped');
    const aside = lapsed.when({ told: 'lapse-set-aside', at: at('2025-04-21T10:00:00Z') });
    expect([regionStateOf(aside.state), aside.events.at(-1)?.data.opens]).toEqual(['suspended', []]);
  });
});

describe('a panel whose screening a settlement had ended that a side repudiates (I-67)', () => {
  const settledAt = (when: string): Said => ({ told: 'screening-ended', outcome: 'settled', at: at(when) });
  const SETTLED = '2025-02-19T10:00:00Z';
  const repudiate = (party: 'CN' | 'US', when: string, longer?: string): Said => ({
    told: 'lapse-set-aside',
    repudiated: { party: party as PartyCode, endedAt: at(SETTLED) },
    at: at(when),
    ...(longer === undefined ? {} : { longStop: at(longer) }),
  });
  const stopped = givenPanel().when(...opened, settledAt(SETTLED));
  const ends = ({ state }: typeof stopped) =>
    Object.fromEntries(Object.values(openedPanel(state).running).map(({ id, dueAt }) => [id, dueAt]));

  it('goes on: what fell due meanwhile is over for that side, and the other has 5 joint business days', () => {
    const [before, when] = [ends(givenPanel().when(...opened)), '2025-02-26T10:00:00Z'];
    const told = stopped.when(repudiate('US', when));
    expect([told.recorded, regionStateOf(told.state)]).toEqual([['ClocksWentOn'], 'composing']);
    expect(told.events.at(-1)).toMatchObject({ rule: 'I-67', occurredAt: at(when), data: { by: 'repudiated' } });
    expect((before['nomination:US:1'] ?? '') < when).toBe(true);
    expect(ends(told)).toMatchObject({
      'nomination:US:1': at(when),
      'nomination:CN:1': at('2025-03-05T16:00:00Z'),
    });
    expect(told.when(repudiate('US', when)).recorded).toEqual([]);
  });

  it('keeps each limit that is still to come, and takes the long-stop from the intake', () => {
    const early = givenPanel()
      .when(...opened, settledAt('2025-02-12T10:00:00Z'))
      .when(repudiate('US', '2025-02-13T10:00:00Z', '2025-12-01T17:00:00+01:00'));
    expect(ends(early)).toEqual(ends(givenPanel().when(...opened)));
    expect(openedPanel(early.state).longStop).toBe(at('2025-12-01T17:00:00+01:00'));
  });

  it('stays suspended if it was, with its clocks standing still', () => {
    const suspended = givenPanel().when(...opened, suspend('2025-02-11T10:00:00Z'), settledAt(SETTLED));
    const told = suspended.when(repudiate('US', '2025-02-20T10:00:00Z'));
    expect([told.recorded, regionStateOf(told.state)]).toEqual([[], 'suspended']);
  });
});

describe('a panel whose screening both parties reopen (I-26)', () => {
  it('goes on where it stood, with what was left of each clock', () => {
    const told = givenPanel()
      .when(...reviewing, ended)
      .when(reopen(STOP, GO));
    expect([told.recorded, regionStateOf(told.state)]).toEqual([['ClocksWentOn'], 'reviewing']);
    expect(openedPanel(told.state).running['review']?.changes).toMatchObject([{ kind: 'standstill' }]);
  });

  it('takes acts again', () => {
    const told = givenPanel().when(...opened, { ...ended, at: at('2025-02-12T10:00:00Z') });
    expect(told.refusalOf(nominate('us-1', '2025-02-13T10:00:00Z'))).toBe('screening-ended');
    expect(
      told.when(reopen('2025-02-12T10:00:00Z', GO)).when(nominate('us-1', '2025-05-21T10:00:00Z')).recorded,
    ).toEqual(['MemberNominated']);
  });

  it('that could not be had is composed anew from the rosters of then, with a new secret for draws', () => {
    const none = givenPanel().when(
      ...opened.map((command) =>
        'type' in command && command.type === 'OpenPanel'
          ? { ...command, rosters: { complainant: rosterOf('cn', 1), respondent: rosterOf('us', 4) } }
          : command,
      ),
    );
    const stopped = none.when(nominate('cn-1', '2025-02-12T10:00:00Z'), expire('nomination:US:1'), {
      ...ended,
      at: at('2025-02-26T10:00:00Z'),
    });
    expect(regionStateOf(stopped.state)).toBe('impossible');
    const anew = {
      rosters: { complainant: rosterOf('cn', 4), respondent: rosterOf('us', 4) },
      duty: { complainant: [], respondent: [] },
    };
    const told = stopped.when({ ...reopen('2025-02-26T10:00:00Z', GO), anew } as Said);
    expect([told.recorded, regionStateOf(told.state)]).toEqual([['RostersFrozenAnew'], 'composing']);
    expect(Object.keys(openedPanel(told.state).running).toSorted()).toEqual([
      'nomination:CN:1',
      'nomination:CN:2',
      'nomination:US:1',
      'nomination:US:2',
    ]);
    // Former members are not eligible again.
    expect(told.refusalOf(nominate('cn-1', '2025-05-21T10:00:00Z'))).toBe('nominee-not-eligible');
    const drawn = told.when(expire('nomination:US:1'));
    expect(drawn.recorded.every((type) => type === 'MemberDrawn')).toBe(true);
    const { draws } = openedPanel(drawn.state);
    expect(new Set(draws.map(({ secret }) => secret)).size).toBe(draws.length);
  });

  it('that could not be had stays so where no rosters are told', () => {
    const none = givenPanel().when(
      ...opened.map((command) =>
        'type' in command && command.type === 'OpenPanel'
          ? { ...command, rosters: { complainant: [], respondent: [] } }
          : command,
      ),
    );
    const told = none.when(
      expire('nomination:CN:1'),
      { ...ended, at: at('2025-02-26T10:00:00Z') },
      reopen('2025-02-26T10:00:00Z', GO),
    );
    expect(regionStateOf(told.state)).toBe('impossible');
    expect(openedPanel(told.state).everSeated).not.toContain(person('us-1'));
  });
});
