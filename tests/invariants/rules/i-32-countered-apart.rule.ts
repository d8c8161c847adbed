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
