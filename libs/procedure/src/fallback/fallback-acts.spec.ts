import { currentRuleSet } from '../rule-sets/rule-set-of';
import { fallbackActs, fallbackActWords } from './fallback-acts';

describe('the acts that may be entered late', () => {
  it('beat the default of a clock of the rules each, of which the time of a call is the one that nobody counts', () => {
    const clocks = Object.keys(currentRuleSet.tracks.standard.clocks);
    expect(fallbackActs.filter(({ clock }) => !clocks.includes(clock)).map(({ act }) => act)).toEqual(['call-answer']);
    expect(new Set(fallbackActs.map(({ act }) => act)).size).toBe(fallbackActs.length);
  });

  it('are named in both languages, one of a later day by its code', () => {
    expect(fallbackActWords('certification')).toEqual({
      en: 'a co-head’s certification',
      'zh-Hans': '共同负责人的核证',
    });
    expect(fallbackActWords('seance').en).toContain('seance');
  });
});
