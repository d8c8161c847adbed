import { refuse, type Refused, type Side } from '@parley/kernel';
import { claimantOf } from '../claimants';
import type { ConsultationProvision, OpenForum } from '../forums/forum-rules';
import type { LearnedClaim, ServedGrievance } from '../learned-fact';
import { refusals } from '../refusals';
import type { DossierRequest } from './dossier-request';

const field = (name: string, index: number): string => `/${name}/${String(index)}`;

/**
 * What of a request does not fit the grievance, or is not for the party to refer that asks; `undefined` when it all
 * fits.
 */
export function referenceFault(
  { measures, claims }: DossierRequest,
  grievance: ServedGrievance,
  side: Side,
): Refused | undefined {
  const unknownMeasure = measures.findIndex((id) => !grievance.measures.includes(id));
  if (unknownMeasure >= 0) return refuse(refusals.unknownMeasure, field('measures', unknownMeasure));
  const named = claims.map((id) => grievance.claims.find((claim) => claim.id === id));
  for (const [index, claim] of named.entries()) {
    if (!claim) return refuse(refusals.unknownClaim, field('claims', index));
    if (claimantOf(claim) !== side) return refuse(refusals.claimOfOther, field('claims', index));
    if (!measures.includes(claim.measure)) return refuse(refusals.claimWithoutMeasure, field('claims', index));
  }
  const idle = measures.findIndex((id) => !named.some((claim) => claim?.measure === id));
  return idle >= 0 ? refuse(refusals.measureWithoutClaim, field('measures', idle)) : undefined;
}

/** What of a draft the forum's rules do not take; `undefined` when they take it all. */
export function draftFault(
  request: DossierRequest,
  claims: readonly LearnedClaim[],
  forum: OpenForum,
): Refused | undefined {
  for (const [index, provision] of request.consultationProvisions.entries()) {
    const path = field('consultationProvisions', index);
    if (!forum.consultationProvisions.some((known) => isSame(known, provision)))
      return refuse(refusals.unknownProvision, path);
    if (!isInPlace(provision, claims, forum)) return refuse(refusals.provisionOutOfPlace, path);
  }
  const needsEvidence = forum.statementsOfEvidence.some((rule) =>
    claims.some((claim) => claim.agreement === rule.agreement && rule.articles.includes(articleOf(claim.provision))),
  );
  return needsEvidence && request.availableEvidence.length === 0
    ? refuse(refusals.evidenceMissing, '/availableEvidence')
    : undefined;
}

const isSame = (a: ConsultationProvision, b: ConsultationProvision): boolean =>
  a.agreement === b.agreement && a.provision === b.provision;

/**
 * DSU 4 serves every claim, GATT XXII and XXIII those under any agreement on goods, any other provision its own
 * agreement's.
 */
function isInPlace({ agreement }: ConsultationProvision, claims: readonly LearnedClaim[], forum: OpenForum): boolean {
  if (agreement === 'DSU' || claims.some((claim) => claim.agreement === agreement)) return true;
  const onGoods = forum.coveredAgreements.filter(({ annex }) => annex === '1A').map(({ code }) => code);
  return agreement === 'GATT1994' && claims.some((claim) => onGoods.includes(claim.agreement));
}

/** `3` of `3.1(b)`. */
const articleOf = (provision: string): string => /^\w*/.exec(provision)?.[0] ?? '';
