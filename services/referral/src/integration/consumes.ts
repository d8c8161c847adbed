import { intake, leavesPanel, panelReview, told } from '@parley/contracts';
import type { Instant, PersonId, Sha256 } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { LearnedFact } from '../domain/learned-fact';
import type { LearnFact } from '../domain/referral-commands';
import { partiesOf } from './parties-of';

/** Contexts of whose events the referral hears. */
export const HEARS = ['intake', 'evidence', 'panelreview'] as const;

/**
 * What of a public event the referral must know to decide; nothing for most, which are material of the dossier only.
 */
export function learningOf(event: PublicEvent): LearnFact | undefined {
  const fact = ofIntake(event) ?? ofPanel(event);
  return fact && { type: 'LearnFact', fact, from: event.id, at: event.time, tier: event.tier };
}

function ofIntake(event: PublicEvent): LearnedFact | undefined {
  const filed = told(event, intake.GrievanceFiledSchema);
  if (filed) return { kind: 'filed', parties: partiesOf(filed.parties), receivedAt: event.time };
  const registered = told(event, intake.CaseRegisteredSchema);
  if (registered) {
    const { docketNumber, ruleSetVersion, longStop } = registered;
    return {
      kind: 'registered',
      docketNumber,
      registeredAt: event.time,
      ruleSetVersion,
      ...(longStop ? { longStop: longStop.dueAt as Instant } : {}),
    };
  }
  const served = told(event, intake.GrievanceServedSchema) ?? told(event, intake.AmendmentServedSchema);
  if (served) {
    const { measures = [], claims = [] } = served.grievance ?? {};
    return {
      kind: 'grievance-served',
      measures: measures.map(({ id }) => id),
      claims: claims.map(({ id, measureId, agreement, provision, claimant }) => ({
        id,
        measure: measureId,
        agreement,
        provision,
        ...(claimant === 'respondent' ? { claimant } : {}),
      })),
    };
  }
  const rules = told(event, intake.RulesAdoptedSchema);
  if (rules) return { kind: 'rules-adopted', version: rules.toVersion };
  const withdrawn = told(event, intake.ClaimsWithdrawnSchema);
  if (withdrawn) return { kind: 'claims-withdrawn', claims: withdrawn.claimIds };
  const standing = told(event, intake.ClaimsWithdrawalSetAsideSchema);
  if (standing) return { kind: 'claims-withdrawal-set-aside', claims: standing.claimIds };
  if (told(event, intake.ScreeningReopenedSchema)) return { kind: 'screening-reopened' };
  const ended = told(event, intake.ScreeningEndedSchema);
  if (ended) return { kind: 'screening-ended', outcome: ended.outcome, endedAt: event.time, reason: ended.reason };
  return told(event, intake.LapseSetAsideSchema) && { kind: 'lapse-set-aside' };
}

function ofPanel(event: PublicEvent): LearnedFact | undefined {
  const convened = told(event, panelReview.PanelConvenedSchema);
  if (convened)
    return { kind: 'panel-convened', members: convened.members.map(({ personId }) => personId as PersonId) };
  const change = told(event, panelReview.PanelFactSchema);
  if (change && change.personId !== '' && leavesPanel(change.kind))
    return { kind: 'member-left', person: change.personId as PersonId };
  const findings = told(event, panelReview.FindingsIssuedSchema);
  return findings && { kind: 'findings-final', issuedAt: event.time, digest: findings.digest as Sha256 };
}
