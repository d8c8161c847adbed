import { happeningWords } from './happening-words';
import { HAPPENINGS_IN_CHINESE } from './happening-words.data';
import { ruleSets } from './rule-set-of';

const said = ruleSets.flatMap(({ tracks, graphs }) => [
  ...Object.values(tracks).flatMap(({ clocks }) => Object.values(clocks).map(({ from }) => from)),
  ...Object.values(graphs).flatMap(({ edges }) => edges.map(({ on }) => on)),
]);

describe('the words for what happens', () => {
  it('are there in Chinese for all that starts a clock or leads along an edge', () => {
    expect([...new Set(said)].filter((english) => HAPPENINGS_IN_CHINESE[english] === undefined)).toEqual([]);
  });

  it('are there for nothing that no rule set says', () => {
    expect(Object.keys(HAPPENINGS_IN_CHINESE).filter((english) => !said.includes(english))).toEqual([]);
  });

  it('are missed loudly', () => {
    expect(() => happeningWords('something else')).toThrow(RangeError);
  });
});
