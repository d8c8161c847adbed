import { calendarArchive, clockRule, clocksOn, currentRuleSet, type RuleSet } from '@parley/procedure';
import { given } from '@parley/testing';
import { ask, CN, filed, lapsed, referralIn, registered, served, tell, US } from './referral-story.fixture';
import * as settlement from '../settlement/settlement-story.fixture';

const { standard } = currentRuleSet.tracks;
const longer = (clock: 'dossier' | 'conciliation-answer' | 'settlement-window', length: number) => ({
  ...clockRule(currentRuleSet, clock),
  length,
});
/** A later version of the rules, with other times in the referral and the settlement. */
const later: RuleSet = {
  ...currentRuleSet,
  version: '2099-1',
  tracks: {
    ...currentRuleSet.tracks,
    standard: {
      ...standard,
      clocks: {
        ...standard.clocks,
        dossier: longer('dossier', 8),
        'conciliation-answer': longer('conciliation-answer', 9),
        'settlement-window': longer('settlement-window', 30),
      },
    },
  },
};
const clocksOf = clocksOn(calendarArchive().current('US', 'CN'), 'standard', [currentRuleSet, later]);
const adopted = { kind: 'rules-adopted', version: later.version } as const;

describe('another version of the rules, heard of by the referral', () => {
  const decider = referralIn(clocksOf);
  const story = given(decider).when(filed, registered, served, lapsed);

  it('counts a dossier that is asked for from then on, and pins the case', () => {
    const when = '2025-07-10T09:00:00Z';
    expect(story.when(ask(when)).events.at(-1)).toMatchObject({ data: { opens: [{ ruleSet: '2026-1', length: 5 }] } });
    const noted = story.when(tell(adopted));
    expect(noted.when(ask(when)).events.at(-1)).toMatchObject({ data: { opens: [{ ruleSet: '2099-1', length: 8 }] } });
    expect(noted.state.told.registration?.ruleSetVersion).toBe('2099-1');
  });

  it('moves no dossier that is under way (I-20, I-21)', () => {
    const asked = story.when(ask('2025-07-10T09:00:00Z'));
    expect(asked.when(tell(adopted)).state).toMatchObject({ running: (asked.state as { running?: object }).running });
  });
});

describe('another version of the rules, heard of by a settlement', () => {
  const decider = settlement.settlementIn(clocksOf);
  const { propose, findings, expire } = settlement;
  const story = given(decider).when(settlement.filed, settlement.registered);

  it('counts what is proposed from then on, and the window', () => {
    const noted = story.when(propose(CN, '2025-02-10T09:00:00Z'), tell(adopted));
    expect(noted.state).toMatchObject({ conciliations: [{ answer: { ruleSet: '2026-1' } }] });
    const again = noted.when(expire('conciliation-answer:1'), propose(US, '2025-03-10T09:00:00Z'));
    expect(again.state).toMatchObject({
      conciliations: [{ answer: { ruleSet: '2026-1' } }, { answer: { ruleSet: '2099-1', length: 9 } }],
    });
    expect(again.when(findings).state).toMatchObject({ window: { ruleSet: '2099-1', length: 30 } });
    expect(noted.state.told.registration?.ruleSetVersion).toBe('2099-1');
  });
});
