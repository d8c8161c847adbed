import { calendarArchive, clockRule, clocksOn, currentRuleSet, type RuleSet } from '@parley/procedure';
import { given } from '@parley/testing';
import { evidenceDecider } from '../evidence.decider';
import type { KnownCase } from '../evidence-state';
import { exhibit, filedAt, longStop, now, parties, registeredAt } from '../evidence-story.fixture';
import type { NoteRules } from '../exhibit-commands';

const { standard } = currentRuleSet.tracks;
/** A version that came after the present one, with a longer time to translate. */
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
  type: 'NoteRegistration',
  parties,
  docketNumber: 'US-2025-0001',
  registeredAt,
  ruleSetVersion: currentRuleSet.version,
  longStop,
} as const;
const adopted: NoteRules = { type: 'NoteRules', version: later.version, at: now };

const story = given(decider).when({ type: 'OpenCase', parties, filedAt }, registration, exhibit('u1'));
const runningIn = (state: unknown) => (state as KnownCase).running;

describe('another version of the rules, heard of by the evidence', () => {
  it('is on record in public and pins the case, and touches no clock that runs (I-20, I-21)', () => {
    const noted = story.when(adopted);
    expect(noted.events.at(-1)).toMatchObject({ type: 'RulesNoted', tier: 'PUBLIC', data: { to: '2099-1' } });
    expect(decider.pinned?.(noted.state)).toBe('2099-1');
    expect(runningIn(noted.state)).toEqual(runningIn(story.state));
  });

  it('counts the translations that fall due from then on', () => {
    const running = runningIn(story.when(adopted, exhibit('u2')).state);
    expect(running['translation:US:USA-1:zh-Hans']).toMatchObject({ ruleSet: '2026-1', length: 10 });
    expect(running['translation:US:USA-2:zh-Hans']).toMatchObject({ ruleSet: '2099-1', length: 15 });
  });

  it('is noted once, and of no case that is not known', () => {
    expect(story.when(adopted, adopted).recorded).toEqual([]);
    expect(given(decider).refusalOf(adopted)).toBe('not-found');
  });
});
