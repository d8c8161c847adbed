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
