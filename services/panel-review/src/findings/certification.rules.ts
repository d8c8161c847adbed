import {
  accept,
  refuse,
  type Decision,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
} from '@parley/kernel';
import { coHeadsAct, type Clocks } from '@parley/procedure';
import { claimsAt } from '../claims/claims.rules';
import { objectionsAt } from '../claims/objections.rules';
import { compositionRefusals } from '../composition/composition-refusals.rules';
import { incompleteSides } from '../composition/empty-seats.rules';
import { commonRefusals, evolveOpened } from '../panel/common-refusals.rules';
import { onWhatStands } from '../review/evidence-time.rules';
import type { CertifyFindings, RecordFindings } from '../panel/panel-commands.rules';
import {
  coHeadOf,
  isPast,
  isRefused,
  screeningOver,
  type OpenedPanel,
  type PanelEvent,
} from '../panel/panel-state.rules';
import {
  findingsRefusals,
  type FindingsCertified,
  type FindingsDecided,
  type FindingsIssued,
  type FindingsWritten,
} from './findings.rules';
import { attributedVotesOf, disposalsOf, findingsOf } from './make-findings.rules';
import { certifiedDigest, findingsDigestOf, stepsOf } from './steps.rules';

export interface Certification {
  readonly coHead: PersonId;
  readonly party: PartyCode;
  readonly digest: Sha256;
  /** By the co-head's own key over the digest, where one was given. */
  readonly jws?: string;
  readonly receivedAt: Instant;
}

/** How findings became final. */
export interface Issue {
  readonly at: Instant;
  readonly by: 'both-signatures' | 'default';
  /** Parties whose co-head did not certify. */
  readonly missing: readonly PartyCode[];
}

/**
 * A co-head certifies the procedure, not the substance. With both certifications over the same digest the findings are
 * issued (I-04).
 */
export function certifyFindings(command: CertifyFindings, state: OpenedPanel, clocks: Clocks) {
  const party = coHeadOf(state, command);
  if (isRefused(party)) return party;
  const { by, receivedAt, digest, jws } = command;
  const { stage } = state;
  const given = stage.name === 'certifying' || stage.name === 'issued' ? stage.decision.certifications : [];
  if (given.some(({ coHead, party: signed }) => coHead === by && signed !== party))
    return refuse(compositionRefusals.signsForBoth);
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  if (stage.name !== 'certifying')
    return refuse(stage.name === 'issued' ? findingsRefusals.certificationLate : findingsRefusals.notCertifying);
  if (isPast(state, 'certification', receivedAt)) return refuse(findingsRefusals.certificationLate);
  if (given.some((signature) => signature.party === party)) return refuse(compositionRefusals.alreadySigned);
  if (digest !== stage.decision.digest) return refuse(compositionRefusals.digestDiffers, '/digest');
  const certified: FindingsCertified = {
    type: 'FindingsCertified',
    occurredAt: receivedAt,
    rule: 'I-04',
    tier: 'PARTIES',
    data: { by, party, digest, ...(jws === undefined ? {} : { jws }), opens: [], closes: [] },
  };
  return accept<PanelEvent>(certified, ...issueOf(evolveOpened(state, certified), command.receivedAt, clocks));
}

/** The co-heads' time is up: the findings are issued, and the record says whose certification is missing. */
export const certificationByDefault = (expiry: Instant, state: OpenedPanel, clocks: Clocks): Decision<FindingsIssued> =>
  accept(...issueOf(state, expiry, clocks));

function issueOf(state: OpenedPanel, now: Instant, clocks: Clocks): readonly FindingsIssued[] {
  const { stage, parties, running } = state;
  const due = running['certification'];
  if (stage.name !== 'certifying' || !due) return [];
  const { certifications, digest, findings, disposals, attributed, salt, closedBy, incomplete } = stage.decision;
  const act = coHeadsAct(certifications, [parties.complainant, parties.respondent], digest, due.dueAt, now);
  if (act.status === 'pending') return [];
  const kind = act.by === 'default' ? 'expiry' : 'act';
  const issue: Issue = { at: act.at, by: act.by, missing: act.by === 'default' ? act.missing : [] };
  return [
    {
      type: 'FindingsIssued',
      occurredAt: act.at,
      rule: 'S9',
      tier: 'PANEL',
      data: {
        parties,
        closedBy,
        incomplete,
        findings,
        disposals,
        attributed,
        salt,
        digest,
        certifications,
        issue,
        opens: [clocks.start('marking', { event: 'FindingsIssued', at: act.at, kind })],
        closes: ['certification'],
      },
    },
  ];
}

/**
 * S9: records the result of the closed deliberation for each claim that stood, and each objection that was raised, when
 * it was closed. Everybody is told
 * that there is one, and nobody outside the panel what it says (I-14, I-68).
 */
export function recordFindings(
  command: RecordFindings,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<FindingsDecided | FindingsWritten> {
  const { closedAt, closedBy, salt } = command;
  const over = screeningOver(state, closedAt);
  const atLongStop = closedBy === 'long-stop' && over === commonRefusals.longStopPassed;
  if (state.stage.name !== 'deciding' || (over && !atLongStop)) return accept();
  const claims = claimsAt(state, closedAt);
  const disposals = disposalsOf(objectionsAt(state, closedAt), claims, command);
  const findings = findingsOf(claims, disposals, onWhatStands(command, state));
  const steps = stepsOf(state, closedAt, closedBy);
  const findingsDigest = findingsDigestOf({ findings, disposals, salt });
  const kind = closedBy === 'co-chairs' ? 'act' : 'expiry';
  const decided: FindingsDecided = {
    type: 'FindingsDecided',
    occurredAt: closedAt,
    rule: 'I-12',
    tier: 'PUBLIC',
    data: {
      by: closedBy,
      incomplete: incompleteSides(state),
      steps,
      findingsDigest,
      digest: certifiedDigest(state.caseId, steps, findingsDigest),
      opens: [clocks.start('certification', { event: 'FindingsDecided', at: closedAt, kind })],
      // A member who leaves after the closing is not replaced, so no seat's clock outlives the findings.
      closes: Object.keys(state.running),
    },
  };
  return accept<FindingsDecided | FindingsWritten>(decided, {
    type: 'FindingsWritten',
    occurredAt: closedAt,
    rule: 'I-68',
    tier: 'DELIBERATION',
    data: { findings, disposals, attributed: attributedVotesOf(command), salt, opens: [], closes: [] },
  });
}
