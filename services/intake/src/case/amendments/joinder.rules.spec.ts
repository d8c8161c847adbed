import { given } from '@parley/testing';
import fc from 'fast-check';
import type { CaseCommand, RegisteredCase } from '../case-commands.rules';
import { complainant, decider, expire, filing, registered, reply, respondent } from '../case-story.fixture';
import { propose, sign } from '../consent/consent-story.fixture';
import type { Matter } from '../consent/proposal.rules';
import { amend, answer, claim, first, joinedWith, own, withClaims } from './amendments-story.fixture';

const joined = joinedWith(first, own);
const { receipt, certification } = amend('supplement', joined, '2025-02-10T10:00:00Z');
const joinder: Matter = {
  kind: 'joinder',
  grievance: joined,
  receipt,
  certification: { ...certification, by: respondent('2025-02-10T10:00:00Z').by },
};

const story = given(decider).when(...registered);
const both = story.when(
  propose(joinder, respondent('2025-02-10T10:00:00Z')),
  sign(joinder, complainant('2025-02-11T10:00:00Z')),
);
const withdraw = (claims: readonly string[], act = complainant('2025-02-12T10:00:00Z')): CaseCommand => ({
  type: 'WithdrawClaims',
  ...act,
  claims,
});
const runningOf = (scenario: typeof story) => (scenario.state as RegisteredCase).running;

describe('a case that holds the measures of both', () => {
  it(
    'does so when the respondent proposes its claims and the complainant signs; these have a ' +
      'time of their own (I-24)',
    () => {
      expect(both.recorded).toEqual(['ProposalSigned', 'GrievanceAmended', 'AmendmentServed']);
      expect(both.events.at(-2)).toMatchObject({
        data: {
          amendmentId: 'J1',
          kind: 'joinder',
          added: ['U1'],
          legalBasis: [{ id: 'C1' }, { id: 'U1', claimant: 'respondent' }],
        },
      });
      const { 'reply:J1': time, ...others } = runningOf(both);
      expect(time).toMatchObject({ dueDate: '2025-02-26', awaits: 'complainant' });
      expect(others).toEqual(runningOf(story));
    },
  );

  it('has the claims of each answered by the other', () => {
    const theirs = { ...answer('J1', ['U1'], '2025-02-12T10:00:00Z'), ...complainant('2025-02-12T10:00:00Z') };
    expect(both.refusalOf({ ...theirs, ...respondent('2025-02-12T10:00:00Z') })).toBe('not-the-complainant');
    expect(both.when(theirs).events.at(-1)).toMatchObject({
      type: 'AmendmentAnswered',
      data: { closes: ['reply:J1'], opens: [{ id: 'consultations:J1' }] },
    });
    expect(both.when(expire('reply:J1')).recorded).toEqual(['AmendmentReplyLapsed']);
  });

  it('is proposed ten times at most by a side, since each proposal carries the whole grievance', () => {
    const asked = Array.from({ length: 10 }, (_, n): CaseCommand[] => [
      propose(joinder, respondent('2025-02-10T10:00:00Z')),
      {
        type: 'WithdrawProposal',
        ...respondent('2025-02-10T10:00:00Z'),
        signatories: 'parties',
        proposalId: `proposal:${String(n + 1)}`,
      },
    ]);
    expect(story.when(...asked.flat()).refusalOf(propose(joinder, respondent('2025-02-10T10:00:00Z')))).toBe(
      'too-many-proposals',
    );
  });

  it('is not answered in the reply, which is to the claims of the complainant', () => {
    expect(both.refusalOf(reply('2025-02-12T10:00:00Z', { counterStatements: [{ claim: 'U1', statement: [] }] }))).toBe(
      'unknown-claim',
    );
  });

  it('lets each party touch its own claims alone', () => {
    expect(story.refusalOf(propose(joinder, complainant('2025-02-10T10:00:00Z')))).toBe('not-the-respondent');
    const foreign: Matter = { ...joinder, grievance: withClaims(first, claim('U1', 'XI')) };
    expect(story.refusalOf(propose(foreign, respondent('2025-02-10T10:00:00Z')))).toBe('claim-of-the-other-party');
    expect(both.refusalOf(amend('replacement', withClaims(first), '2025-02-12T10:00:00Z'))).toBe(
      'claim-of-the-other-party',
    );
    expect(
      both.refusalOf(amend('replacement', joinedWith(first, { ...own, provision: 'XX' }), '2025-02-12T10:00:00Z')),
    ).toBe('claim-of-the-other-party');
    expect(
      both.when(amend('replacement', joinedWith({ ...first, provision: 'III' }, own), '2025-02-12T10:00:00Z')).recorded,
    ).toEqual(['GrievanceAmended', 'AmendmentServed']);
    expect(given(decider).refusalOf(filing('2025-02-04T10:00:00Z', joinedWith(own)))).toBe('claim-of-the-other-party');
  });

  it('is not withdrawn as a whole by one of the two (I-30)', () => {
    expect(both.refusalOf({ type: 'WithdrawGrievance', ...complainant('2025-02-12T10:00:00Z') })).toBe(
      'claims-of-both',
    );
    expect(both.refusalOf(withdraw(['U1']))).toBe('claim-not-held');
    expect(both.when(withdraw(['C1'])).state).toMatchObject({
      status: 'registered',
      grievance: { claims: [{ id: 'U1' }] },
    });
  });

  it('ends only with the last claim of both, and never takes a claim of the other along (I-30)', () => {
    const more = joinedWith(first, claim('C2', 'II'), own);
    const large = both.when(amend('supplement', more, '2025-02-11T11:00:00Z'));
    const steps = fc.array(
      fc.record({
        side: fc.constantFrom(complainant, respondent),
        claims: fc.subarray(['C1', 'C2', 'U1'], { minLength: 1 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(steps, (withdrawals) => {
        let { state } = large;
        for (const { side, claims } of withdrawals) {
          const before = state as RegisteredCase;
          const decision = decider.decide(withdraw(claims, side('2025-02-12T10:00:00Z')), before);
          if (decision.kind === 'refused') continue;
          expect(claims.every((id) => id.startsWith('U') === (side === respondent))).toBe(true);
          state = decision.events.reduce(decider.evolve, before);
          const left = before.grievance.claims.filter(({ id }) => !claims.includes(id));
          expect(state).toMatchObject(
            left.length === 0
              ? { status: 'ended', outcome: 'withdrawn' }
              : { status: 'registered', grievance: { claims: left } },
          );
          if (left.length === 0) return;
        }
      }),
    );
  });
});
