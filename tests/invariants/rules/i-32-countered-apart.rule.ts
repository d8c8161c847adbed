import { clockSteps } from './clock-steps';
import { stateBefore } from './moment';
import type { Rule } from './rule';

/**
 * A counter-grievance is a case of its own, by the respondent of a registered case that goes on. Its filing changes
 * nothing in the first.
 */
export const counteredApart: Rule = {
  invariant: 'I-32',
  check: ({ cases }) =>
    cases.flatMap(({ caseId, intake, parties }) => {
      const [filing] = intake;
      const counterTo = filing?.event.type === 'GrievanceFiled' ? filing.event.data.relations?.counterTo : undefined;
      if (!filing || !counterTo) return [];
      const first = cases.find((each) => each.caseId === counterTo.caseId);
      const then = first && stateBefore(first.intake, filing.recorded);
      const goesOn = then?.status === 'registered' || then?.status === 'suspended';
      const distinct =
        first !== undefined && first.caseId !== caseId && first.parties.complainant === parties.respondent;
      const touched = first?.intake.filter(({ recorded }) => recorded.cause.id === filing.recorded.cause.id) ?? [];
      return [
        ...(goesOn && distinct ? [] : [`case ${caseId}: filed against a case that it cannot counter`]),
        ...touched.map(({ event }) => `case ${caseId}: its filing brought about ${event.type} in the first case`),
      ];
    }),
};

/**
 * Nothing that was recorded or told of a counter-grievance brings about an event in the first case that starts, moves
 * or ends a clock there.
 */
export const delaysNothing: Rule = {
  invariant: 'I-32',
  check: ({ cases }) =>
    cases.flatMap((counter) => {
      const [filing] = counter.intake;
      const counterTo = filing?.event.type === 'GrievanceFiled' ? filing.event.data.relations?.counterTo : undefined;
      const first = cases.find(({ caseId }) => caseId === counterTo?.caseId);
      if (!first) return [];
      const ofCounter = new Set([
        ...[...counter.intake, ...counter.panel].map(({ recorded }) => recorded.eventId),
        ...counter.told.map(({ id }) => id),
      ]);
      return clockSteps(first).flatMap(({ recorded, type }) =>
        ofCounter.has(recorded.cause.id) ? [`case ${counter.caseId}: brought about ${type} in the first case`] : [],
      );
    }),
};
