import { clockRule, silenceOf, type Track } from './rule-set';
import { currentRuleSet, ruleSetOf } from './rule-set-of';
import type { ClockId } from './clock-rule';

const tracks = Object.entries(currentRuleSet.tracks);

describe('the rule set 2026-1', () => {
  it.each<[ClockId, string, number, string]>([
    ['completeness', 'S2', 5, 'joint-business-day'],
    ['cure', 'S2b', 10, 'joint-business-day'],
    ['reply', 'S4', 10, 'joint-business-day'],
    ['consultations', 'S5', 15, 'joint-business-day'],
    ['nomination', 'S6', 10, 'joint-business-day'],
    ['disclosure', 'S6', 3, 'joint-business-day'],
    ['challenge', 'S6', 5, 'joint-business-day'],
    ['challenge-decision', 'S6', 5, 'joint-business-day'],
    ['successor-nomination', 'S6', 5, 'joint-business-day'],
    ['successor-draw', 'S6', 0, 'hour'],
    ['successor-challenge', 'S6', 3, 'joint-business-day'],
    ['successor-challenge-decision', 'S6', 3, 'joint-business-day'],
    ['late-findings', 'S9', 5, 'joint-business-day'],
    ['late-claim', 'S9', 15, 'joint-business-day'],
    ['late-claim-evidence', 'S7', 5, 'joint-business-day'],
    ['late-claim-comments', 'S7', 5, 'joint-business-day'],
    ['information-request', 'S7', 10, 'joint-business-day'],
    ['review', 'S7', 25, 'joint-business-day'],
    ['interim-comments', 'S8', 10, 'joint-business-day'],
    ['findings', 'S9', 10, 'joint-business-day'],
    ['certification', 'S9', 5, 'joint-business-day'],
    ['settlement-window', 'S10', 20, 'joint-business-day'],
    ['conciliation-answer', 'S10', 10, 'joint-business-day'],
    ['conciliators', 'S10', 5, 'joint-business-day'],
    ['obligation', 'S13', 0, 'calendar-day'],
    ['status-report', 'S13', 10, 'joint-business-day'],
    ['compliance-review', 'S13', 0, 'calendar-day'],
    ['dossier', 'S12', 5, 'joint-business-day'],
    ['long-stop', 'long-stop', 150, 'calendar-day'],
    ['consent', 'consent', 10, 'joint-business-day'],
    ['correction', 'consent', 5, 'joint-business-day'],
    ['suspension', 'S11', 12, 'calendar-month'],
  ])('has the clock %s of %s with %i %s', (id, stage, length, unit) => {
    expect(clockRule(currentRuleSet, id)).toMatchObject({ id, stage, length, unit });
  });

  it('lets the defects be cured twice, and the long-stop be extended by 60 days with both signatures', () => {
    expect(clockRule(currentRuleSet, 'cure').rounds).toBe(2);
    expect(clockRule(currentRuleSet, 'long-stop').extension).toEqual({
      atMost: 60,
      times: 1,
      by: 'both-parties-signatures',
    });
  });

  it.each<[Track, ClockId, number, string]>([
    ['complex', 'review', 45, 'joint-business-day'],
    ['complex', 'long-stop', 210, 'calendar-day'],
    ['urgent', 'completeness', 24, 'hour'],
    ['urgent', 'reply', 3, 'calendar-day'],
    ['urgent', 'successor-nomination', 24, 'hour'],
    ['urgent', 'successor-challenge', 24, 'hour'],
    ['urgent', 'conciliation-answer', 24, 'hour'],
    ['urgent', 'conciliators', 24, 'hour'],
    ['urgent', 'summary', 24, 'hour'],
    ['urgent', 'correction', 24, 'hour'],
    ['urgent', 'late-findings', 5, 'calendar-day'],
    ['urgent', 'late-claim', 48, 'hour'],
    ['urgent', 'late-claim-evidence', 24, 'hour'],
    ['urgent', 'late-claim-comments', 24, 'hour'],
    ['urgent', 'long-stop', 30, 'calendar-day'],
  ])('has on the %s track the clock %s with %i %s', (track, id, length, unit) => {
    expect(clockRule(currentRuleSet, id, track)).toMatchObject({ length, unit });
  });

  it('lets the longest suspension last as long on every track as it says', () => {
    for (const [track] of tracks)
      expect(clockRule(currentRuleSet, 'suspension', track as Track).length).toBe(
        currentRuleSet.suspension.longestMonths,
      );
  });

  it('seats two members of each side, three on the complex track, one on the urgent', () => {
    expect(tracks.map(([track, rule]) => [track, rule.seatsPerSide])).toEqual([
      ['standard', 2],
      ['complex', 3],
      ['urgent', 1],
    ]);
  });

  it('rolls nothing on the urgent track', () => {
    const own: readonly ClockId[] = [
      'completeness',
      'reply',
      'nomination',
      'disclosure',
      'challenge',
      'successor-nomination',
      'review',
      'findings',
      'long-stop',
    ];
    expect(own.map((id) => clockRule(currentRuleSet, id, 'urgent').roll)).toEqual(own.map(() => 'none'));
  });

  it.each(tracks)(
    'writes on the %s track what happens when a clock runs out in silence, in both languages',
    (_, { clocks }) => {
      for (const [id, rule] of Object.entries(clocks)) {
        const silence = currentRuleSet.silence[rule.onSilence];
        expect(rule.id).toBe(id);
        expect([
          silence.description.en,
          silence.description['zh-Hans'],
          rule.description.en,
          rule.description['zh-Hans'],
        ]).not.toContain('');
      }
    },
  );

  it('has one default for a clock, on whatever track', () => {
    const { tracks, silence } = currentRuleSet;
    const clocks = Object.values(tracks).flatMap((track) => Object.entries(track.clocks));
    expect(clocks.filter(([id, { onSilence }]) => silenceOf(currentRuleSet, id) !== silence[onSilence])).toEqual([]);
    expect(silenceOf(currentRuleSet, 'constructor')).toBeUndefined();
  });

  it('is plain data', () => expect(JSON.parse(JSON.stringify(currentRuleSet))).toEqual(currentRuleSet));

  it('is found by its version, and no other is', () => {
    expect(ruleSetOf('2026-1')).toBe(currentRuleSet);
    expect(() => ruleSetOf('2020-1')).toThrow(RangeError);
  });

  it('has no clock that a track does not have', () =>
    expect(() => clockRule(currentRuleSet, 'first-call')).toThrow(/standard/));
});
