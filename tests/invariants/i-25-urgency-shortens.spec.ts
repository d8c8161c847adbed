import type { Instant } from '@parley/kernel';
import { calendarArchive, clocksOn, currentRuleSet, type ClockId } from '@parley/procedure';
import fc from 'fast-check';
import { holdsInEveryHistory } from './holds';
import { nothingRevived } from './rules/i-25-nothing-revived.rule';
import { sentence } from './sentences';

const calendar = calendarArchive().current('US', 'CN');
const [standard, urgent] = [
  clocksOn(calendar)(currentRuleSet.version),
  clocksOn(calendar, 'urgent')(currentRuleSet.version),
];
/** What is counted back from its end is a shorter time before it, and so begins later. */
const SHORTER = (Object.keys(currentRuleSet.tracks.urgent.clocks) as ClockId[]).filter((id) => {
  const [slow, fast] = [currentRuleSet.tracks.standard.clocks[id], currentRuleSet.tracks.urgent.clocks[id]];
  return slow?.from === fast?.from && fast?.counted !== 'back';
});
const instants = fc
  .integer({ min: 0, max: 700 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2024, 0, 8) + minutes * 60_000).toISOString() as Instant);
const made = (at: Instant) => ({ at, reason: { en: 'Urgency refused.', 'zh-Hans': '拒绝适用紧急程序。' } });

describe(sentence('I-25'), () => {
  it('every clock that both tracks count from the same happening is shorter, or as long, when it is urgent', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SHORTER), instants, (clock, at) => {
        const happening = { event: 'Spec', at };
        expect([clock, urgent.start(clock, happening).dueAt <= standard.start(clock, happening).dueAt]).toEqual([
          clock,
          true,
        ]);
      }),
      { numRuns: 400 },
    );
  });

  it('losing it makes no running limit earlier', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SHORTER), instants, (clock, at) => {
        const running = urgent.start(clock, { event: 'Spec', at });
        const after = urgent.changeTrack(running, 'standard', made(at));
        expect(after === undefined || after.dueAt >= running.dueAt).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('revives no limit that has expired, in every history of random parties', () =>
    holdsInEveryHistory(nothingRevived));
});
