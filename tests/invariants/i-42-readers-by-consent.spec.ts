import type { PartyCode, PersonId, Tier } from '@parley/kernel';
import fc from 'fast-check';
import { CN, exhibit, now, registered, US } from '../../services/evidence/src/domain/evidence-story.fixture';
import { allAmong } from '../../services/evidence/src/domain/readers/readers';
import { holdsInEveryHistory } from './holds';
import { readersByConsent } from './rules/i-42-readers-by-consent.rule';
import { sentence } from './sentences';

const tiers = fc.constantFrom<('PUBLIC' | 'PARTIES' | 'PANEL')[]>('PUBLIC', 'PARTIES', 'PANEL');
const parties = fc.constantFrom<(PartyCode | null)[]>(US, CN, null);

describe(sentence('I-42'), () => {
  it('one party alone lets more read what it filed itself, and nothing else', () => {
    fc.assert(
      fc.property(tiers, tiers, parties, (from: Tier & ('PUBLIC' | 'PARTIES' | 'PANEL'), to, party) => {
        const filed = registered.when(exhibit('u1', { tier: from }));
        const decision = filed.decision({ type: 'AddReaders', by: 'somebody' as PersonId, party, receivedAt: now, number: 'USA-1', to });
        expect([from, to, party, decision.kind === 'accepted']).toEqual([from, to, party, party === US && allAmong(from, to)]);
      }),
    );
  });

  it('holds in every history of random parties', () => holdsInEveryHistory(readersByConsent, { runs: 40 }));
});
