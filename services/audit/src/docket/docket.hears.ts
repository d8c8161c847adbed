import {
  eventTypeOf,
  evidence,
  intake,
  isNoFactOfItsOwn,
  leavesPanel,
  panelReview,
  referral,
  sayOf,
  toldAs,
  type PartyName,
  type Taking,
} from '@parley/contracts';
import type { PublicEvent } from '@parley/messaging';
import type { Learning } from '../history/case-at.rules';
import { learn, saysOfFile, unknownCase, type CaseFile } from '../history/history.rules';
import { partiesOf, personOf, reader, type Reader } from './audit.hears';
import type { PublicFact } from './docket-deadlines.rules';

const hearsEvidence: readonly Reader[] = [
  reader(evidence.ExhibitAcceptedSchema, ({ acceptedAt }) => ({ kind: 'exhibit-accepted', at: acceptedAt })),
  reader(evidence.PublicVersionFiledSchema, ({ filedAt }) => ({ kind: 'public-version-filed', at: filedAt })),
  reader(evidence.CustodyHandedOverSchema, ({ entry }) => ({ kind: 'custody-handed-over', at: entry?.at ?? '' })),
  reader(evidence.TranslationFiledSchema, ({ filedAt }) => ({ kind: 'translation-filed', at: filedAt })),
  reader(evidence.TranslationMissingSchema, ({ missingAt }) => ({ kind: 'translation-missing', at: missingAt })),
  reader(evidence.TranslationChallengedSchema, ({ madeAt }) => ({ kind: 'translation-challenged', at: madeAt })),
  reader(evidence.TranslationChallengeAnsweredSchema, ({ answeredAt }) => ({
    kind: 'translation-challenge-answered',
    at: answeredAt,
  })),
  reader(evidence.ExhibitWithdrawnSchema, ({ withdrawnAt }) => ({ kind: 'exhibit-withdrawn', at: withdrawnAt })),
  reader(evidence.LateEntryNotedSchema, ({ at, status }) => ({ kind: `late-entry-${status}`, at })),
  reader(evidence.ReadersAddedSchema, ({ addedAt }) => ({ kind: 'readers-added', at: addedAt })),
  reader(evidence.ReadersTakenAwaySchema, ({ takenAwayAt }) => ({ kind: 'readers-taken-away', at: takenAwayAt })),
];

