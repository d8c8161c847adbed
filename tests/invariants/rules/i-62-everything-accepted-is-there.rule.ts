import type { Tier } from '@parley/kernel';
import { visible } from '../../../services/evidence/src/exhibits/file-exhibit';
import { latestOf, type CaseHistory } from '../../simulation/history/case-history';
import { ofEachCase } from './rule';

/** Readers by what they read: anybody, a member of the panel, a desk. */
const READERS: readonly ReadonlySet<Tier>[] = [
  new Set(['PUBLIC']),
  new Set(['PUBLIC', 'PANEL']),
  new Set(['PUBLIC', 'PANEL', 'PARTIES']),
];

const seenIn = (state: CaseHistory['evidence'][number]['after'], number: string, tiers: ReadonlySet<Tier>) =>
  visible(state.exhibits.get(number), tiers);

/** Whoever could ever see an exhibit sees it at the end, or its tombstone. */
export const everythingAcceptedIsThere = ofEachCase('I-62', ({ evidence }) => {
  const last = latestOf(evidence);
  if (!last) return [];
  const accepted = evidence.flatMap(({ event }) => (event.type === 'ExhibitAccepted' ? [event.data.number] : []));
  return accepted.flatMap((number) =>
    READERS.flatMap((tiers) => {
      const before = evidence.some(({ after }) => seenIn(after, number, tiers) !== undefined);
      return before && seenIn(last, number, tiers) === undefined
        ? [`${number} vanished for readers of ${[...tiers].join(', ')}`]
        : [];
    }),
  );
});
