import fc from 'fast-check';
import type { Track } from '@parley/procedure';
import { CN, US } from './panel-story.fixture';
import { begun, play, type RandomPanel, type Throw } from './random-panel.fixture';

/** Acts that compose a panel and make its findings come more often than the others. */
const act = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 13, arbitrary: fc.nat(20) },
  { weight: 3, arbitrary: fc.integer({ min: 21, max: 31 }) },
);

export const dice: fc.Arbitrary<Throw[]> = fc.array(
  fc.record({ act, who: fc.nat(7), minutes: fc.integer({ min: 1, max: 700 }) }),
  { minLength: 60, maxLength: 220, size: 'max' },
);
export const parties = { complainant: CN, respondent: US };
export const tracks = fc.constantFrom<Track>('standard', 'standard', 'urgent', 'complex');

/** Checks something in many histories; a failure shows the dice, from which the history can be played again. */
export const inMany = (check: (world: RandomPanel) => void, numRuns = 50): void =>
  fc.assert(
    fc.property(tracks, dice, (track, thrown) => check(play(begun(parties, track), thrown))),
    { numRuns },
  );
export const indexOf = ({ events }: RandomPanel, ...types: string[]): number[] =>
  events.flatMap((event, index) => (types.includes(event.type) ? [index] : []));