const hearsIntake: readonly Reader[] = [
  reader(intake.GrievanceFiledSchema, ({ parties, receivedAt }) => ({
    kind: 'grievance-filed',
    at: receivedAt,
    learnings: [{ kind: 'filing', parties: partiesOf(parties) }],
  })),
  reader(intake.CaseRegisteredSchema, ({ parties, docketNumber, registeredAt }) => ({
    kind: 'case-registered',
    at: registeredAt,
    learnings: [{ kind: 'registration', parties: partiesOf(parties), docketNumber }],
  })),
  reader(intake.ReplyReceivedSchema, ({ receivedAt }) => ({ kind: 'reply-received', at: receivedAt })),
  reader(intake.ReplyLapsedSchema, ({ lapsedAt }) => ({ kind: 'reply-lapsed', at: lapsedAt })),
  reader(intake.ActRepudiatedSchema, ({ at, kind }) => ({ kind: `${kind}-repudiated`, at })),
  reader(intake.CallRecordedSchema, ({ status, at }) => ({ kind: `call-${status}`, at })),
  reader(intake.CallArrangedSchema, ({ status, at }) => ({ kind: `call-${status}`, at })),
  reader(intake.SummaryRecordedSchema, ({ status, at }) => ({ kind: `summary-${status}`, at })),
  reader(intake.HotlineRecordedSchema, ({ status, at, caseId, hotlineId }) => ({
    kind: `hotline-${status}`,
    at,
    outsideCases: caseId === hotlineId,
  })),
  reader(panelReview.CrisisDrawsOpenedSchema, ({ at, caseId, hotlineId }) => ({
    kind: 'crisis-draws-opened',
    at,
    outsideCases: caseId === hotlineId,
  })),
  reader(intake.WatchListRecordedSchema, ({ status, at }) => ({
    kind: `watch-list-${status}`,
    at,
    outsideCases: true,
  })),
  reader(intake.PartyKeyRecordedSchema, ({ status, at }) => ({
    kind: `party-key-${status}`,
    at,
    outsideCases: true,
  })),
  reader(intake.ConsultationsEscalatedSchema, ({ at }) => ({ kind: 'consultations-escalated', at })),
  reader(intake.JointProposalPutSchema, ({ at }) => ({ kind: 'joint-proposal-put', at })),
  reader(intake.NoJointProposalSchema, ({ at }) => ({ kind: 'no-joint-proposal', at })),
  reader(intake.ConsultationsClosedSchema, ({ closedAt }) => ({ kind: 'consultations-closed', at: closedAt })),
  reader(intake.ScreeningEndedSchema, ({ endedAt }) => ({ kind: 'screening-ended', at: endedAt })),
  reader(intake.OutageNotedSchema, ({ at }) => ({ kind: 'outage-noted', at })),
  reader(intake.CalendarNotedSchema, ({ at }) => ({ kind: 'calendar-noted', at })),
  reader(intake.LateEntryNotedSchema, ({ at, status }) => ({ kind: `late-entry-${status}`, at })),
  reader(intake.LongStopReachedSchema, ({ at }) => ({ kind: 'long-stop-reached', at })),
  reader(intake.LapseSetAsideSchema, ({ at }) => ({ kind: 'lapse-set-aside', at })),
  reader(intake.ClaimsWithdrawalSetAsideSchema, ({ at }) => ({ kind: 'claims-withdrawal-set-aside', at })),
  reader(intake.RefilingNotedSchema, ({ at, status }) => ({
    kind: status === 'consented' ? 'refiling-consented' : 'withdrawn-after-review',
    at,
  })),
  reader(intake.ClaimsWithdrawnSchema, ({ withdrawnAt }) => ({ kind: 'claims-withdrawn', at: withdrawnAt })),
  reader(intake.MeasureCorrectedSchema, ({ at }) => ({ kind: 'measure-corrected', at })),
  reader(intake.GrievanceAmendedSchema, ({ amendedAt }) => ({ kind: 'grievance-amended', at: amendedAt })),
  reader(intake.AmendmentReplyReceivedSchema, ({ receivedAt }) => ({
    kind: 'amendment-reply-received',
    at: receivedAt,
  })),
  reader(intake.AmendmentReplyLapsedSchema, ({ lapsedAt }) => ({ kind: 'amendment-reply-lapsed', at: lapsedAt })),
  reader(intake.AmendmentConsultationsClosedSchema, ({ closedAt }) => ({
    kind: 'amendment-consultations-closed',
    at: closedAt,
  })),
  reader(intake.DeadlineExtendedSchema, ({ at }) => ({ kind: 'deadline-extended', at })),
  reader(intake.LongStopExtendedSchema, ({ at, days }) => ({
    kind: days === undefined ? 'long-stop-extended' : 'seat-time-added',
    at,
  })),
  reader(intake.ScreeningSuspendedSchema, ({ at }) => ({ kind: 'screening-suspended', at })),
  reader(intake.ResumptionNoticeGivenSchema, ({ at }) => ({ kind: 'resumption-notice-given', at })),
  reader(intake.ScreeningResumedSchema, ({ at }) => ({ kind: 'screening-resumed', at })),
  reader(intake.TrackChangedSchema, ({ at }) => ({ kind: 'track-changed', at })),
  reader(intake.RulesAdoptedSchema, ({ at }) => ({ kind: 'rules-adopted', at })),
  reader(intake.FirstCallMissedSchema, ({ at }) => ({ kind: 'first-call-missed', at })),
  reader(intake.ScreeningReopenedSchema, ({ at }) => ({ kind: 'screening-reopened', at })),
  reader(intake.CasesConsolidatedSchema, ({ at }) => ({ kind: 'cases-consolidated', at })),
  reader(intake.ConsolidationUndoneSchema, ({ at }) => ({ kind: 'consolidation-undone', at })),
];

