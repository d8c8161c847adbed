import type { DescMessage, MessageShape } from '@bufbuild/protobuf';
import type { PublicEvent } from '@parley/messaging';
import * as evidence from '../gen/parley/evidence/v1/evidence_pb';
import * as intake from '../gen/parley/intake/v1/intake_pb';
import * as panel from '../gen/parley/panelreview/v1/panel_review_pb';
import * as referral from '../gen/parley/referral/v1/referral_pb';
import { told } from '../tell';

/** The event that a message tells, as the book knows it. */
export interface Told {
  /** `<context>.<name>`: the key of its entry, if this release has one. */
  readonly key: string;
  /** The message, which holds the values of the sentence. */
  readonly values: object;
  /** Its place in the procedure. Events of one instant are told in this order. */
  readonly order: number;
}

interface Telling {
  readonly type: string;
  /** Present where all messages of the type tell the same event. */
  readonly key: string | undefined;
  of(event: PublicEvent): Omit<Told, 'order'> | undefined;
}

const as = <D extends DescMessage>(schema: D, key: string | ((message: MessageShape<D>) => string)): Telling => ({
  type: schema.typeName,
  key: typeof key === 'string' ? key : undefined,
  of: (event) => {
    const message = told(event, schema);
    return message && { key: typeof key === 'string' ? key : key(message), values: message };
  },
});

/** `not-decided` as the name of an event: `NotDecided`. */
const pascal = (code: string): string => code.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Statuses that have another name in the book than in the message. */
const HOTLINE: Readonly<Record<string, string>> = {
  answered: 'HotlineAcknowledged',
  'options-agreed': 'OptionsAgreed',
  'options-missed': 'OptionsMissed',
  'nonce-left-out': 'CrisisNonceLeftOut',
  'draw-secret-missing': 'CrisisSecretMissing',
};
const LOAN: Readonly<Record<string, string>> = { asked: 'LoanAsked', lent: 'ExhibitLent', ended: 'LoanEnded' };
const REPORT: Readonly<Record<string, string>> = { missing: 'StatusReportMissed' };
const OBLIGATION: Readonly<Record<string, string>> = {
  'date-moved': 'DateMoved',
  'fulfilled-late': 'ObligationFulfilled',
  refused: 'ObligationVerified',
  'verified-later': 'ObligationVerified',
  'checked-as-reported': 'ObligationChecked',
  'checked-not-as-reported': 'ObligationChecked',
  'check-lapsed': 'JointCheckLapsed',
  'non-performance': 'NonPerformanceNoticed',
};
const PANEL: Readonly<Record<string, string>> = {
  'panel-deadline-extended': 'DeadlineExtended',
  'findings-time-ended': 'VotingTimeEnded',
};

