import { ParleyProcess } from '../../support/parley-process';
import { movesOf } from '../history/move';
import { play } from '../history/play';
import { tellStory } from '../history/tell-story';
import { chooseSamples, kindsIn } from './over-http/choose-samples';
import { holdIn } from './over-http/hold-in';
import { actsIn, playAgain, type Sample } from './over-http/play-again';

/** Of so many runs the few that show most are played again, because playing one takes a while. */
const CANDIDATES = 40;
const SAMPLES = 3;
const MOVES = 250;
const MOST_ATTEMPTS = 80;
const HOUR = 3_600_000;

const playHere = async (seed: number): Promise<Sample> => ({
  seed,
  history: await play({ seed, cases: 1, serves: false, restraint: holdIn }, movesOf(seed, MOVES)),
});

describe('the same histories over HTTP', () => {
  let samples: readonly Sample[];
  let apart: ReadonlyMap<number, readonly string[]>;

  beforeAll(async () => {
    const candidates: Sample[] = [];
    for (let seed = 1; seed <= CANDIDATES; seed++) candidates.push(await playHere(seed));
    samples = chooseSamples(
      candidates.filter(({ history }) => actsIn(history).length < MOST_ATTEMPTS),
      SAMPLES,
    );
    const told: [number, readonly string[]][] = [];
    // One installation each: what is barred or recorded for one country's cases would meet the next sample's.
    for (const sample of samples) {
      const [first = ''] = sample.history.attempts.map(({ at }) => at).toSorted();
      const parley = await ParleyProcess.start({ clock: new Date(Date.parse(first) - HOUR).toISOString() });
      told.push(...(await playAgain(parley.url, [sample]).finally(() => parley.stop())));
    }
    apart = new Map(told);
  }, 600_000);

  it('are the same answer for answer and event for event', () => {
    const told = samples.flatMap(({ seed, history }) => {
      const says = apart.get(seed) ?? [];
      return says.length === 0
        ? []
        : [
            `In the simulation and over HTTP, of seed ${String(seed)}:\n${says.join('\n')}\n\nThe story ` +
              `in the simulation:\n${tellStory(history)}`,
          ];
    });
    expect(told.join('\n\n')).toBe('');
  });

  it('are of many kinds of acts, done and refused, and of many kinds of silence', () => {
    const kinds = [...new Set(samples.flatMap((sample) => [...kindsIn(sample)]))];
    const counted = (what: string): number => kinds.filter((kind) => kind.startsWith(what)).length;
    expect(counted('done ')).toBeGreaterThan(25);
    expect(counted('refused ')).toBeGreaterThan(35);
    expect(counted('silence ')).toBeGreaterThan(10);
  });
});
