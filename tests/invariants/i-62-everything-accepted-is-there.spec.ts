import type { Instant, Tier } from '@parley/kernel';
import fc from 'fast-check';
import { exhibitsEver, numbersMissing } from '../../services/audit/src/completeness/completeness.rules';
import { asChina, exhibit, registered, signing } from '../../services/evidence/src/casefile/evidence-story.fixture';
import type { KnownCase } from '../../services/evidence/src/casefile/casefile.rules';
import { visibleExhibits } from '../../services/evidence/src/exhibits/file-exhibit';
import type { RecordedFact } from '../../services/audit/src/history/case-at.rules';
import { holdsInEveryHistory } from './holds';
import { everythingAcceptedIsThere } from './rules/i-62-everything-accepted-is-there.rule';
import { sentence } from './sentences';

const at = '2025-02-12T09:00:00.000Z' as Instant;
const accepted = (number: string, tier: Tier): RecordedFact => ({
  ...{
    stream: 's',
    revision: 0,
    eventId: number,
    type: 'ExhibitAccepted',
    occurredAt: at,
    recordedAt: at,
    rule: 'I-33',
    ruleSetVersion: '2026-1',
    tier,
    commitment: 'c',
  },
  actor: { kind: 'system', process: 'spec' },
  data: { number, file: { digest: 'a'.repeat(64), sizeBytes: 3 } },
});

describe(sentence('I-62'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(everythingAcceptedIsThere, { runs: 40 }));

  it('shows a tombstone to whom readers were taken away from, and the exhibit to who is left', () => {
    const taken = registered.when(exhibit('u1', { tier: 'PANEL' }));
    const [here] = (taken.state as KnownCase).exhibits.values();
    if (!here) throw new Error('there is no exhibit');
    const both = taken.when(signing(here, 'PARTIES'), signing(here, 'PARTIES', asChina));
    const seenBy = (...tiers: readonly Tier[]) =>
      visibleExhibits(both.state as KnownCase, new Set(tiers), both.state as KnownCase).map(({ extent }) => extent);
    expect(seenBy('PUBLIC', 'PANEL', 'PARTIES')).toEqual(['whole']);
    expect(seenBy('PUBLIC', 'PANEL')).toEqual(['tombstone']);
    expect(seenBy('PUBLIC')).toEqual([]);
  });

  it('the check of a case finds every exhibit that vanished among others', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 40 }),
        fc.nat(),
        fc.constantFrom<Tier>('PUBLIC', 'PANEL', 'PARTIES'),
        (count, which, tier) => {
          const all = Array.from({ length: count }, (_, index) => accepted(`USA-${String(index + 1)}`, tier));
          const vanished = which % (count - 1);
          const left = exhibitsEver(all.filter((_, index) => index !== vanished));
          expect(numbersMissing(left.values()).map(({ subject }) => subject)).toEqual([`USA-${String(vanished + 1)}`]);
        },
      ),
    );
  });
});