const hearsPanelReview: readonly Reader[] = [
  reader(panelReview.PanelOpenedSchema, ({ openedAt }) => ({ kind: 'panel-opened', at: openedAt })),
  reader(panelReview.RosterNotedSchema, ({ status, at }) => ({ kind: `roster-${status}`, at })),
  reader(panelReview.DrawNotedSchema, ({ status, at }) => ({ kind: status, at })),
  reader(panelReview.MemberDrawnSchema, ({ personId }) => ({
    kind: 'member-drawn',
    learnings: [{ kind: 'member-named', personId: personOf(personId) }],
  })),
  reader(panelReview.PanelConvenedSchema, ({ convenedAt, members }) => ({
    kind: 'panel-convened',
    at: convenedAt,
    learnings: [{ kind: 'panel-seated', members: members.map(({ personId }) => personOf(personId)) }],
  })),
  reader(panelReview.ReviewOpenedSchema, ({ openedAt }) => ({ kind: 'review-opened', at: openedAt })),
  reader(panelReview.InterimIssuedSchema, ({ issuedAt, issued }) => ({
    kind: issued ? 'interim-issued' : 'interim-missing',
    at: issuedAt,
  })),
  reader(panelReview.UrgencyDecidedSchema, ({ decidedAt, verdict }) => ({ kind: `urgency-${verdict}`, at: decidedAt })),
  reader(panelReview.DelayNotifiedSchema, ({ at }) => ({ kind: 'delay-notified', at })),
  reader(panelReview.FindingsDecidedSchema, ({ decidedAt }) => ({ kind: 'findings-decided', at: decidedAt })),
  reader(panelReview.FindingsIssuedSchema, ({ issuedAt }) => ({
    kind: 'findings-issued',
    at: issuedAt,
    learnings: [{ kind: 'findings-released' }],
  })),
  reader(panelReview.ReasonsPublishedSchema, ({ at }) => ({ kind: 'reasons-published', at })),
  reader(panelReview.LateEntryNotedSchema, ({ at, status }) => ({ kind: `late-entry-${status}`, at })),
  reader(panelReview.LimitsMovedSchema, ({ at }) => ({ kind: 'panel-limits-moved', at })),
  reader(panelReview.PanelImpossibleSchema, ({ at }) => ({ kind: 'panel-impossible', at })),
  reader(panelReview.PanelFactSchema, ({ kind, at, personId }) => ({
    kind,
    at,
    learnings: learningsOf(kind, personId),
  })),
];

const NAMED = ['member-nominated', 'member-drawn'];
const SETTLED = ['challenge-dismissed', 'challenge-not-decided'];

function learningsOf(kind: string, person: string): readonly Learning[] {
  if (person === '') return [];
  const personId = personOf(person);
  if (NAMED.includes(kind)) return [{ kind: 'member-named', personId }];
  if (leavesPanel(kind)) return [{ kind: 'member-left', personId }];
  if (kind === 'challenge-made') return [{ kind: 'member-challenged', personId }];
  if (SETTLED.includes(kind)) return [{ kind: 'challenge-settled', personId }];
  return [];
}

