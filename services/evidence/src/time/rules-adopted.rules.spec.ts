import { calendarArchive, clockRule, clocksOn, currentRuleSet, type RuleSet } from '@parley/procedure';
import { givenEvidence } from '../casefile/told-story.fixture';
import { evidenceDecider, type KnownCase } from '../casefile/casefile.rules';
import { exhibit, longStop, parties } from '../casefile/evidence-story.fixture';

const { standard } = currentRuleSet.tracks;
/** A later version of the rules, with a longer time to translate. */
const later: RuleSet = {
  ...currentRuleSet,
  version: '2099-1',
  tracks: {
    ...currentRuleSet.tracks,
    standard: {
      ...standard,
      clocks: { ...standard.clocks, translation: { ...clockRule(currentRuleSet, 'translation'), length: 15 } },
    },
  },
};
const decider = evidenceDecider(clocksOn(calendarArchive().current('US', 'CN'), 'standard', [currentRuleSet, later]));
const registration = {
  told: 'registered',
  parties,
  docketNumber: 'US-2025-0001',
  ruleSetVersion: currentRuleSet.version,
  longStop,
} as const;
const adopted = { told: 'rules', version: later.version } as const;

const story = givenEvidence(decider).when({ told: 'filed', parties }, registration, exhibit('u1'));
const runningIn = (state: unknown) => (state as KnownCase).running;

describe('another version of the rules, heard of by the evidence', () => {
  it('pins the case, and touches no clock that runs (I-20, I-21)', () => {
    const noted = story.when(adopted);
    expect(noted.recorded).toEqual([]);
    expect((noted.state as KnownCase).registration?.ruleSetVersion).toBe('2099-1');
    expect(runningIn(noted.state)).toEqual(runningIn(story.state));
  });

  it('counts the translations that fall due from then on', () => {
    const running = runningIn(story.when(adopted, exhibit('u2')).state);
    expect(running['translation:US:USA-1:zh-Hans']).toMatchObject({ ruleSet: '2026-1', length: 10 });
    expect(running['translation:US:USA-2:zh-Hans']).toMatchObject({ ruleSet: '2099-1', length: 15 });
  });
});
