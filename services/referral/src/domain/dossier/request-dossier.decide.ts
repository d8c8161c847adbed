import { accept, refuse, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { forumOf, forumRulesAt } from '../forums/forum-rules-of';
import type { RequestDossier } from '../referral-commands';
import type { DossierRequested } from '../referral-events';
import type { FiledReferral } from '../referral-state';
import { refusals } from '../refusals';
import { claimantOf, complainingSide } from '../claimants';
import { basisOf } from './basis';
import { draftKindOf } from './dossier-request';
import { contentFault, standingFault } from './forum-fault';
import { referenceFault } from './request-fault';

export const dossierDeadline = (n: number): string => `dossier:${String(n)}`;

/**
 * S12: a party that complains of measures in the case asks for a dossier of its own claims. It names a forum, passes
 * its standing check (I-49) and has a basis (I-48). Where the case holds the measures of both, dossiers of both stand
 * side by side.
 */
export function requestDossier(
  { by, party, receivedAt, request }: RequestDossier,
  state: FiledReferral,
  clocksOf: (version: string) => Clocks,
): Decision<DossierRequested> {
  const { parties } = state.filing;
  const side = complainingSide(state, party);
  if (party === null || side === undefined) return refuse(refusals.noClaimsOfOwn);
  const { registration, grievance } = state.learned;
  if (!registration || !grievance) return refuse(refusals.notRegistered);
  const own = state.dossiers.filter((dossier) => dossier.party === party);
  if (own.some(({ status }) => status !== 'issued')) return refuse(refusals.dossierPending);
  const basis = basisOf(state, party, receivedAt);
  if (!basis) return refuse(refusals.noBasis);
  const done = own.some((dossier) => draftKindOf(dossier.request) === draftKindOf(request) && dossier.basis === basis);
  if (done) return refuse(refusals.alreadyIssued);

  const named = grievance.claims.filter((claim) => claimantOf(claim) === side && request.claims.includes(claim.id));
  const rules = forumRulesAt(receivedAt);
  const forum = forumOf(rules, request.forum);
  const clocks = clocksOf(registration.ruleSetVersion);
  const applying = {
    complainant: party,
    respondent: side === 'complainant' ? parties.respondent : parties.complainant,
  };
  const asking = { parties: applying, claims: named, at: receivedAt, today: clocks.arrivalDay(receivedAt) };
  const fault =
    standingFault(request, forum, asking) ??
    referenceFault(request, grievance, side) ??
    contentFault(request, forum, asking);
  if (fault) return fault;

  const n = state.dossiers.length + 1;
  const deadline = clocks.start('dossier', { event: 'DossierRequested', at: receivedAt }, dossierDeadline(n));
  return accept({
    type: 'DossierRequested',
    occurredAt: receivedAt,
    rule: 'S12',
    // The draft is that party's until the dossier goes out, and then both sides have it at one instant.
    tier: 'FILER',
    data: { n, by, party, request, basis, forumRules: rules.version, opens: [deadline], closes: [] },
  });
}
