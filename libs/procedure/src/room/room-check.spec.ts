import { calendarArchive } from '../calendars/calendar-archive';
import { clockRule, type RuleSet } from '../rule-sets/rule-set';
import { currentRuleSet } from '../rule-sets/rule-set-of';
import { roomFaults, roomOf } from './room-check';

const joint = calendarArchive().current('US', 'CN');

const withLongStop = (length: number): RuleSet => {
  const { tracks } = currentRuleSet;
  const clocks = { ...tracks.standard.clocks, 'long-stop': { ...clockRule(currentRuleSet, 'long-stop'), length } };
  return { ...currentRuleSet, tracks: { ...tracks, standard: { ...tracks.standard, clocks } } };
};

describe('the room of a rule set', () => {
  it('is 108 to 128 calendar days on the plain path, median 118, over every start day of the published years', () => {
    expect(roomOf(currentRuleSet, joint)).toEqual({
      starts: 857,
      shortest: 108,
      longest: 128,
      median: 118,
      overruns: [],
    });
  });

  it('is 114 to 136 calendar days with one replacement round', () => {
    expect(roomOf(currentRuleSet, joint, 'standard', 1)).toMatchObject({ shortest: 114, longest: 136, overruns: [] });
  });

  it('is enough on every track that counts joint business days', () =>
    expect(roomFaults(currentRuleSet, joint)).toEqual([]));

  it('is enough as long as the longest path ends by the long-stop, and refused a day below', () => {
    expect(roomFaults(withLongStop(128), joint)).toEqual([]);
    expect(roomFaults(withLongStop(60), joint)).toMatchObject([{ code: 'rule-set-without-room' }]);
    expect(roomOf(withLongStop(120), joint).overruns).not.toEqual([]);
  });
});
