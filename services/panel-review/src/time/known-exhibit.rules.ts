import type { Instant, PartyCode } from '@parley/kernel';

/** An exhibit before the panel, and since when. */
export interface KnownExhibit {
  readonly number: string;
  readonly party: PartyCode;
  /** Everybody reads it itself, not only its public version. */
  readonly isPublic: boolean;
  readonly since: Instant;
  /** The exhibit or the request that it answers; empty for none. */
  readonly answers: string;
}

export type FactOfExhibit = { readonly told: 'exhibit'; readonly exhibit: string; readonly at: Instant } & Omit<
  KnownExhibit,
  'number' | 'since'
>;

/** An exhibit is before the panel from the first version on that it could read; what was public once stays known. */
export const withExhibit = (
  exhibits: readonly KnownExhibit[],
  { exhibit: number, party, isPublic: now, at: since, answers }: FactOfExhibit,
): readonly KnownExhibit[] => {
  const before = exhibits.find((each) => each.number === number);
  const isPublic = now || (before?.isPublic ?? false);
  const first = before && before.since <= since ? before : { number, party, since, answers };
  return [...exhibits.filter((each) => each.number !== number), { ...first, isPublic }];
};
