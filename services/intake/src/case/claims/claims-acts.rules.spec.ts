import { given } from '@parley/testing';
import fc from 'fast-check';
import type { RegisteredCase } from '../case-commands.rules';
import {
  complainant,
  decider,
  expire,
  filing,
  grievance,
  register,
  registry,
  reply,
  respondent,
} from '../case-story.fixture';
import type { WithdrawClaims } from './claims.rules';

const [measure] = grievance.measures as [(typeof grievance.measures)[number]];
const [claim] = grievance.claims as [(typeof grievance.claims)[number]];
const three = {
  measures: [measure, { ...measure, id: 'M2', number: 'EO 14195a' }],
  claims: [claim, { ...claim, id: 'C2', provision: 'II' }, { ...claim, id: 'C3', measure: 'M2' }],
};
const story = given(decider).when(
  filing('2025-02-04T10:00:00+01:00', three),
  { type: 'FindComplete', ...registry('2025-02-06T10:00:00+01:00') },
  register,
);
const withdraw = (claims: readonly string[], when = '2025-02-10T10:00:00Z'): WithdrawClaims => ({
  type: 'WithdrawClaims',
  ...complainant(when),
  claims,
});

describe('some claims', () => {
  it('are withdrawn and the others live on, with every clock as it was (I-30)', () => {
    const after = story.when(withdraw(['C1']));
    expect(after.events.at(-1)).toMatchObject({
      type: 'ClaimsWithdrawn',
      tier: 'PUBLIC',
      data: { claims: ['C1'], remaining: ['C2', 'C3'], opens: [], closes: [] },
    });
    expect(after.state).toMatchObject({
      status: 'registered',
      goneClaims: ['C1'],
      grievance: { claims: [{ id: 'C2' }, { id: 'C3' }] },
    });
    expect((after.state as RegisteredCase).running).toEqual((story.state as RegisteredCase).running);
  });

  it('take with them the measures that no claim is left against', () => {
    expect(story.when(withdraw(['C3'])).state).toMatchObject({ grievance: { measures: [{ id: 'M1' }] } });
  });

  it('are withdrawn by whose they are, once each, from a registered case', () => {
    expect(story.refusalOf({ ...withdraw(['C1']), ...respondent('2025-02-10T10:00:00Z') })).toBe('claim-not-held');
    expect(story.when(withdraw(['C1'])).refusalOf(withdraw(['C1']))).toBe('claim-not-held');
    expect(story.decision(withdraw(['C2', 'C9']))).toMatchObject({ kind: 'refused', path: '/claims/1' });
    expect(
      given(decider)
        .when(filing('2025-02-04T10:00:00+01:00', three))
        .refusalOf(withdraw(['C1'])),
    ).toBe('claims-before-registration');
  });

  it('are withdrawn behind a default that has passed (I-18)', () => {
    expect(story.refusalOf(withdraw(['C1'], '2025-02-21T17:00:00+01:00'))).toBe('default-pending');
    expect(story.when(expire('reply')).when(withdraw(['C1'], '2025-02-21T17:00:00+01:00')).recorded).toEqual([
      'ClaimsWithdrawn',
    ]);
  });

  it('are not answered any more', () => {
    const answer = reply('2025-02-11T10:00:00Z', { counterStatements: [{ claim: 'C1', statement: [] }] });
    expect(story.when(withdraw(['C1'])).refusalOf(answer)).toBe('unknown-claim');
  });

  it('end the screening when they are all that was left, and never before (I-30)', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['C1', 'C2', 'C3'], { minLength: 3 }),
        fc.integer({ min: 1, max: 3 }),
        (order, first) => {
          const groups = [order.slice(0, first), ...order.slice(first).map((id) => [id])].filter(
            (group) => group.length > 0,
          );
          let scenario = story;
          for (const [index, group] of groups.entries()) {
            scenario = scenario.when(withdraw(group));
            const isLast = index === groups.length - 1;
            expect(scenario.state).toMatchObject(
              isLast ? { status: 'ended', outcome: 'withdrawn' } : { status: 'registered' },
            );
          }
        },
      ),
    );
  });
});
