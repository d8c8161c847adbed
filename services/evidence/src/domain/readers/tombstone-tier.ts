import type { Exhibit, ExhibitTier } from '../exhibit';

/** The tier of everybody who could know of an exhibit until now: they are who is told that it is gone. */
export const tierOfTombstone = ({ tier, publicVersion, tombstones }: Exhibit): ExhibitTier => {
  const known = [tier, ...tombstones.map(({ from }) => from), ...(publicVersion ? (['PUBLIC'] as const) : [])];
  return (['PUBLIC', 'PANEL'] as const).find((each) => known.includes(each)) ?? 'PARTIES';
};
