import { latestOf } from '../../simulation/history/case-history';
import { ofEachCase } from './rule';

/** Each exhibit passes from whoever had it last, never earlier than before, and says why. */
export const unbrokenCustody = ofEachCase('I-34', ({ evidence }) => {
  const state = latestOf(evidence);
  if (!state) return [];
  return [...state.exhibits.values()].flatMap(({ number, custody }) =>
    custody.flatMap((entry, index) => {
      const before = custody[index - 1];
      const named = [entry.from, entry.to, entry.at, entry.purpose].every((word) => word !== '');
      const follows = before === undefined || (entry.from === before.to && entry.at >= before.at);
      return named && follows
        ? []
        : [`${number} went from ${entry.from} at ${entry.at}, and had been with ${before?.to ?? 'nobody'}`];
    }),
  );
});
