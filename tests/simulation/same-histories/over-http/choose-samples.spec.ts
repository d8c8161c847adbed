import type { RecordedEvent } from '@parley/event-store';
import { plusMillis } from '@parley/kernel';
import type { Attempt } from '../../parties/attempt';
import { chooseSamples, kindsIn } from './choose-samples';
import type { Sample } from './play-again';

const sample = (seed: number, ...codes: readonly string[]): Sample => {
  const attempts = codes.map((code): Attempt => ({
    ...ATTEMPT,
    answer: { kind: 'refused', reason: { code, rule: 'S4', en: '', 'zh-Hans': '' } },
  }));
  return { seed, history: { cases: [], log: [], attempts, playedTo: ATTEMPT.at } as unknown as Sample['history'] };
};
const ATTEMPT = {
  at: '2025-02-03T09:12:01.234Z',
  offer: { command: { type: 'FileReply' } },
  manner: 'plain',
} as Attempt;

describe('samples', () => {
  it('are chosen so that they show much', () => {
    const candidates = [
      sample(1, 'a', 'a', 'a'),
      sample(2, 'a', 'b', 'c'),
      sample(3, 'b', 'c', 'd'),
      sample(4, 'e', 'f'),
    ];
    expect(chooseSamples(candidates, 2).map(({ seed }) => seed)).toEqual([2, 4]);
    expect(
      chooseSamples(candidates, 9)
        .map(({ seed }) => seed)
        .toSorted(),
    ).toEqual([1, 2, 3, 4]);
  });

  it('are, of those that show the same, the ones for which time moves least often', () => {
    const silent = { type: 'ScreeningEnded', cause: { kind: 'timer', id: 'long-stop' } } as RecordedEvent;
    const withSilence = (each: Sample, times: number): Sample => ({
      ...each,
      history: { ...each.history, log: Array.from({ length: times }, () => silent) },
    });
    const spread = (each: Sample): Sample => ({
      ...each,
      history: {
        ...each.history,
        attempts: each.history.attempts.map((attempt, minute) => ({ ...attempt, at: plusMillis(attempt.at, minute) })),
      },
    });
    expect(chooseSamples([withSilence(sample(1, 'a', 'b'), 9), withSilence(sample(2, 'a', 'b'), 1)], 1)).toMatchObject([
      { seed: 2 },
    ]);
    expect(chooseSamples([spread(sample(1, 'a', 'b')), sample(2, 'a', 'b')], 1)).toMatchObject([{ seed: 2 }]);
  });

  it('show what was refused', () => {
    expect([...kindsIn(sample(1, 'a', 'b', 'a'))]).toEqual(['refused a', 'refused b']);
  });
});
