import { streamIdOf } from '@parley/event-store';
import type { Rule } from './rule';

/** A withdrawal is the complainant's, and closes its own case: what it brings about stands in no other. */
export const withdrawalIsOnesOwn: Rule = {
  invariant: 'I-30',
  check: ({ attempts, cases }) =>
    attempts.flatMap(({ offer, answer, at }) => {
      if (offer.command.type !== 'WithdrawGrievance' || answer.kind !== 'done') return [];
      const { parties } = cases.find(({ caseId }) => caseId === offer.caseId) ?? {};
      const stranger = offer.command.party === parties?.complainant ? [] : [`a withdrawal at ${at} by a party that filed nothing`];
      return [...stranger, ...answer.recorded.flatMap(({ stream, type }) => (streamIdOf(stream) === offer.caseId ? [] : [`${type} in another case`]))];
    }),
};
