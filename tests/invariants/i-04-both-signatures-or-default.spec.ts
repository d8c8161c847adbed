import type { Instant, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import { coHeadsAct, type CoHeadSignature } from '@parley/procedure';
import { given } from '@parley/testing';
import fc from 'fast-check';
import { at as instant, decider, expire, registered } from '../../services/intake/src/case/case-story.fixture';
import { holdsInEveryHistory } from './holds';
import { bothSignaturesOrDefault } from './rules/i-04-both-signatures-or-default.rule';
import { sentence } from './sentences';

const [US, CN] = ['US' as PartyCode, 'CN' as PartyCode];
const second = fc.integer({ min: 0, max: 9 });
const at = (seconds: number): Instant => `2025-03-04T10:00:0${String(seconds)}.000Z` as Instant;
const signed: fc.Arbitrary<CoHeadSignature> = fc.record({
  coHead: fc.constantFrom('one', 'other', 'third'),
  party: fc.constantFrom(US, CN),
  digest: fc.constantFrom('this text' as Sha256, 'another' as Sha256),
  receivedAt: second.map(at),
});

/** The first second at which two persons, one of each side, have signed this text in time, looked for one by one. */
function jointSince(signatures: readonly CoHeadSignature[], due: number, now: number): number | undefined {
  for (let seconds = 0; seconds <= now && seconds < due; seconds++) {
    const there = signatures.filter(({ digest, receivedAt }) => digest === 'this text' && receivedAt <= at(seconds));
    for (const one of there)
      for (const other of there)
        if (one.party === US && other.party === CN && one.coHead !== other.coHead) return seconds;
  }
  return undefined;
}

describe(sentence('I-04'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(bothSignaturesOrDefault));

  it('holds whatever was signed by whom, over what and when, to the second', () => {
    fc.assert(
      fc.property(fc.array(signed, { maxLength: 5 }), second, second, (signatures, due, now) => {
        const act = coHeadsAct(signatures, [US, CN], 'this text' as Sha256, at(due), at(now));
        const joint = jointSince(signatures, due, now);
        if (joint !== undefined) expect(act).toEqual({ status: 'in-effect', by: 'both-signatures', at: at(joint) });
        else if (now >= due) expect(act).toMatchObject({ status: 'in-effect', by: 'default', at: at(due) });
        else expect(act).toMatchObject({ status: 'pending' });
      }),
      { numRuns: 2_000 },
    );
  });

  it('puts a joint proposal once each side’s co-head has signed the very words, whoever changes them when', () => {
    const sent = fc.record({
      party: fc.constantFrom(US, CN),
      by: fc.constantFrom('one', 'other', 'third'),
      en: fc.constantFrom('Half.', 'Nothing.'),
    });
    fc.assert(
      fc.property(fc.array(sent, { maxLength: 8 }), (signatures) => {
        let story = given(decider).when(...registered, expire('reply'), expire('consultations'));
        const standing = new Map<PartyCode, string>();
        for (const { party, by, en } of signatures) {
          const act = { by: by as PersonId, party, receivedAt: instant('2025-03-18T09:00:00Z') };
          const command = { type: 'SignJointProposal', ...act, text: { en, 'zh-Hans': '一半。' } } as const;
          if (decider.decide(command, story.state).kind === 'refused') continue;
          story = story.when(command);
          standing.set(party, `${by} ${en}`);
          const [first, second] = [...standing.values()].map((each) => each.split(' '));
          const both = first !== undefined && second !== undefined && first[0] !== second[0] && first[1] === second[1];
          expect(story.recorded.includes('JointProposalPut')).toBe(both);
        }
      }),
    );
  });
});
