import { sha256 } from '@parley/event-store';
import { seededRandom } from '../chaos/seeded-random';
import { order } from '../../services/referral/src/dossier/dossier-story.fixture';
import { packedDossier, storedExhibits } from '../../services/referral/src/dossier/packed-dossier.fixture';
import { sentence } from './sentences';

describe(sentence('I-51'), () => {
  it('the same case gives the same bag, in whatever order its events were heard', async () => {
    const first = await packedDossier(await storedExhibits());
    expect(first.byteLength).toBeGreaterThan(1_000);
    for (const seed of [1, 2]) {
      const events = seededRandom(seed).shuffled(order().events);
      expect(sha256(await packedDossier(await storedExhibits(), { ...order(), events }))).toBe(sha256(first));
    }
  });
});
