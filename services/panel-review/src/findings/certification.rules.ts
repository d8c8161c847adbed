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
import { findingsRefusals } from './findings-refusals.rules';
import type { FindingsCertified, FindingsDecided, FindingsIssued, FindingsWritten } from './findings.rules';
import { attributedVotesOf, disposalsOf, findingsOf } from './make-findings.rules';
import { certifiedDigest, findingsDigestOf, stepsOf } from './steps.rules';
import {
  untranslatedIn,
  type FindingsTranslated,
  type PanelTranslation,
  type RecordTranslations,
} from './translated-findings.rules';

export interface Certification {
  readonly coHead: PersonId;
  readonly party: PartyCode;
  readonly digest: Sha256;
  /** By the co-head's own key over the digest, where one was given. */
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
 * issued (I-04), as soon as each of their texts stands in both languages (I-57).
 */
export function certifyFindings(command: CertifyFindings, state: OpenedPanel, clocks: Clocks) {
  const party = coHeadOf(state, command);
  if (isRefused(party)) return party;
  const { by, receivedAt } = command;
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
  const { digest } = command;
  if (digest !== stage.decision.digest) return refuse(compositionRefusals.digestDiffers, '/digest');
  const certified: FindingsCertified = {
    type: 'FindingsCertified',
    occurredAt: receivedAt,
    rule: 'I-04',
    tier: 'PARTIES',
    data: { by, party, digest, opens: [], closes: [] },
  };
  return accept<PanelEvent>(certified, ...issueOf(evolveOpened(state, certified), command.receivedAt, clocks));
}

/**
 * The time to certify and to translate is up: the findings are issued, and the record says whose certification is
 * missing, and which text has no translation.
 */
export function certificationByDefault(
  expiry: Instant,
  translations: readonly PanelTranslation[],
  state: OpenedPanel,
  clocks: Clocks,
): Decision<PanelEvent> {
  if (state.stage.name !== 'certifying') return accept();
  const isNew = translations.length > state.stage.decision.translations.length;
  return isNew ? withTranslations(translations, expiry, state, clocks) : accept(...issueOf(state, expiry, clocks));
}

/** Each text of the findings stands in both languages; it is carried over from the deliberation’s own stream. */
export function recordTranslations(
  { at, translations }: RecordTranslations,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<PanelEvent> {
  if (state.stage.name !== 'certifying' || isPast(state, 'certification', at)) return accept();
  if (translations.length <= state.stage.decision.translations.length) return accept();
  return withTranslations(translations, at, state, clocks);
}

function withTranslations(
  translations: readonly PanelTranslation[],
  at: Instant,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<PanelEvent> {
  const said: FindingsTranslated = {
    type: 'FindingsTranslated',
    occurredAt: at,
    rule: 'I-57',
    tier: 'DELIBERATION',
    data: { translations, opens: [], closes: [] },
  };
  return accept<PanelEvent>(said, ...issueOf(evolveOpened(state, said), at, clocks));
}

function issueOf(state: OpenedPanel, now: Instant, clocks: Clocks): readonly FindingsIssued[] {
  const { stage, parties, running } = state;
  const due = running['certification'];
  if (stage.name !== 'certifying' || !due) return [];
  const { certifications, digest, findings, disposals, attributed, salt, closedBy, incomplete, translations } =
    stage.decision;
  // A translation is carried over later than it was given, and a certification may have come in between.
  const latest = certifications.reduce((last, { receivedAt }) => (receivedAt > last ? receivedAt : last), now);
  const act = coHeadsAct(certifications, [parties.complainant, parties.respondent], digest, due.dueAt, latest);
  const untranslated = untranslatedIn(stage.decision);
  if (act.status === 'pending' || (untranslated.length > 0 && latest < due.dueAt)) return [];
  const at = act.by === 'default' ? act.at : latest;
  const issue: Issue = { at, by: act.by, missing: act.by === 'default' ? act.missing : [] };
  const kind = at < due.dueAt ? 'act' : 'expiry';
  return [
    {
      type: 'FindingsIssued',
      occurredAt: at,
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
        translations,
        untranslated,
        issue,
        opens: [clocks.start('marking', { event: 'FindingsIssued', at, kind })],
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
