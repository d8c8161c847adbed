import { refuse, type CaseParties, type Instant, type IsoDate, type PartyCode, type Refused } from '@parley/kernel';
import { refusals } from '../refusals';
import type { OpenForum } from './forum-rules';

/** One claim as standing looks at it. */
export interface StandingClaim {
  readonly id: string;
  readonly agreement: string;
}

const joined = (since: Readonly<Record<PartyCode, IsoDate>>, party: PartyCode, on: Instant): boolean => {
  const date: IsoDate | undefined = since[party];
  return date !== undefined && on.slice(0, 10) >= date;
};

/**
 * I-49: whether the forum hears this complainant against this respondent under these agreements on that day. A WTO
 * request is made by a Member to a Member under an agreement of DSU Appendix 1 that binds both.
 * @param on the instant of the request
 * @returns the refusal, or nothing where it is heard
 */
export function standing(
  forum: OpenForum,
  parties: CaseParties,
  claims: readonly StandingClaim[],
  on: Instant,
): Refused | undefined {
  const { complainant, respondent } = parties;
  const both = (since: Readonly<Record<PartyCode, IsoDate>>): boolean =>
    joined(since, complainant, on) && joined(since, respondent, on);
  if (!both(forum.members)) return refuse(refusals.notAMember);
  for (const [index, claim] of claims.entries()) {
    const agreement = forum.coveredAgreements.find(({ code }) => code === claim.agreement);
    if (!agreement) return refuse(refusals.agreementNotCovered, `/claims/${String(index)}`);
    if (agreement.parties && !both(agreement.parties))
      return refuse(refusals.agreementNotBinding, `/claims/${String(index)}`);
  }
  return undefined;
}