const TELLINGS: readonly Telling[] = [
  as(intake.GrievanceFiledSchema, 'intake.GrievanceFiled'),
  as(intake.CaseRegisteredSchema, 'intake.CaseRegistered'),
  as(intake.GrievanceServedSchema, 'intake.GrievanceServed'),
  as(intake.ReplyReceivedSchema, 'intake.ReplyFiled'),
  as(intake.ReplyServedSchema, 'intake.ReplyServed'),
  as(intake.ReplyLapsedSchema, 'intake.ReplyLapsed'),
  as(intake.ActRepudiatedSchema, 'intake.ActRepudiated'),
  as(intake.CallRecordedSchema, ({ status }) => `intake.Call${pascal(status)}`),
  as(intake.ConsultationsClosedSchema, 'intake.ConsultationsClosed'),
  as(intake.ScreeningEndedSchema, 'intake.ScreeningEnded'),
  as(intake.LongStopReachedSchema, 'intake.LongStopReached'),
  as(intake.LapseSetAsideSchema, 'intake.LapseSetAside'),
  as(evidence.ExhibitAcceptedSchema, 'evidence.ExhibitAccepted'),
  as(evidence.PublicVersionFiledSchema, 'evidence.PublicVersionFiled'),
  as(evidence.CustodyHandedOverSchema, 'evidence.CustodyHandedOver'),
  as(panel.PanelOpenedSchema, 'panelreview.PanelOpened'),
  as(panel.RosterNotedSchema, ({ status }) => `panelreview.Roster${status === 'short' ? 'FoundShort' : 'FilledUp'}`),
  as(panel.SeatTimeCountedSchema, 'panelreview.SeatTimeCounted'),
  as(panel.ReviewOpenedSchema, 'panelreview.ReviewOpened'),
  as(panel.InterimIssuedSchema, ({ issued }) => `panelreview.${issued ? 'InterimIssued' : 'InterimMissing'}`),
  as(panel.InterimServedSchema, 'panelreview.InterimServed'),
  as(panel.InterimCommentedSchema, 'panelreview.InterimCommented'),
  as(panel.FindingsDecidedSchema, 'panelreview.FindingsDecided'),
  as(panel.FindingsIssuedSchema, 'panelreview.FindingsIssued'),
  as(panel.FindingsServedSchema, 'panelreview.FindingsServed'),
  as(panel.ReasonsPublishedSchema, 'panelreview.ReasonsPublished'),
  as(panel.PanelFactSchema, ({ kind }) => `panelreview.${PANEL[kind] ?? pascal(kind)}`),
  as(panel.DrawNotedSchema, ({ status }) => `panelreview.${pascal(status)}`),
  as(panel.MemberDrawnSchema, 'panelreview.MemberDrawn'),
  as(panel.PanelConvenedSchema, 'panelreview.PanelConvened'),
  as(panel.PanelImpossibleSchema, 'panelreview.PanelImpossible'),
  as(panel.UrgencyDecidedSchema, 'panelreview.UrgencyDecided'),
  as(panel.MaterialServedSchema, 'panelreview.MaterialServed'),
  as(panel.PersonHeardSchema, 'panelreview.PersonHeard'),
  as(panel.LimitsMovedSchema, 'panelreview.LimitsMoved'),
  as(panel.DelayNotifiedSchema, 'panelreview.DelayNotified'),
  as(intake.ClaimsWithdrawnSchema, 'intake.ClaimsWithdrawn'),
  as(
    intake.RefilingNotedSchema,
    ({ status }) => `intake.${status === 'consented' ? 'RefilingConsented' : 'WithdrawnAfterReview'}`,
  ),
  as(intake.ClaimsWithdrawalSetAsideSchema, 'intake.ClaimsWithdrawalSetAside'),
  as(intake.GrievanceAmendedSchema, 'intake.GrievanceAmended'),
  as(intake.AmendmentServedSchema, 'intake.AmendmentServed'),
  as(intake.MeasureCorrectedSchema, 'intake.MeasureCorrected'),
  as(intake.AmendmentReplyReceivedSchema, 'intake.AmendmentAnswered'),
  as(intake.AmendmentReplyServedSchema, 'intake.AmendmentReplyServed'),
  as(intake.AmendmentReplyLapsedSchema, 'intake.AmendmentReplyLapsed'),
  as(intake.AmendmentConsultationsClosedSchema, 'intake.AmendmentConsultationsClosed'),
  as(intake.DeadlineExtendedSchema, 'intake.DeadlineExtended'),
  as(
    intake.LongStopExtendedSchema,
    ({ days }) => `intake.${days === undefined ? 'LongStopExtended' : 'SeatTimeAdded'}`,
  ),
  as(intake.ScreeningSuspendedSchema, 'intake.ScreeningSuspended'),
  as(intake.ResumptionNoticeGivenSchema, 'intake.ResumptionNoticeGiven'),
  as(intake.ScreeningResumedSchema, 'intake.ScreeningResumed'),
  as(intake.ScreeningReopenedSchema, 'intake.ScreeningReopened'),
  as(intake.TrackChangedSchema, 'intake.TrackChanged'),
  as(intake.RulesAdoptedSchema, 'intake.RulesAdopted'),
  as(intake.CasesConsolidatedSchema, 'intake.CasesConsolidated'),
  as(intake.ConsolidationUndoneSchema, 'intake.ConsolidationUndone'),
  as(intake.CalendarNotedSchema, 'intake.CalendarNoted'),
  as(intake.OutageNotedSchema, 'intake.OutageNoted'),
  as(intake.LateEntryNotedSchema, ({ status }) => `intake.LateEntry${pascal(status)}`),
  as(evidence.LateEntryNotedSchema, ({ status }) => `evidence.LateEntry${pascal(status)}`),
  as(panel.LateEntryNotedSchema, ({ status }) => `panelreview.LateEntry${pascal(status)}`),
  as(referral.LateEntryNotedSchema, ({ status }) => `referral.LateEntry${pascal(status)}`),
  as(intake.CallArrangedSchema, ({ status }) => `intake.Call${pascal(status)}`),
  as(intake.FirstCallMissedSchema, 'intake.FirstCallMissed'),
  as(intake.ConsultationsEscalatedSchema, 'intake.ConsultationsEscalated'),
  as(intake.JointProposalPutSchema, 'intake.JointProposalPut'),
  as(intake.NoJointProposalSchema, 'intake.NoJointProposal'),
  as(intake.HotlineRecordedSchema, ({ status }) => `intake.${HOTLINE[status] ?? `Hotline${pascal(status)}`}`),
  as(panel.CrisisDrawsOpenedSchema, 'panelreview.CrisisDrawsOpened'),
  as(intake.WatchListRecordedSchema, 'intake.WatchListRecorded'),
  as(intake.PartyKeyRecordedSchema, ({ status }) =>
    status === 'registered' ? 'intake.KeyRegistered' : 'intake.KeyEnded',
  ),
  as(intake.SummaryRecordedSchema, ({ status }) =>
    status === 'given' || status === 'declined' ? 'intake.SummaryAnswered' : `intake.Summary${pascal(status)}`,
  ),
  as(intake.SummaryServedSchema, 'intake.SummaryServed'),
  as(intake.LetterServedSchema, 'intake.LetterSent'),
  as(intake.WithoutPrejudiceReleasedSchema, 'intake.WithoutPrejudiceReleased'),
  as(evidence.TranslationFiledSchema, 'evidence.TranslationFiled'),
  as(evidence.TranslationMissingSchema, 'evidence.TranslationMissing'),
  as(evidence.TranslationChallengedSchema, 'evidence.TranslationChallenged'),
  as(evidence.TranslationChallengeAnsweredSchema, 'evidence.TranslationChallengeAnswered'),
  as(evidence.ExhibitWithdrawnSchema, 'evidence.ExhibitWithdrawn'),
  as(evidence.ReadersAddedSchema, 'evidence.ReadersAdded'),
  as(evidence.ExhibitLoanSchema, ({ step }) => `evidence.${LOAN[step] ?? pascal(step)}`),
  as(evidence.ReadersTakenAwaySchema, 'evidence.ReadersTakenAway'),
  as(referral.ExitNoticeGivenSchema, 'referral.ExitNoticeGiven'),
  as(referral.ActRepudiatedSchema, 'referral.ActRepudiated'),
  as(referral.DossierRequestedSchema, 'referral.DossierRequested'),
  as(referral.DossierIssuedSchema, 'referral.DossierIssued'),
  as(referral.DossierTransmittedSchema, 'referral.DossierTransmitted'),
  as(referral.ForumEventNotedSchema, 'referral.ForumEventNoted'),
  as(
    referral.ConciliationNotedSchema,
    ({ status }) => `referral.${pascal(status.startsWith('conciliator') ? status : `conciliation-${status}`)}`,
  ),
  as(referral.SettlementTextTabledSchema, 'referral.SettlementTextTabled'),
  as(referral.AgreementUndoneSchema, 'referral.AgreementUndone'),
  as(referral.SettlementSignedSchema, 'referral.SettlementSigned'),
  as(referral.SettlementWindowOpenedSchema, 'referral.SettlementWindowOpened'),
  as(referral.SettlementWindowLapsedSchema, 'referral.SettlementWindowLapsed'),
  as(referral.AgreementEnteredSchema, 'referral.AgreementEntered'),
  as(referral.ObligationNotedSchema, ({ status }) => `referral.${OBLIGATION[status] ?? `Obligation${pascal(status)}`}`),
  as(referral.StatusReportNotedSchema, ({ status }) => `referral.${REPORT[status] ?? 'StatusReportGiven'}`),
  as(referral.ComplianceReviewedSchema, 'referral.ReviewClosed'),
  as(referral.AgreementFulfilledSchema, 'referral.AgreementFulfilled'),
  as(referral.LimitsMovedSchema, 'referral.LimitsMoved'),
];

