import { calendarArchive, clockRule, clocksOn, currentRuleSet, type RuleSet } from '@parley/procedure';
import { given } from '@parley/testing';
import type { PanelCommand } from '../panel/panel-commands.rules';
import { panelDecider } from '../panel/panel.rules';
import { at, expire, nominate, opening, person, US } from '../panel/panel-story.fixture';
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
const adopted: PanelCommand = { type: 'NoteRules', version: later.version, at: at('2025-02-12T09:00:00Z') };

const story = given(decider).when(opening(), nominate('cn-1', '2025-02-11T10:00:00Z'));
const panelOf = (state: unknown): OpenedPanel => state as OpenedPanel;

describe('another version of the rules, heard of by a panel', () => {
  it('is on record in public, and touches no clock that runs (I-20, I-21)', () => {
    const noted = story.when(adopted);
    expect(noted.events.at(-1)).toMatchObject({
      type: 'RulesNoted',
      tier: 'PUBLIC',
      occurredAt: '2025-02-12T09:00:00.000Z',
      data: { to: '2099-1', opens: [], closes: [] },
    });
    expect(panelOf(noted.state).running).toEqual(panelOf(story.state).running);
  });

  it('counts what starts from then on', () => {
    const { running } = panelOf(story.when(adopted, nominate('us-1', '2025-02-13T10:00:00Z')).state);
    expect(running['disclosure:CN:1']).toMatchObject({ ruleSet: '2026-1', length: 3 });
    expect(running['disclosure:US:1']).toMatchObject({ ruleSet: '2099-1', length: 7 });
    expect(running['nomination:US:2']).toMatchObject({ ruleSet: '2026-1' });
  });

  it('leaves a default that is decided late to the version that was in force at its expiry (I-18)', () => {
    const due = panelOf(story.state).running['nomination:US:1']!.dueAt;
    const adoptedAt = (instant: string): PanelCommand => ({
      type: 'NoteRules',
      version: later.version,
      at: at(instant),
    });
    const drawn = (rules: PanelCommand) =>
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
    const wide = given(
      panelDecider(clocksOn(calendarArchive().current('US', 'CN'), 'standard', [currentRuleSet, wider])),
    );
    const complex: PanelCommand = {
      type: 'NoteTrack',
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
    const length = (by: number): PanelCommand => ({
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

  it('is noted once, and of no panel that was never opened', () => {
    expect(story.when(adopted, adopted).recorded).toEqual([]);
    expect(given(decider).when(adopted).recorded).toEqual([]);
  });
});
