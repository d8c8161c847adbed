import { accept, refuse, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { forumOf, forumRulesAt } from '../forums/forum-rules-of';
import type { RequestDossier } from '../referral-commands';
import type { DossierRequested } from '../referral-events';
import type { FiledReferral } from '../referral-state';
import { refusals } from '../refusals';
import { basisOf } from './basis';
import { draftKindOf } from './dossier-request';
import { contentFault, standingFault } from './forum-fault';
import { referenceFault } from './request-fault';

export const dossierDeadline = (n: number): string => `dossier:${String(n)}`;

/** S12: the complainant asks for a dossier. It names a forum, passes its standing check (I-49) and has a basis (I-48). */
export function requestDossier({ by, party, receivedAt, request }: RequestDossier, state: FiledReferral, clocksOf: (version: string) => Clocks): Decision<DossierRequested> {
  const { parties } = state.filing;
  if (party !== parties.complainant) return refuse(refusals.notComplainant);
  const { registration, grievance } = state.learned;
  if (!registration || !grievance) return refuse(refusals.notRegistered);
  if (state.dossiers.some(({ status }) => status !== 'issued')) return refuse(refusals.dossierPending);
  const basis = basisOf(state, receivedAt);
  if (!basis) return refuse(refusals.noBasis);
  const done = state.dossiers.some((dossier) => draftKindOf(dossier.request) === draftKindOf(request) && dossier.basis === basis);
  if (done) return refuse(refusals.alreadyIssued);

  const named = grievance.claims.filter(({ id }) => request.claims.includes(id));
  const rules = forumRulesAt(receivedAt);
  const forum = forumOf(rules, request.forum);
  const clocks = clocksOf(registration.ruleSetVersion);
  const asking = { parties, claims: named, at: receivedAt, today: clocks.arrivalDay(receivedAt) };
  const fault = standingFault(request, forum, asking) ?? referenceFault(request, grievance) ?? contentFault(request, forum, asking);
  if (fault) return fault;

  const n = state.dossiers.length + 1;
  const deadline = clocks.start('dossier', { event: 'DossierRequested', at: receivedAt }, dossierDeadline(n));
  return accept({
    type: 'DossierRequested',
    occurredAt: receivedAt,
    rule: 'S12',
    // The draft is the complainant's until the dossier goes out, and then both sides have it at one instant.
    tier: 'FILER',
    data: { n, by, request, basis, forumRules: rules.version, opens: [deadline], closes: [] },
  });
}
