import type { Attempt } from '../../parties/attempt';
import { chooseSamples, kindsIn } from './choose-samples';
import type { Sample } from './play-again';

const sample = (seed: number, ...codes: readonly string[]): Sample => {
  const attempts = codes.map((code): Attempt => ({ ...ATTEMPT, answer: { kind: 'refused', reason: { code, rule: 'S4', en: '', 'zh-Hans': '' } } }));
  return { seed, history: { cases: [], log: [], attempts, playedTo: ATTEMPT.at } as unknown as Sample['history'] };
};
const ATTEMPT = { at: '2025-02-03T09:12:01.234Z', offer: { command: { type: 'FileReply' } }, manner: 'plain' } as Attempt;

describe('samples', () => {
  it('are chosen so that they show much with few acts', () => {
    const candidates = [sample(1, 'a', 'a', 'a'), sample(2, 'a', 'b', 'c'), sample(3, 'b', 'c', 'd'), sample(4, 'e', 'f')];
    expect(chooseSamples(candidates, 2).map(({ seed }) => seed)).toEqual([2, 4]);
    expect(chooseSamples(candidates, 9).map(({ seed }) => seed).toSorted()).toEqual([1, 2, 3, 4]);
  });

  it('show what was refused', () => {
    expect([...kindsIn(sample(1, 'a', 'b', 'a'))]).toEqual(['refused a', 'refused b']);
  });
});
