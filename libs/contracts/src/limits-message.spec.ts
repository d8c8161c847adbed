import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { answerClockId } from '@parley/procedure';
import type { NamedDeadline } from './deadline-message';
import { leavesLimitsUntold, sayLimits } from './limits-message';

const at = '2025-02-20T16:00:00.000Z' as Instant;
const limit = (id: string, clock: string): NamedDeadline => ({
  ...{ id, clock, stage: 'S6', rule: 'S6', dueAt: at, provisional: false, awaits: 'nobody' },
  trigger: { kind: 'act', event: 'Told', instant: at },
  arithmetic: { en: 'counted', 'zh-Hans': '计' },
});
const disclosure = limit('disclosure:US:1', 'disclosure');
const answer = limit(answerClockId('e1'), 'late-entry-answer');
const told = (tier: string, type: string): PublicEvent => ({ tier, type }) as PublicEvent;

describe('what anybody is told of limits', () => {
  it('is what begins and ends of public ones, and nothing of those between the parties (I-43)', () => {
    const said = sayLimits({ opens: [disclosure, answer], closes: ['nomination:US:1', answer.id, 'urgency-refusal'] });
    expect(said.opens?.map(({ id }) => id)).toEqual(['disclosure:US:1']);
    expect(said.closes).toEqual(['nomination:US:1']);
  });

  it('is left to a message of its own where no other public one says it', () => {
    const moves = { opens: [disclosure], closes: [] };
    expect(leavesLimitsUntold(moves, [])).toBe(true);
    expect(leavesLimitsUntold(moves, [told('PARTIES', 'parley.panelreview.v1.PanelFact')])).toBe(true);
    expect(leavesLimitsUntold(moves, [told('PUBLIC', 'parley.panelreview.v1.DelayNotified')])).toBe(true);
    expect(leavesLimitsUntold(moves, [told('PUBLIC', 'parley.panelreview.v1.PanelFact')])).toBe(false);
  });

  it('is nothing at all where an event touches no public limit', () => {
    expect(leavesLimitsUntold({ opens: [answer], closes: [answer.id] }, [])).toBe(false);
    expect(leavesLimitsUntold({}, [])).toBe(false);
  });
});
