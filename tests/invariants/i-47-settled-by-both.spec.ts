import type { PartyCode, PersonId } from '@parley/kernel';
import { given } from '@parley/testing';
import fc from 'fast-check';
import { CN, US } from '../../services/referral/src/referral/referral-story.fixture';
import {
  acceptOf,
  caseId,
  decider,
  filed,
  propose,
  registered,
  sign,
  table,
  text,
} from '../../services/referral/src/settlement/settlement-story.fixture';
import { settlementDigest } from '../../services/referral/src/settlement/settlement-region.rules';
import { holdsInEveryHistory } from './holds';
import { settledByBoth, signedOverOneText } from './rules/i-47-settled-by-both.rule';
import { sentence } from './sentences';

const tabled = given(decider).when(
  filed,
  registered,
  propose(CN, '2025-03-05T10:00:00Z'),
  acceptOf(US, '2025-03-06T10:00:00Z'),
  table(CN, '2025-03-10T10:00:00Z'),
);
const persons = fc.constantFrom('one', 'other', 'third').map((id) => id as PersonId);
const signature = fc.record({ by: persons, party: fc.constantFrom<PartyCode>(US, CN), isTheText: fc.boolean() });

describe(sentence('I-47'), () => {
  it('the text binds with the signatures of two persons, one of each side, over its very words, and not before', () => {
    fc.assert(
      fc.property(fc.array(signature, { maxLength: 6 }), (signatures) => {
        let story = tabled;
        const signed: Record<string, string> = {};
        for (const { by, party, isTheText } of signatures) {
          if (Object.keys(signed).length === 2) return;
          const words = settlementDigest(caseId, isTheText ? text() : text({ publication: 'facts-only' }));
          const act = { ...sign(party, '2025-03-12T10:00:00Z', 1, words), by };
          const counts = isTheText && !signed[party] && !Object.values(signed).includes(by);
          expect(story.decision(act).kind).toBe(counts ? 'accepted' : 'refused');
          if (!counts) continue;
          signed[party] = by;
          story = story.when(act);
          expect(story.recorded.includes('SettlementSigned')).toBe(Object.keys(signed).length === 2);
        }
      }),
    );
  });

  it('holds in every history of random parties', () => holdsInEveryHistory(settledByBoth, { runs: 40 }));
  it('each signs the very text that is on the table', () => holdsInEveryHistory(signedOverOneText, { runs: 40 }));
});
