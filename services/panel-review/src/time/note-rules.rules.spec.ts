import { calendarArchive, clockRule, clocksOn, currentRuleSet, type RuleSet } from '@parley/procedure';
import { panelDecider } from '../panel/panel.rules';
import { at, expire, nominate, opening, person, US, type Said } from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';
import type { OpenedPanel } from '../panel/panel-state.rules';

const { standard } = currentRuleSet.tracks;
/** A version that came after the present one, with a longer time to disclose and to challenge. */
const later: RuleSet = {
  ...currentRuleSet,
  version: '2099-1',
  tracks: {
    ...currentRuleSet.tracks,
    standard: {
      ...standard,
      clocks: { ...standard.clocks, disclosure: { ...clockRule(currentRuleSet, 'disclosure'), length: 7 } },
    },
  },
};
const decider = panelDecider(clocksOn(calendarArchive().current('US', 'CN'), 'standard', [currentRuleSet, later]));
const adopted: Said = { told: 'rules', version: later.version, at: at('2025-02-12T09:00:00Z') };

const story = givenPanel(decider).when(opening(), nominate('cn-1', '2025-02-11T10:00:00Z'));
const panelOf = (state: unknown): OpenedPanel => state as OpenedPanel;

describe('another version of the rules, heard of by a panel', () => {
  it('is the version from then on, and touches no clock that runs (I-20, I-21)', () => {
    const heard = story.when(adopted);
    expect(heard.recorded).toEqual([]);
    expect(panelOf(heard.state)).toMatchObject({
      ruleSetVersion: '2099-1',
      formerRules: [{ version: '2026-1', until: '2025-02-12T09:00:00.000Z' }],
    });
    expect(panelOf(heard.state).running).toEqual(panelOf(story.state).running);
  });

  it('counts what starts from then on', () => {
    const { running } = panelOf(story.when(adopted, nominate('us-1', '2025-02-13T10:00:00Z')).state);
    expect(running['disclosure:CN:1']).toMatchObject({ ruleSet: '2026-1', length: 3 });
    expect(running['disclosure:US:1']).toMatchObject({ ruleSet: '2099-1', length: 7 });
    expect(running['nomination:US:2']).toMatchObject({ ruleSet: '2026-1' });
  });

  it('leaves a default that is decided late to the version that was in force at its expiry (I-18)', () => {
    const due = panelOf(story.state).running['nomination:US:1']!.dueAt;
    const adoptedAt = (instant: string): Said => ({
      told: 'rules',
      version: later.version,
      at: at(instant),
    });
    const drawn = (rules: Said) =>
      panelOf(story.when(rules, expire('nomination:US:1')).state).running['disclosure:US:1'];
    expect(drawn(adoptedAt(due))).toEqual(
      panelOf(story.when(expire('nomination:US:1')).state).running['disclosure:US:1'],
    );
    expect(drawn(adoptedAt(new Date(Date.parse(due) - 1).toISOString()))).toMatchObject({
      ruleSet: '2099-1',
      length: 7,
    });
  });

  it('opens as many more seats on another track as the panel lacks there, whatever its version gives a new one', () => {
    const wider: RuleSet = {
      ...later,
      tracks: { ...later.tracks, standard: { ...later.tracks.standard, seatsPerSide: 3 } },
    };
    const wide = givenPanel(
      panelDecider(clocksOn(calendarArchive().current('US', 'CN'), 'standard', [currentRuleSet, wider])),
    );
    const complex: Said = {
      told: 'track',
      track: 'complex',
      longStop: null,
      at: at('2025-02-13T09:00:00Z'),
    };
    const panel = wide.when(opening(), nominate('cn-1', '2025-02-11T10:00:00Z'), adopted, complex);
    expect(panelOf(panel.state)).toMatchObject({
      track: 'complex',
      seats: { length: 6 },
      running: { 'nomination:US:3': { ruleSet: '2099-1' } },
    });
  });

  it('leaves what ran extendable as its own version has it', () => {
    const length = (by: number): Said => ({
      type: 'ProposeExtension',
      by: person('us-desk'),
      party: US,
      receivedAt: at('2025-02-12T10:00:00Z'),
      signatories: 'parties',
      deadline: 'disclosure:CN:1',
      length: by,
      reason: { en: 'More time.', 'zh-Hans': '需要更多时间。' },
    });
    expect(story.when(adopted).refusalOf(length(4))).toBe('extension-too-long');
    expect(story.when(adopted, length(3)).recorded).toEqual(['ExtensionProposed']);
  });

  it('is another once, and none of a case that has no number yet', () => {
    expect(panelOf(story.when(adopted, adopted).state).formerRules).toHaveLength(1);
    expect(givenPanel().when(adopted).told.ruleSetVersion).toBeNull();
  });
});
