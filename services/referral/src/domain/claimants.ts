import { sideOf, type PartyCode, type Side } from '@parley/kernel';
import type { LearnedClaim } from './learned-fact';
import type { FiledReferral } from './referral-state';

/** Whose claim it is. */
export const claimantOf = ({ claimant }: LearnedClaim): Side => claimant ?? 'complainant';

/**
 * The side on which a party complains of measures in a case: who filed it does, and the respondent as long as claims of
 * its own are in it.
 * @returns nothing for who complains of nothing there
 */
export function complainingSide(
  { filing: { parties }, learned }: FiledReferral,
  party: PartyCode | null,
): Side | undefined {
  if (party !== parties.complainant && party !== parties.respondent) return undefined;
  const side = sideOf(parties, party);
  return side === 'complainant' || learned.grievance?.claims.some((claim) => claimantOf(claim) === side)
    ? side
    : undefined;
}
