import { plusMillis, type Instant } from '@parley/kernel';
import { currentRuleSet, ruleSetOf, type Awaits, type ClockId, type RunningDeadline } from '@parley/procedure';
import fc from 'fast-check';
import { at, clocksOf } from '../../case/case-story.fixture';
import { explainDeadline } from './explained-deadline';

const clocks = clocksOf(currentRuleSet.version);
const counted = Object.keys(currentRuleSet.tracks.standard.clocks) as ClockId[];

describe('a deadline as it is explained', () => {
  it('always shows its first date, each change with its reason, and its present date (I-64)', () => {
    const starts = fc
      .integer({ min: 0, max: 500 })
      .map((day) => plusMillis(at('2024-02-06T09:00:00Z'), day * 24 * 60 * 60_000));
    fc.assert(
      fc.property(
        fc.constantFrom(...counted),
        starts,
        fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }),
        (clock, started, extensions) => {
          const first = clocks.start(clock, { event: 'Began', at: started });
          const made: { readonly at: Instant; readonly reason: string; readonly dueAt: Instant }[] = [];
          let deadline: RunningDeadline = first;
          for (const [index, by] of extensions.entries()) {
            const reason = { en: `reason ${String(index)}`, 'zh-Hans': `理由 ${String(index)}` };
            const extended = clocks.extend(deadline, by, {
              at: plusMillis(deadline.trigger.instant ?? started, index + 1),
              reason,
            });
            if ('kind' in extended) continue;
            deadline = extended;
            made.push({
              at: plusMillis(deadline.trigger.instant ?? started, index + 1),
              reason: reason.en,
              dueAt: extended.dueAt,
            });
          }
          const shown = explainDeadline(deadline, ruleSetOf);
          expect([shown.firstDueAt, shown.dueAt]).toEqual([first.dueAt, made.at(-1)?.dueAt ?? first.dueAt]);
          expect(
            shown.changes.map((change) => ({ at: change.at, reason: change.reason.en, dueAt: change.dueAt })),
          ).toEqual(made);
          for (const { en, 'zh-Hans': zh } of [shown.what, shown.onSilence, shown.arithmetic])
            expect([en === '', zh === '']).toEqual([false, false]);
        },
      ),
    );
  });

  it('is shown as provisional as long as a calendar that it depends on is unpublished (I-22)', () => {
    const far = clocks.start('long-stop', { event: 'CaseRegistered', at: at('2031-11-06T09:00:00Z') });
    expect(explainDeadline(far, ruleSetOf).provisional).toBe(true);
  });

  it('says of a time that nobody counted what its silence does, too', () => {
    const call = {
      id: 'call:1',
      clock: 'call',
      stage: 'S5',
      rule: 'S5',
      trigger: { kind: 'act', event: 'CallOffered', instant: at('2025-02-24T09:00:00Z') },
      dueAt: at('2025-02-26T09:00:00Z'),
      provisional: false,
      arithmetic: { en: 'named', 'zh-Hans': '指定' },
      awaits: 'party:US' as Awaits,
    } as const;
    expect(explainDeadline(call, ruleSetOf)).toMatchObject({
      what: { en: 'answer to a call' },
      firstDueAt: call.dueAt,
      changes: [],
      onSilence: { 'zh-Hans': '记录为未应答，并予公开。' },
    });
  });
});
