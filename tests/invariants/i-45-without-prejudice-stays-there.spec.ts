import type { CaseId, Instant, PartyCode, PersonId } from '@parley/kernel';
import { given } from '@parley/testing';
import fc from 'fast-check';
import {
  channelDecider,
  statementDigest,
} from '../../services/intake/src/case/without-prejudice/without-prejudice.rules';
import * as settlement from '../../services/referral/src/settlement/settlement-story.fixture';
import { holdsInEveryHistory } from './holds';
import { withoutPrejudiceStaysThere } from './rules/i-45-without-prejudice-stays-there.rule';
import { sentence } from './sentences';

const [US, CN, XX] = ['US' as PartyCode, 'CN' as PartyCode, 'XX' as PartyCode];
const said = {
  caseId: '5f0c1a52-6a1e-8a3b-9c4d-0123456789ab' as CaseId,
  parties: { complainant: US, respondent: CN },
  statementId: 'statement:1',
};
const receivedAt = '2025-02-24T09:00:00.000Z' as Instant;
const persons = fc.constantFrom('one', 'other', 'third').map((id) => id as PersonId);
const consent = fc.record({ by: persons, party: fc.constantFrom(US, CN, XX, null), isTheirs: fc.boolean() });

describe(sentence('I-45'), () => {
  it('what was said is laid open by the consents of two persons, one of each side, over its very words alone', () => {
    fc.assert(
      fc.property(fc.array(consent, { maxLength: 6 }), (consents) => {
        const text = [{ lang: 'en', text: 'We could live with half.', kind: 'original' }] as const;
        const says = {
          type: 'SayWithoutPrejudice',
          ...said,
          by: 'one' as PersonId,
          party: US,
          receivedAt,
          text,
        } as const;
        let story = given(channelDecider).when(says);
        const words = statementDigest(said.caseId, said.statementId, text);
        const consented: Record<string, string> = {};
        for (const { by, party, isTheirs } of consents) {
          const digest = isTheirs ? words : statementDigest(said.caseId, 'statement:2', text);
          const act = { type: 'ConsentToRelease', ...said, by, party, receivedAt, digest } as const;
          const counts =
            isTheirs && (party === US || party === CN) && !consented[party] && !Object.values(consented).includes(by);
          expect(story.decision(act).kind).toBe(counts ? 'accepted' : 'refused');
          if (!counts) continue;
          consented[party] = by;
          story = story.when(act);
          expect(story.recorded.includes('WithoutPrejudiceReleased')).toBe(Object.keys(consented).length === 2);
        }
      }),
    );
  });

  it('what both conciliators sign is laid before the two desks alone', () => {
    const at = '2025-03-06T10:00:00.000Z' as Instant;
    const text = settlement.both('Half of each.', '各退一半。');
    const acts = (['anna', 'bo'] as PersonId[]).map((by, index) => ({ by, of: index === 0 ? US : CN }));
    const put = given(settlement.decider).when(
      settlement.filed,
      settlement.registered,
      settlement.propose(US, '2025-03-03T10:00:00Z'),
      settlement.acceptOf(CN, '2025-03-05T10:00:00Z'),
      ...acts.map(({ by, of }) => ({
        ...({ type: 'PickConciliator', by: `${of}-desk` as PersonId, party: of, receivedAt: at, person: by } as const),
      })),
      ...acts.map(({ by, of }) => ({ type: 'AcceptAsConciliator', by, party: null, receivedAt: at, of }) as const),
      ...acts.map(
        ({ by }) =>
          ({ type: 'SignConciliatorsProposal', by, party: null, receivedAt: at, caseId: said.caseId, text }) as const,
      ),
    );
    const holding = put.events.filter((event) => JSON.stringify(event).includes('Half of each.'));
    expect(holding.map(({ type, tier }) => [type, tier])).toEqual([['ConciliatorsProposalServed', 'DESKS']]);
  });

  it('holds in every history of random parties', () => holdsInEveryHistory(withoutPrejudiceStaysThere, { runs: 80 }));
});
