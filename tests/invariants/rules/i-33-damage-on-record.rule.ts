import type { Rule } from './rule';

/** Damage that a read found stands in the record of its exhibit, once for each thing found. */
export const damageOnRecord: Rule = {
  invariant: 'I-33',
  check: ({ attempts, cases }) =>
    attempts.flatMap(({ offer, answer, at }) => {
      if (offer.command.type !== 'NoteDamage' || answer.kind !== 'done') return [];
      const { number, found } = offer.command;
      const steps = cases.find(({ caseId }) => caseId === offer.caseId)?.evidence ?? [];
      const noted = steps.some(
        ({ event }) =>
          event.type === 'ExhibitFoundCorrupt' && event.data.number === number && event.data.found === found,
      );
      return noted ? [] : [`damage of ${number} found at ${at} is not on record`];
    }),
};
