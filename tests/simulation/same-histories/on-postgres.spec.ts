import { contextOf } from '@parley/event-store';
import type { Clock } from '@parley/kernel';
import { createTestDatabase, openTestEventStore } from '@parley/testing';
import type { History } from '../history/case-history';
import { tellStory } from '../history/tell-story';
import type { Attempt } from '../parties/attempt';
import { movesOfWorld, playWorld } from '../run/world';
import { differences } from './differences';

const CONTEXTS = ['audit', 'evidence', 'intake', 'panelreview', 'referral'];
const WORLDS = [20_261, 20_262];
const MOST_TOLD = 10;

/** Plays a world on the real event store, in a database of its own. */
async function playOnPostgres(seed: number): Promise<History> {
  const database = await createTestDatabase();
  let ofWorld: Clock | undefined;
  const now: Clock['now'] = () => {
    if (!ofWorld) throw new Error('the world has no clock yet');
    return ofWorld.now();
  };
  const { store, close } = await openTestEventStore(database.url, CONTEXTS, { now });
  try {
    return await playWorld(seed, movesOfWorld(seed), { store: (clock) => ((ofWorld = clock), store) });
  } finally {
    await close();
    await database.drop();
  }
}

const kindOf = ({ answer }: Attempt): string => (answer.kind === 'done' && answer.repeated ? 'repeated' : answer.kind);
const codeOf = ({ answer }: Attempt): readonly string[] => (answer.kind === 'refused' ? [answer.reason.code] : []);

describe('the same histories on PostgreSQL', () => {
  const played: History[] = [];

  it.each(WORLDS)('are the same event for event and answer for answer, with seed %i', async (seed) => {
    const inMemory = await playWorld(seed);
    const apart = differences(inMemory, await playOnPostgres(seed));
    if (apart.length > 0)
      throw new Error(
        'In memory and on PostgreSQL, of seed ' +
          `${String(seed)}:\n${apart.slice(0, MOST_TOLD).join('\n')}\n\nThe story in ` +
          `memory:\n${tellStory(inMemory)}`,
      );
    played.push(inMemory);
  });

  it('are of every context, and of every kind of answer', () => {
    const attempts = played.flatMap((history) => history.attempts);
    expect([...new Set(played.flatMap(({ log }) => log.map(({ stream }) => contextOf(stream))))].toSorted()).toEqual(
      CONTEXTS,
    );
    expect([...new Set(attempts.map(kindOf))]).toEqual(
      expect.arrayContaining(['done', 'repeated', 'refused', 'stale', 'key-reused']),
    );
    expect(new Set(attempts.flatMap(codeOf)).size).toBeGreaterThan(50);
  });
});