const hearsReferral: readonly Reader[] = [
  reader(referral.ExitNoticeGivenSchema, ({ givenAt }) => ({ kind: 'exit-notice-given', at: givenAt })),
  reader(referral.ActRepudiatedSchema, ({ at, kind, ofRegister }) => ({
    kind: `${kind}-repudiated`,
    at,
    outsideCases: ofRegister,
  })),
  reader(referral.LateEntryNotedSchema, ({ at, status }) => ({ kind: `late-entry-${status}`, at })),
  reader(referral.DossierRequestedSchema, ({ requestedAt }) => ({ kind: 'dossier-requested', at: requestedAt })),
  reader(referral.ConciliationNotedSchema, ({ status, at }) => ({
    kind: status.startsWith('conciliator') ? status : `conciliation-${status}`,
    at,
  })),
  reader(referral.SettlementWindowOpenedSchema, ({ at }) => ({ kind: 'settlement-window-opened', at })),
  reader(referral.SettlementWindowLapsedSchema, ({ at }) => ({ kind: 'settlement-window-lapsed', at })),
  reader(referral.SettlementSignedSchema, ({ signedAt }) => ({ kind: 'settlement-signed', at: signedAt })),
  reader(referral.AgreementEnteredSchema, ({ at }) => ({ kind: 'agreement-entered', at })),
  reader(referral.ObligationNotedSchema, ({ status, at }) => ({ kind: `obligation-${status}`, at })),
  reader(referral.StatusReportNotedSchema, ({ status, at }) => ({ kind: `status-report-${status}`, at })),
  reader(referral.ComplianceReviewedSchema, ({ at }) => ({ kind: 'compliance-reviewed', at })),
  reader(referral.LimitsMovedSchema, ({ at }) => ({ kind: 'limits-moved', at })),
  reader(referral.AgreementUndoneSchema, ({ at }) => ({ kind: 'agreement-undone', at })),
  reader(referral.AgreementFulfilledSchema, ({ at }) => ({ kind: 'agreement-fulfilled', at })),
  reader(referral.DossierTransmittedSchema, ({ at }) => ({ kind: 'dossier-transmitted', at })),
  reader(referral.ForumEventNotedSchema, ({ at }) => ({ kind: 'forum-event-noted', at })),
  reader(referral.DossierIssuedSchema, ({ issuedAt }) => ({ kind: 'dossier-issued', at: issuedAt })),
];

/** The contexts to which the audit listens: all that tell of cases. */
export const CONTEXTS = ['intake', 'evidence', 'panelreview', 'referral'] as const;

const readers = new Map<string, Reader>(
  [...hearsIntake, ...hearsEvidence, ...hearsPanelReview, ...hearsReferral].map((reader) => [reader.typeName, reader]),
);

/** How a case is known here (see `knownFrom`). */
export const takingOfAudit: Taking<Learning, CaseFile> = {
  nothing: unknownCase,
  take: (event) => readers.get(event.type)?.teaches(event) ?? [],
  learn,
  says: saysOfFile,
};

/**
 * False for a message that only teaches the audit, which finds it among the facts of its case. True for a public one of
 * an unknown type, so that it is parked.
 */
export const isForTheDocket = (event: PublicEvent): boolean =>
  event.tier === 'PUBLIC'
    ? readers.has(event.type) || !isNoFactOfItsOwn(event.type)
    : takingOfAudit.take(event).some(registers);

const registers = ({ kind }: Learning): boolean => kind === 'registration';

/** One message of another context, as the audit understands it. */
export interface HeardMessage {
  /** What the docket is to say of the message; `null` when it is not public. */
  readonly fact: PublicFact | null;
  /** True of a message that registers its case. */
  readonly registers: boolean;
  /** True of a fact that concerns no case and so waits for no docket number. */
  readonly outsideCases: boolean;
}

/**
 * What the audit takes from a message of another context; `undefined` when the message neither is public nor says who
 * may read a case. Only messages of tier PUBLIC reach the docket, whatever their type.
 * @throws TypeError for a public event of a type that is not known here. The event is parked until a version that knows
 *   it runs, because an entry that was left out could never be put back in its place
 */
export function heardFrom(event: PublicEvent, nameOf: PartyName): HeardMessage | undefined {
  const heard = readers.get(event.type)?.read(event);
  if (heard === undefined && event.tier === 'PUBLIC' && !isNoFactOfItsOwn(event.type))
    throw new TypeError(`a public event of an unknown type: ${event.type}`);
  if (heard === undefined) return undefined;
  const { kind, at, facts, learnings, caseId, outsideCases } = heard;
  const common = { registers: learnings.some(registers), outsideCases };
  if (event.tier !== 'PUBLIC') return learnings.length === 0 ? undefined : { fact: null, ...common };
  const { key, values } = toldAs(event) ?? { key: event.type, values: facts };
  const { id: sourceEventId, recordedat: recordedAt, sequence } = event;
  const told = { caseId, kind, event: eventTypeOf(key), at, texts: sayOf(key, values, nameOf), facts };
  return { fact: { sourceEventId, ...told, recordedAt, sequence }, ...common };
}
