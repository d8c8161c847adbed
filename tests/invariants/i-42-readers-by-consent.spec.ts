import type { PartyCode, PersonId, Tier } from '@parley/kernel';
import fc from 'fast-check';
import { CN, exhibit, now, registered, US } from '../../services/evidence/src/casefile/evidence-story.fixture';
import type { KnownCase } from '../../services/evidence/src/casefile/casefile.rules';
import { lentTo } from '../../services/evidence/src/loans/loans.rules';
import { allAmong } from '../../services/evidence/src/readers/readers.rules';
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
        const decision = filed.decision({
          type: 'AddReaders',
          by: 'somebody' as PersonId,
          party,
          receivedAt: now,
          number: 'USA-1',
          to,
        });
        expect([from, to, party, decision.kind === 'accepted']).toEqual([
          from,
          to,
          party,
          party === US && allAmong(from, to),
        ]);
      }),
    );
  });

  it('one party alone lends what it filed itself, to the one person for whom it was asked', () => {
    fc.assert(
      fc.property(parties, fc.constantFrom('expert:US:1', 'third-party:1'), (party, assignment) => {
        const heard = ['expert:US:1', 'third-party:1'].map(
          (each) => ({ told: 'person-heard', assignment: each, person: each as PersonId, as: 'expert' }) as const,
        );
        const of = { by: 'somebody' as PersonId, receivedAt: now, number: 'USA-1', assignment } as const;
        const asked = registered.when(exhibit('u1', { tier: 'PANEL' }), ...heard, {
          type: 'AskForLoan',
          as: 'panel',
          party: CN,
          ...of,
          purpose: [],
        });
        const decision = asked.decision({ type: 'ConsentToLoan', party, ...of });
        const after =
          decision.kind === 'accepted' ? asked.when({ type: 'ConsentToLoan', party, ...of }).state : asked.state;
        const readers = heard.filter(({ person }) => lentTo(after as KnownCase, person, now).length > 0);
        expect(readers.map(({ person }) => person)).toEqual(party === US ? [assignment] : []);
      }),
    );
  });

  it('holds in every history of random parties', () => holdsInEveryHistory(readersByConsent, { runs: 40 }));
});
