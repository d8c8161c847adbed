import { intake } from '@parley/contracts';
import { assembleDossier } from '../../services/referral/src/dossier/assemble-dossier';
import { order, publicEvent } from '../../services/referral/src/dossier/dossier-story.fixture';
import type { MemoryBlobs } from '../../services/referral/src/dossier/memory-blobs.fixture';
import { storedExhibits } from '../../services/referral/src/dossier/packed-dossier.fixture';
import { sentence } from './sentences';

const SECRET = 'What nobody but the filer reads.';

/** Something of the case that the recipient may not read, beside everything else. */
const objection = (tier: 'PUBLIC' | 'DELIBERATION') =>
  publicEvent(intake.ReplyServedSchema, '2025-02-20T09:00:00.000Z', tier, {
    caseId: order().caseId,
    receivedAt: '2025-02-20T09:00:00.000Z',
    position: 'objects',
    objections: [{ kind: 'security', reasons: [{ lang: 'en', text: SECRET, kind: 'original', of: '' }] }],
  });

const bytesOf = ({ bytes }: MemoryBlobs): string =>
  [...bytes.values()].map((each) => each.toString('latin1')).join('\n');

describe(sentence('I-50'), () => {
  it('what the recipient may read is in the record of the dossier', async () => {
    const stored = await storedExhibits();
    const read = objection('PUBLIC');
    await assembleDossier(stored, { ...order(), events: [...order().events, read] });
    expect(bytesOf(stored)).toContain(`"id":"${read.id}"`);
  });

  it(
    'what the recipient may not read is in no document, and the index of what is ' + 'withheld says that it is there',
    async () => {
      const [plain, withSealed] = [await storedExhibits(), await storedExhibits()];
      const sealed = objection('DELIBERATION');
      const before = await assembleDossier(plain, order());
      const after = await assembleDossier(withSealed, { ...order(), events: [...order().events, sealed] });
      expect(after.withheld).toBe(before.withheld + 1);
      expect(bytesOf(withSealed)).not.toContain(sealed.id);
      expect(bytesOf(withSealed)).not.toContain(SECRET);
      expect(bytesOf(withSealed)).toContain('ReplyServed');
      expect(bytesOf(plain)).not.toContain('DELIBERATION');
    },
  );
});
