import { calendarArchive } from '../calendars/calendar-archive';
import { clockRule, type RuleSet } from '../rule-sets/rule-set';
import { currentRuleSet } from '../rule-sets/rule-set-of';
import { closingOf, roomFaults, roomOf } from './room-check';

const joint = calendarArchive().current('US', 'CN');

const withLongStop = (length: number): RuleSet => {
  const { tracks } = currentRuleSet;
  const clocks = { ...tracks.standard.clocks, 'long-stop': { ...clockRule(currentRuleSet, 'long-stop'), length } };
  return { ...currentRuleSet, tracks: { ...tracks, standard: { ...tracks.standard, clocks } } };
};

/** What `nx test procedure` prints: days to the close of the deliberation over every start day. */
afterAll(() => {
  for (const track of ['standard', 'complex'] as const)
    for (const kind of ['plain', 'contested'] as const)
      for (const cases of ['one', 'many'] as const) {
        const { starts, shortest, longest, seatDays } = closingOf(kind, currentRuleSet, joint, track, cases);
        process.stdout.write(
          `${track}, ${kind} path, ${cases === 'one' ? 'one case' : 'one of many cases'}, ${String(starts)} start days: ` +
            `closes on day ${String(shortest)} to ${String(longest)}, of which seats take ${seatDays.join(' to ')}\n`,
        );
      }
});

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

  it('lets the deliberation close on day 100 to 117 of the plain path', () => {
    expect(closingOf('plain', currentRuleSet, joint)).toMatchObject({ shortest: 100, longest: 117, seatDays: [0, 0] });
  });

  it('lets it close on day 149 to 172 of the most contested path, of which seats take 52 to 75', () => {
    expect(closingOf('contested', currentRuleSet, joint)).toMatchObject({
      shortest: 149,
      longest: 172,
      seatDays: [52, 75],
    });
  });

  it('is enough on every track that counts joint business days', () =>
    expect(roomFaults(currentRuleSet, joint)).toEqual([]));

  it('is 115 to 137 calendar days for one of many cases at once, whose deliberation closes on day 108 to 128', () => {
    expect(roomOf(currentRuleSet, joint, 'standard', 0, 'many')).toMatchObject({
      shortest: 115,
      longest: 137,
      overruns: [],
    });
    expect(closingOf('plain', currentRuleSet, joint, 'standard', 'many')).toMatchObject({
      shortest: 108,
      longest: 128,
    });
  });

  it('is enough where one side uses each of its rights once and on the last day, with what its seats add', () => {
    const { tracks } = currentRuleSet;
    const adding = (addedDaysPerSide: number): RuleSet => ({
      ...currentRuleSet,
      tracks: { ...tracks, standard: { ...tracks.standard, addedDaysPerSide } },
    });
    const { longest } = closingOf('contested', currentRuleSet, joint, 'standard', 'many');
    expect(roomFaults(adding(longest - 150), joint)).toEqual([]);
    const [first, ...others] = roomFaults(adding(1), joint);
    expect(first).toMatchObject({ field: 'tracks.standard.clocks.long-stop.length', rule: 'I-69' });
    expect(others).toEqual([]);
    const slow = { ...clockRule(currentRuleSet, 'late-findings'), length: 60 };
    const clocks = { ...tracks.standard.clocks, 'late-findings': slow };
    const slowly = { ...currentRuleSet, tracks: { ...tracks, standard: { ...tracks.standard, clocks } } };
    expect(roomFaults(slowly, joint)).toMatchObject([{ code: 'rule-set-without-room', rule: 'I-69' }]);
  });

  it('is enough as long as the longest path, that of one of many cases, ends by the long-stop', () => {
    expect(roomFaults(withLongStop(137), joint)).toEqual([]);
    expect(roomFaults(withLongStop(60), joint)).toMatchObject([{ code: 'rule-set-without-room' }]);
    expect(roomOf(withLongStop(120), joint).overruns).not.toEqual([]);
  });
});