/**
 * Messages that only announce what other events did, and messages that belong to the contact of two desks or to a
 * register, and so to no history of a case.
 */
const NO_FACTS_OF_THEIR_OWN: readonly string[] = [
  ...[intake, evidence, panel, referral].map(({ PersonActedSchema }) => PersonActedSchema),
  evidence.ClocksMovedSchema,
  panel.ClocksMovedSchema,
  referral.ClocksMovedSchema,
  referral.DelegationRepudiatedSchema,
  panel.CrisisTeamDrawnSchema,
  panel.RosterCountedSchema,
  intake.CrisisTeamNeededSchema,
  intake.DelegationChangedSchema,
  intake.CalendarAnnouncedSchema,
  intake.OutageDeclaredSchema,
  intake.OutageAnnulledSchema,
  intake.RuleSetAdoptedSchema,
  intake.SigningKeyTakenSchema,
  intake.ConsentProposedSchema,
  intake.ProposalClosedSchema,
].map(({ typeName }) => typeName);

/** True for a type of message that tells no event of its own. */
export const isNoFactOfItsOwn = (type: string): boolean => NO_FACTS_OF_THEIR_OWN.includes(type);

/**
 * The event that a public event tells. `undefined` for a message that tells no event of its own, and for a type that
 * this release does not know.
 */
export function toldAs(event: PublicEvent): Told | undefined {
  for (const [order, telling] of TELLINGS.entries()) {
    const found = telling.of(event);
    if (found) return { ...found, order };
  }
  return undefined;
}

/** The key of the event that all messages of a type tell; `undefined` where each message says which it is. */
export const keyOfType = (type: string): string | undefined => TELLINGS.find((telling) => telling.type === type)?.key;
