import { streamIdOf } from '@parley/event-store';
import type { PersonId } from '@parley/kernel';
import { withdraw } from '../../../services/intake/src/case/outcome/outcome.rules';
import { clocksOf, RULE_SET_VERSION } from '../../simulation/secretariat/secretariat';
import { ofEachCase, type Rule } from './rule';

/** A withdrawal is the complainant's, and closes its own case. It has no events in any other. */
export const withdrawalIsOnesOwn: Rule = {
  invariant: 'I-30',
  check: ({ attempts, cases }) =>
    attempts.flatMap(({ offer, answer, at }) => {
      if (offer.command.type !== 'WithdrawGrievance' || answer.kind !== 'done') return [];
      const { parties } = cases.find(({ caseId }) => caseId === offer.caseId) ?? {};
      const stranger =
        offer.command.party === parties?.complainant ? [] : [`a withdrawal at ${at} by a party that filed nothing`];
      return [
        ...stranger,
        ...answer.recorded.flatMap(({ stream, type }) =>
          streamIdOf(stream) === offer.caseId ? [] : [`${type} in another case`],
        ),
      ];
    }),
};

/** At every step, the respondent and persons of no party are refused a withdrawal. */
export const nobodyElseWithdraws = ofEachCase('I-30', ({ intake, parties }) =>
  intake.flatMap(({ event, after }) => {
    if (after.status === 'unfiled') return [];
    return [parties.respondent, null].flatMap((party) => {
      const decision = withdraw(
        { type: 'WithdrawGrievance', by: 'somebody' as PersonId, party, receivedAt: event.occurredAt },
        after,
        clocksOf(RULE_SET_VERSION),
      );
      return decision.kind === 'refused'
        ? []
        : [`${party ?? 'nobody'} withdraws a grievance that is not its own, after ${event.type}`];
    });
  }),
);

/**
 * Claims that a withdrawal closes are those of the party that withdraws, whether it gives up some or all. The others
 * stand as they stood.
 */
export const closesOnlyOwnClaims = ofEachCase('I-30', ({ intake, parties }) =>
  intake.flatMap(({ recorded, event, before, after }) => {
    if (before.status === 'unfiled' || after.status === 'unfiled' || recorded.cause.kind !== 'command') return [];
    const whole = event.type === 'ScreeningEnded' && event.data.outcome === 'withdrawn';
    if (!whole && event.type !== 'ClaimsWithdrawn') return [];
    const { actor } = recorded;
    const party = actor.kind === 'person' ? actor.party : null;
    const gone = before.grievance.claims.filter(
      ({ id }) => whole || !after.grievance.claims.some((each) => each.id === id),
    );
    return gone.flatMap(({ id, claimant }) =>
      (claimant === 'respondent' ? parties.respondent : parties.complainant) === party
        ? []
        : [`${String(party)} closed ${id}, a claim of the other side`],
    );
  }),
);
