import { categoryOf, domainEventOf, streamIdOf } from '@parley/event-store';
import type { Rule } from './rule';

interface Allocated {
  readonly caseId: string;
  readonly docketNumber: string;
}

/** The numbers of a party's year are 1, 2, 3 …, each for another case, and a case that was given one keeps it. */
export const docketWithoutGaps: Rule = {
  invariant: 'I-27',
  check({ log, cases }) {
    const dockets = Map.groupBy(
      log.filter(({ stream }) => categoryOf(stream) === 'intake.docket'),
      ({ stream }) => streamIdOf(stream),
    );
    return [...dockets].flatMap(([docket, events]) => {
      const given = events.map((event) => domainEventOf(event).data as Allocated);
      const gaps = given.flatMap(({ docketNumber }, index) =>
        docketNumber === `${docket}-${String(index + 1).padStart(4, '0')}`
          ? []
          : [`${docketNumber} is number ${String(index + 1)} of ${docket}`],
      );
      const twice =
        new Set(given.map(({ caseId }) => caseId)).size === given.length ? [] : [`a case has two numbers of ${docket}`];
      const unused = given.flatMap(({ caseId, docketNumber }) => {
        const registered = cases
          .find((each) => each.caseId === caseId)
          ?.intake.find(({ event }) => event.type === 'CaseRegistered');
        return registered?.event.type === 'CaseRegistered' && registered.event.data.docketNumber === docketNumber
          ? []
          : [`${docketNumber} was given and is not used`];
      });
      return [...gaps, ...twice, ...unused];
    });
  },
};
