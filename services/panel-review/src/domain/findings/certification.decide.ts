import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import { coHeadsAct, latestOf } from '@parley/procedure';
import { coHeadOf, isPast, isRefused, screeningOver } from '../acting';
import type { CertifyFindings } from '../panel-commands';
import type { PanelEvent } from '../panel-events';
import type { OpenedPanel } from '../panel-state';
import { evolveOpened } from '../panel.evolve';
import { refusals } from '../refusals';
import type { Issue } from './finding';
import type { FindingsCertified, FindingsIssued } from './findings-events';

/**
 * A co-head certifies the procedure, not the substance; with both over the same digest the findings are issued (I-04).
 */
export function certifyFindings(command: CertifyFindings, state: OpenedPanel): Decision<PanelEvent> {
  const party = coHeadOf(state, command);
  if (isRefused(party)) return party;
  const { by, receivedAt, digest, jws } = command;
  const { stage } = state;
  const given = stage.name === 'certifying' || stage.name === 'issued' ? stage.decision.certifications : [];
  if (given.some(({ coHead, party: signed }) => coHead === by && signed !== party))
    return refuse(refusals.signsForBoth);
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  if (stage.name !== 'certifying')
    return refuse(stage.name === 'issued' ? refusals.certificationLate : refusals.notCertifying);
  if (isPast(state, 'certification', receivedAt)) return refuse(refusals.certificationLate);
  if (given.some((signature) => signature.party === party)) return refuse(refusals.alreadySigned);
  if (digest !== stage.decision.digest) return refuse(refusals.digestDiffers, '/digest');
  const certified: FindingsCertified = {
    type: 'FindingsCertified',
    occurredAt: receivedAt,
    rule: 'I-04',
    tier: 'PARTIES',
    data: { by, party, digest, ...(jws === undefined ? {} : { jws }), opens: [], closes: [] },
  };
  return accept<PanelEvent>(certified, ...issueOf(evolveOpened(state, certified), latestOf([...given, command])));
}

/** The co-heads' time is up: the findings are issued, and the record says whose certification is missing. */
export const certificationByDefault = (expiry: Instant, state: OpenedPanel): Decision<FindingsIssued> =>
  accept(...issueOf(state, expiry));

function issueOf(state: OpenedPanel, now: Instant): readonly FindingsIssued[] {
  const { stage, parties, running } = state;
  const due = running['certification'];
  if (stage.name !== 'certifying' || !due) return [];
  const { certifications, digest, findings, attributed } = stage.decision;
  const act = coHeadsAct(certifications, [parties.complainant, parties.respondent], digest, due.dueAt, now);
  if (act.status === 'pending') return [];
  const issue: Issue = { at: act.at, by: act.by, missing: act.by === 'default' ? act.missing : [] };
  return [
    {
      type: 'FindingsIssued',
      occurredAt: act.at,
      rule: 'S9',
      tier: 'PUBLIC',
      data: { parties, findings, attributed, digest, certifications, issue, opens: [], closes: ['certification'] },
    },
  ];
}
