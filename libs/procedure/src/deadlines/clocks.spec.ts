import type { Instant, IsoDate, PartyCode } from '@parley/kernel';
import { calendarArchive } from '../calendars/calendar-archive';
import type { RuleSet } from '../rule-sets/rule-set';
import { currentRuleSet, ruleSets } from '../rule-sets/rule-set-of';
import { clockRule } from '../rule-sets/rule-set';
import { clocksOn, type RunningDeadline } from './clocks';
import type { Outage } from './outage';
import { recomputeDeadline } from './recompute-deadline';

const archive = calendarArchive();
const calendar = archive.current('US', 'CN');
const clocks = clocksOn(calendar)('2026-1');
const at = '2025-02-04T09:00:00.000Z' as Instant;

describe('the clocks of a rule set', () => {
  it('start under their own id, or under the one that is given', () => {
    const filed = { event: 'GrievanceFiled', at };
    expect(clocks.start('completeness', filed)).toMatchObject({
      id: 'completeness',
      clock: 'completeness',
      dueDate: '2025-02-12',
    });
    expect(clocks.start('disclosure', filed, 'disclosure:US:2')).toMatchObject({
      id: 'disclosure:US:2',
      clock: 'disclosure',
    });
  });

  it('start on the day of the expiry where a default happened', () => {
    const { trigger } = clocks.start('consultations', {
      event: 'ReplyLapsed',
      kind: 'expiry',
      at: '2025-02-19T16:00:00.000Z' as Instant,
    });
    expect(trigger).toMatchObject({ kind: 'expiry', date: '2025-02-19' });
  });

  it('are those of another track where one is named', () => {
    const composed = { event: 'PanelConvened', at };
    expect(clocks.onTrack('complex').start('review', composed)).toMatchObject({ track: 'complex', length: 45 });
    expect(() => clocks.start('urgency-confirmation', composed)).toThrow(RangeError);
    expect(clocks.onTrack('urgent').start('urgency-confirmation', composed)).toMatchObject({
      unit: 'calendar-day',
      length: 3,
    });
  });

  it('are extended under their own id before they expire, and not after (I-20)', () => {
    const reason = { en: 'By consent.', 'zh-Hans': '经双方同意。' };
    const running = clocks.start('disclosure', { event: 'MemberNominated', at }, 'disclosure:US:1');
    expect(clocks.extend(running, 2, { at, reason })).toMatchObject({
      id: 'disclosure:US:1',
      firstDate: running.dueDate,
      changes: [{ by: 2 }],
    });
    expect(clocks.extend(running, 2, { at: running.dueAt, reason })).toMatchObject({
      reason: { code: 'extension-after-expiry' },
    });
  });

  describe('that await one party', () => {
    const US = 'US' as PartyCode;
    const reason = { en: 'By consent.', 'zh-Hans': '经双方同意。' };
    const asked = clocks.start('information-request', { event: 'InformationRequested', at }, 'request:1', US);

    it('name it, whatever their id says', () => {
      const { id, awaits } = clocks.startOn(
        'obligation',
        { event: 'AgreementEntered', date: '2025-03-03' as IsoDate },
        'O1',
        US,
      );
      expect([asked.awaits, id, awaits]).toEqual(['party:US', 'O1', 'party:US']);
      expect(clocks.start('reply', { event: 'CaseRegistered', at })).not.toHaveProperty('awaits');
    });

    it('name it still once they were extended, stood still, were moved in an outage or changed track', () => {
      const made = { at, reason };
      const outage = { from: '2025-02-01T00:00:00.000Z', to: '2025-03-01T00:00:00.000Z' } as const;
      const changed = [
        clocks.extend(asked, 2, made),
        clocks.resume(asked, clocks.standStill(at, { at: '2025-02-10T09:00:00.000Z' as Instant }), made),
        clocks.moveByOutage(asked, outage as Outage, made),
        clocks.changeTrack(asked, 'complex', made),
      ];
      for (const each of changed)
        expect(each).toMatchObject({ id: 'request:1', awaits: 'party:US', changes: [{ reason }] });
    });
  });

  it('know the day on which an act arrives', () => expect(clocks.arrivalDay(at)).toBe('2025-02-05'));

  it('name every version of the rules that they know, oldest first', () =>
    expect(clocks.versions).toEqual(ruleSets.map(({ version }) => version)));

  describe('of a later version', () => {
    const { standard } = currentRuleSet.tracks;
    const reply = {
      ...clockRule(currentRuleSet, 'reply'),
      length: 20,
      extension: { by: 'consent-or-joint-decision', atMost: 20, times: 1 },
    } as const;
    const later: RuleSet = {
      ...currentRuleSet,
      version: '2099-1',
      seat: { ...currentRuleSet.seat, dayEnd: '12:00:00.000' },
      tracks: { ...currentRuleSet.tracks, standard: { ...standard, clocks: { ...standard.clocks, reply } } },
    };
    const both = clocksOn(calendar, 'standard', [currentRuleSet, later]);
    const [before, after] = [both('2026-1'), both('2099-1')];
    const reason = { en: 'By consent.', 'zh-Hans': '经双方同意。' };
    const registered = { event: 'CaseRegistered', at };

    it('start as it has them', () =>
      expect(after.start('reply', registered)).toMatchObject({ ruleSet: '2099-1', length: 20 }));

    it(
      'extend, move and set going again what was started under the earlier one as that ' +
        'counts it (I-16, I-20, I-21)',
      () => {
        const running = before.start('reply', registered);
        const made = { at, reason };
        expect(after.rulesOf(running)).toBe(currentRuleSet);
        expect(after.extend(running, 11, made)).toMatchObject({ reason: { code: 'extension-too-long' } });
        const still = after.standStill('2025-02-05T10:00:00.000Z' as Instant, {
          at: '2025-02-07T10:00:00.000Z' as Instant,
        });
        const [from, to] = [-1, 1].map(
          (hours) => new Date(Date.parse(running.dueAt) + hours * 3_600_000).toISOString() as Instant,
        ) as [Instant, Instant];
        const changed = [
          after.extend(running, 5, made),
          after.resume(running, still, made),
          after.changeTrack(running, 'complex', made),
          after.moveByOutage(running, { from, to }, made),
        ];
        for (const deadline of changed as readonly RunningDeadline[]) {
          const { id: _id, ...record } = deadline;
          expect(record).toMatchObject({ ruleSet: '2026-1', length: 10 });
          expect(recomputeDeadline(record, currentRuleSet, archive)).toEqual(record);
        }
      },
    );

    it('are not there under a version that nobody knows', () => expect(() => both('1999-1')).toThrow(RangeError));
  });
});
