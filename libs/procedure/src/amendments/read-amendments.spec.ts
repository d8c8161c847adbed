import { calendarArchive } from '../calendars/calendar-archive';
import { clockRule } from '../rule-sets/rule-set';
import { currentRuleSet, ruleSetInForce, ruleSetOf } from '../rule-sets/rule-set-of';
import { dayStart } from '../deadlines/seat-time';
import type { Instant, IsoDate } from '@parley/kernel';
import { amendedRuleSet } from './amended-rule-set';
import { numbersOf, ruleNumbers } from './rule-numbers';
import { readAmendments } from './read-amendments';

const calendar = calendarArchive().current('US', 'CN');
const read = (...values: readonly unknown[]) =>
  readAmendments(
    values.map((value, index) => ({ source: `rules.json (${index + 1})`, value })),
    [currentRuleSet],
    calendar,
  );
const head = { version: '2026-2', amends: '2026-1', from: '2026-06-01' };
const faultsOf = (changes: object) => read({ ...head, ...changes }).faults;

describe('an amendment of the rules', () => {
  it('changes the numbers that it names and nothing else', () => {
    const { amendments, faults } = read({
      ...head,
      tracks: { standard: { clocks: { reply: { length: 12 } } } },
      clocks: { translation: { length: 15 } },
      consultations: { movesOfACallPerSide: 0 },
    });
    expect(faults).toEqual([]);
    const [amendment] = amendments;
    if (!amendment) throw new Error('nothing was read');
    const amended = amendedRuleSet(currentRuleSet, amendment, dayStart(amendment.from, currentRuleSet.seat));
    expect(amended).toMatchObject({
      version: '2026-2',
      amends: '2026-1',
      inForceFrom: '2026-05-31T22:00:00.000Z',
      consultations: { movesOfACallPerSide: 0, callTakenWithinMinutes: 30 },
    });
    expect(clockRule(amended, 'reply')).toEqual({
      ...clockRule(currentRuleSet, 'reply'),
      length: 12,
      extension: { by: 'consent-or-joint-decision', times: 1, atMost: 12 },
    });
    // One of many cases at once keeps its five days more.
    expect(clockRule(amended, 'reply-among-many')).toMatchObject({ length: 17, extension: { atMost: 17 } });
    expect(
      (['standard', 'complex', 'urgent'] as const).map((track) => clockRule(amended, 'translation', track).length),
    ).toEqual([15, 15, 15]);
    const changed = Object.entries(numbersOf(amended)).filter(
      ([field, value]) => numbersOf(currentRuleSet)[field] !== value,
    );
    expect(changed.map(([field]) => field).sort()).toEqual([
      'clocks.translation.length',
      'consultations.movesOfACallPerSide',
      'tracks.standard.clocks.reply.extension.atMost',
      'tracks.standard.clocks.reply.length',
    ]);
  });

  it('gives each reply to one of many cases as many days more as it says, whatever else it changes', () => {
    const amended = amendedRuleSet(
      currentRuleSet,
      { ...head, numbers: { 'manyCases.moreForEachReply': 7, 'tracks.standard.clocks.reply.length': 12 } },
      dayStart('2026-06-01' as IsoDate, currentRuleSet.seat),
    );
    expect(
      (['standard', 'complex', 'urgent'] as const).map((track) => clockRule(amended, 'reply-among-many', track).length),
    ).toEqual([19, 17, 3]);
  });

  it('keeps what stands twice in the rules the same', () => {
    const amended = amendedRuleSet(
      currentRuleSet,
      {
        version: 'x',
        amends: '2026-1',
        numbers: {
          'suspension.longestMonths': 6,
          'compliance.reportBeforeReviewJointBusinessDays': 8,
          'clocks.cure.rounds': 1,
        },
      },
      '2026-06-01T00:00:00.000Z' as Instant,
    );
    expect([
      clockRule(amended, 'suspension').length,
      clockRule(amended, 'status-report', 'urgent').length,
      clockRule(amended, 'completeness').rounds,
      clockRule(amended, 'completeness', 'urgent').rounds,
    ]).toEqual([6, 8, 2, 1]);
  });

  it('can change every number, and each to what it is', () => {
    const same = amendedRuleSet(
      currentRuleSet,
      { version: '2026-1', amends: '2026-1', numbers: numbersOf(currentRuleSet) },
      '2026-06-01T00:00:00.000Z' as Instant,
    );
    const { amends: _, inForceFrom: _from, ...rest } = same;
    expect(rest).toEqual(currentRuleSet);
    for (const { field, value, least, most } of ruleNumbers(currentRuleSet))
      expect([field, value >= least && value <= most]).toEqual([field, true]);
  });

  it('may amend another one that comes into force before it, in whatever order they are written', () => {
    const { amendments, faults } = read(
      { version: '2026-3', amends: '2026-2', from: '2026-09-01', supplement: { untilDay: 45 } },
      { ...head, outage: { gapMinutes: 60 } },
    );
    expect([faults, amendments.map(({ version }) => version)]).toEqual([[], ['2026-2', '2026-3']]);
  });

  it.each([
    [
      'an unknown part',
      { seat: { zone: 'Asia/Shanghai' } },
      ['seat.zone is no number of rule set 2026-1 that can be changed (rule-set)'],
    ],
    [
      'an unknown clock',
      { tracks: { standard: { clocks: { answer: { length: 3 } } } } },
      ['tracks.standard.clocks.answer.length is no number of rule set 2026-1 that can be changed (rule-set)'],
    ],
    [
      'an unknown track',
      { tracks: { fast: { seatsPerSide: 3 } } },
      ['tracks.fast.seatsPerSide is no number of rule set 2026-1 that can be changed (rule-set)'],
    ],
    [
      'an unknown field of a clock',
      { tracks: { standard: { clocks: { reply: { lenght: 3 } } } } },
      [
        'tracks.standard.clocks.reply.lenght is no number of rule set 2026-1 that can be changed ' +
          '(there are length) (S4)',
      ],
    ],
    [
      'no positive number',
      { tracks: { standard: { clocks: { reply: { length: 0 } } } } },
      ['tracks.standard.clocks.reply.length must be a whole number from 1 to 500, and is 0 (S4)'],
    ],
    [
      'a number in quotes',
      { supplement: { untilDay: '30' } },
      ['supplement.untilDay must be a whole number from 1 to 1000, and is "30" (I-24)'],
    ],
    [
      'part of a day',
      { clocks: { dossier: { length: 2.5 } } },
      ['clocks.dossier.length must be a whole number from 1 to 500, and is 2.5 (S12)'],
    ],
    [
      'another unit',
      { tracks: { standard: { clocks: { reply: { unit: 'hour' } } } } },
      ['tracks.standard.clocks.reply.unit is no number of rule set 2026-1 that can be changed (there are length) (S4)'],
    ],
    [
      'a length that stands elsewhere',
      { clocks: { suspension: { length: 6 } } },
      ['clocks.suspension.length stands at suspension.longestMonths (S11)'],
    ],
    [
      'a clock of all tracks on one',
      { tracks: { urgent: { clocks: { translation: { length: 5 } } } } },
      [
        'tracks.urgent.clocks.translation.length is the same on every track and stands at ' +
          'clocks.translation.length (languages)',
      ],
    ],
    ['nothing', {}, ['the amendment changes no number (rule-set)']],
    [
      'no room on the standard track',
      { tracks: { standard: { clocks: { 'long-stop': { length: 120 } } } } },
      ['tracks.standard.clocks.long-stop.length leaves no room: Rule set 2026-2: a case registered on 2'],
    ],
    [
      'no room on the complex track',
      { tracks: { complex: { clocks: { review: { length: 200 } } } } },
      ['tracks.complex.clocks.long-stop.length leaves no room'],
    ],
    [
      'no room on the urgent track',
      { tracks: { urgent: { clocks: { findings: { length: 29 } } } } },
      ['tracks.urgent.clocks.long-stop.length leaves no room'],
    ],
    [
      'no room for comments',
      { tracks: { urgent: { clocks: { review: { length: 19 } } } } },
      ['findings are due before the time for comments is over. (urgent)'],
    ],
    [
      'an extension beyond its stage',
      { tracks: { standard: { clocks: { reply: { extension: { atMost: 11 } } } } } },
      [
        'tracks.standard.clocks.reply.extension.atMost is 11, and a stage is extended at most by ' +
          'its own length, 10 (I-20)',
      ],
    ],
    [
      'a filing that stays open',
      { clocks: { cure: { length: 11 } } },
      [
        'tracks.standard.clocks.completeness.length with clocks.cure leaves a filing open for up to 37 ' +
          'joint business days, and 35 are the most (I-17)',
        'tracks.complex.clocks.completeness.length',
      ],
    ],
    [
      'officials that talk on',
      { tracks: { standard: { clocks: { officials: { length: 16 } } } } },
      ['tracks.standard.clocks.officials.length is longer than the consultations, which take 15 (S5)'],
    ],
    [
      'rungs out of order',
      { hotline: { crisis: { deputies: 30 } } },
      ['hotline.crisis must go up from coHeads to deputies to unanswered, all in minutes from the request (hotline)'],
    ],
    [
      'a panel that shrinks',
      { tracks: { urgent: { seatsPerSide: 3 } } },
      ['tracks must have no fewer seatsPerSide on the standard track'],
    ],
  ])('is refused with %s', (_, changes, faults) =>
    expect(faultsOf(changes)).toEqual(faults.map((each): unknown => expect.stringContaining(each))),
  );

  it('names its place, the field and the rule of what leaves no room', () => {
    expect(faultsOf({ tracks: { standard: { clocks: { 'long-stop': { length: 120 } } } } })[0]).toMatch(
      /^rules\.json \(1\): tracks\.standard\.clocks\.long-stop\.length leaves no room: .* \(long-stop\)$/,
    );
  });

  it('is refused with everything that is wrong at once', () => {
    const { amendments, faults } = read(
      {
        version: '2026-1',
        amends: '2025-9',
        from: '1 June',
        graphs: {},
        tracks: { standard: { clocks: { reply: { length: -1 } } } },
      },
      { version: 'next', amends: '2026-1', from: '2026-06-01', supplement: { untilDay: 0 } },
      [],
      { ...head, supplement: { untilDay: 30 } },
      { ...head, version: '2026-3', supplement: { untilDay: 31 } },
    );
    expect(amendments.map(({ version }) => version)).toEqual([]);
    expect(faults.toSorted()).toEqual([
      'rules.json (1): amends must be a version that is in force before (there are 2026-1), and is "2025-9" (rule-set)',
      'rules.json (1): from must be a day, such as 2026-06-01, and is "1 June" (rule-set)',
      'rules.json (1): graphs is no number of rule set 2026-1 that can be changed (rule-set)',
      'rules.json (1): tracks.standard.clocks.reply.length must be a whole number from 1 to 500, and is -1 (S4)',
      'rules.json (1): version is 2026-1, which there is already; a version is never changed, so give ' +
        'this one another name (rule-set)',
      'rules.json (2): supplement.untilDay must be a whole number from 1 to 1000, and is 0 (I-24)',
      'rules.json (2): version must be a year and a number, such as 2026-2, and is "next" (rule-set)',
      'rules.json (3): the amendment must be an object (rule-set)',
      'rules.json (4): from is 2026-06-01, on which another version comes into force (rule-set)',
      'rules.json (5): from is 2026-06-01, on which another version comes into force (rule-set)',
    ]);
  });
});

describe('the version in force', () => {
  const later = amendedRuleSet(
    currentRuleSet,
    { version: '2026-2', amends: '2026-1', numbers: {} },
    '2026-05-31T22:00:00.000Z' as Instant,
  );

  it('is the first until another comes into force, to the millisecond', () => {
    const at = (instant: string) => ruleSetInForce(instant as Instant, [currentRuleSet, later]).version;
    expect([at('2026-05-31T21:59:59.999Z'), at('2026-05-31T22:00:00.000Z'), at('2030-01-01T00:00:00.000Z')]).toEqual([
      '2026-1',
      '2026-2',
      '2026-2',
    ]);
    expect(ruleSetOf('2026-2', [currentRuleSet, later])).toBe(later);
  });

  it('is never one that has no day', () => {
    const { inForceFrom: _, ...dayless } = later;
    expect(ruleSetInForce('2030-01-01T00:00:00.000Z' as Instant, [currentRuleSet, dayless]).version).toBe('2026-1');
  });
});
