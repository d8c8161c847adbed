import { currentRuleSet } from '../rule-sets/rule-set-of';
import { lateActs, lateActWords } from './late-acts';

describe('the acts that may be entered late', () => {
  it('beat the default of a clock of the rules each, of which the time of a call is the one that nobody counts', () => {
    const clocks = Object.keys(currentRuleSet.tracks.standard.clocks);
    expect(lateActs.filter(({ clock }) => !clocks.includes(clock)).map(({ act }) => act)).toEqual(['call-answer']);
    expect(new Set(lateActs.map(({ act }) => act)).size).toBe(lateActs.length);
  });

  it('are named in both languages, one of a later day by its code', () => {
    expect(lateActWords('nomination')).toEqual({
      en: 'a nomination',
      'zh-Hans': '提名',
    });
    expect(lateActWords('seance').en).toContain('seance');
  });
});
