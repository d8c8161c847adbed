import { intake, sayDeadline, sayLimits, sayTexts, tell, tellActing } from '@parley/contracts';
import { categoryOf, domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent, Publishes } from '@parley/messaging';
import { arranged, call, closed } from './consultations/consultations.tells';
import { sayGrievance, sayPublicMatter } from './filing/filing.tells';
import { tellAmendment } from './amendments/amendments.tells';
import {
  CALENDAR_CATEGORY,
  CASE_CATEGORY,
  HOTLINE_CATEGORY,
  LETTERS_CATEGORY,
  OF_CASES,
  OUTAGE_CATEGORY,
  PARTY_CATEGORY,
  WATCH_LIST_CATEGORY,
  RULES_CATEGORY,
  SIGNING_KEYS_CATEGORY,
  WITHOUT_PREJUDICE_CATEGORY,
} from '../streams';
import type { CaseEvent, CaseRegistered, GrievanceServed, MovesClocks } from './case-events.rules';
import { tellChange, tellSetAside } from './changes.tells';
import { isOfClaims } from './claims/claims.rules';
import { tellClaims } from './claims/claims.tells';
import { tellOfChannel } from './without-prejudice/without-prejudice.tells';
import { tellLateEntry } from './late-entries/late-entries.tells';
import { tellOfLetter } from './letters/letters.tells';
import { tellProposal } from './consent/consent.tells';
import { tellOfHotline } from '../registry/hotline/hotline.tells';
import { tellOfRegister as tellOfOutages, tellOutage } from '../registry/outages/outages.tells';
import { tellRefiling } from './refiling/refiling.tells';
import { tellReply } from './reply/reply.tells';
import { tellSummary } from './summaries/summaries.tells';
import { tellOfDelegation } from '../registry/delegations/delegations.tells';
import { tellCalendar, tellOfRegister as tellOfCalendars } from '../registry/calendars/calendars.tells';
import { tellOfWatchList } from '../registry/watch-lists/watch-list.tells';
import { tellOfRules } from '../registry/rule-sets/rule-sets.tells';
import { tellOfSigningKey } from '../registry/signing-keys/signing-keys.tells';

/** The part of the intake's record that the other contexts are told. */
export const publishes: Publishes = (recorded) => {
  const category = categoryOf(recorded.stream);
  const told = TELLING[category]?.(recorded) ?? [];
  return OF_CASES.includes(category) ? tellActing(recorded, intake.PersonActedSchema, told) : told;
};

/** By category of stream. A category that is not named here tells at most who acted in a case. */
const TELLING: Readonly<Record<string, Publishes>> = {
  [CASE_CATEGORY]: tellOf,
  [WITHOUT_PREJUDICE_CATEGORY]: tellOfChannel,
  [HOTLINE_CATEGORY]: tellOfHotline,
  [WATCH_LIST_CATEGORY]: tellOfWatchList,
  [PARTY_CATEGORY]: tellOfDelegation,
  [LETTERS_CATEGORY]: tellOfLetter,
  [CALENDAR_CATEGORY]: tellOfCalendars,
  [OUTAGE_CATEGORY]: tellOfOutages,
  [RULES_CATEGORY]: tellOfRules,
  [SIGNING_KEYS_CATEGORY]: tellOfSigningKey,
};

function tellOf(recorded: RecordedEvent): readonly PublicEvent[] {
  const event = domainEventOf(recorded) as CaseEvent;
  const caseId = streamIdOf(recorded.stream);
  const at = event.occurredAt;
  if (isOfClaims(event)) return [tellClaims(recorded, caseId, event)];
  switch (event.type) {
    case 'GrievanceFiled': {
      const { parties, receipt, arrivesOn } = event.data;
      const { number: receiptNumber, digest } = receipt;
      const filed = { caseId, parties, receiptNumber, receivedAt: at, arrivesOn, digest };
      return [tell(recorded, intake.GrievanceFiledSchema, filed)];
    }
    case 'CaseRegistered':
      return [tell(recorded, intake.CaseRegisteredSchema, registered(caseId, event.data))];
    case 'GrievanceServed':
      return [tell(recorded, intake.GrievanceServedSchema, served(caseId, event.data))];
    case 'ReplyFiled':
      return tellReply(recorded, {
        caseId,
        receivedAt: at,
        reply: event.data.reply,
        consultations: event.data.opens.find(({ clock }) => clock === 'consultations'),
      });
    case 'ReplyLapsed':
      return [
        tell(recorded, intake.ReplyLapsedSchema, {
          caseId,
          lapsedAt: at,
          ...started({ consultations: opened(event.data, 'consultations') }),
        }),
      ];
    case 'CallOffered':
      return [tell(recorded, intake.CallRecordedSchema, call(caseId, event, 'offered'))];
    case 'CallAnswered':
      return [tell(recorded, intake.CallRecordedSchema, call(caseId, event, 'answered'))];
    case 'CallUnanswered':
      return [tell(recorded, intake.CallRecordedSchema, call(caseId, event, 'unanswered'))];
    case 'CallAccepted':
    case 'CallMoved':
      return [tell(recorded, intake.CallArrangedSchema, arranged(caseId, event))];
    case 'ConsultationsEscalated': {
      const { from, to, party } = event.data;
      return [
        tell(recorded, intake.ConsultationsEscalatedSchema, {
          caseId,
          fromLevel: from,
          toLevel: to,
          by: party ?? '',
          at,
        }),
      ];
    }
    case 'SummaryRequested':
    case 'SummaryAnswered':
    case 'SummaryUnanswered':
      return tellSummary(recorded, caseId, event);
    case 'ConsultationsClosed':
      return [tell(recorded, intake.ConsultationsClosedSchema, closed(caseId, event))];
    case 'ScreeningEnded': {
      const { outcome, by, docketNumber } = event.data;
      const ended = {
        caseId,
        outcome,
        endedAt: at,
        reason: 'reason' in by ? by.reason : '',
        sides: 'sides' in by ? [...by.sides] : [],
        docketNumber: docketNumber ?? '',
      };
      return [tell(recorded, intake.ScreeningEndedSchema, ended)];
    }
    case 'LongStopReached':
      return [tell(recorded, intake.LongStopReachedSchema, { caseId, at })];
    case 'LapseSetAside':
      return [tellSetAside(recorded, caseId, event)];
    case 'CalendarNoted':
      return [tellCalendar(recorded, caseId, event)];
    case 'LateEntryClaimed':
    case 'LateEntryCounted':
    case 'LateEntryRefused':
    case 'LateEntryLapsed':
      return tellLateEntry(recorded, caseId, event);
    case 'ActRepudiated': {
      const { party, kind, doneAt, stopped: _stopped, ...moves } = event.data;
      const repudiated = { caseId, at, party, kind, doneAt, limits: sayLimits(moves) };
      return [tell(recorded, intake.ActRepudiatedSchema, repudiated, { tier: event.tier })];
    }
    case 'OutageNoted':
    case 'ReplyLapseSetAside':
    case 'DefaultSetAside':
      return tellOutage(recorded, caseId, event);
    case 'DeadlineExtended':
    case 'TrackChanged':
    case 'SeatTimeAdded':
    case 'RulesAdopted':
    case 'ScreeningSuspended':
    case 'ResumptionNoticeGiven':
    case 'ScreeningResumed':
    case 'ScreeningReopened':
    case 'CasesConsolidated':
    case 'ConsolidationUndone':
      return tellChange(recorded, caseId, event);
    case 'GrievanceAmended':
    case 'AmendmentServed':
    case 'AmendmentAnswered':
    case 'AmendmentReplyLapsed':
    case 'AmendmentConsultationsClosed':
    case 'MeasureCorrected':
      return tellAmendment(recorded, caseId, event);
    case 'JointProposalPut':
      return [tell(recorded, intake.JointProposalPutSchema, { caseId, at })];
    case 'NoJointProposal':
      return [tell(recorded, intake.NoJointProposalSchema, { caseId, at })];
    case 'FirstCallMissed':
      return [tell(recorded, intake.FirstCallMissedSchema, { caseId, at })];
    case 'ConsentProposed':
    case 'ProposalSigned':
    case 'ProposalDeclined':
    case 'ProposalWithdrawn':
    case 'ProposalLapsed':
      return [tellProposal(recorded, caseId, event)];
    case 'WithdrawnAfterReview':
    case 'RefilingConsented':
      return [tellRefiling(recorded, caseId, event)];
    case 'UrgencyRefusalSigned':
    case 'UrgencyGranted':
    case 'GrievanceFoundComplete':
    case 'DeficiencyNoticeIssued':
    case 'DeficiencyCured':
    case 'FilingAmended':
    case 'WithdrawalReasonGiven':
    case 'ConclusionDeclared':
    case 'JointProposalSigned':
    case 'JointProposalServed':
    case 'MinutesFiled':
    case 'MinutesAgreed':
    case 'CompositionNoted':
    case 'InterimNoted':
    case 'DecidingNoted':
    case 'CloseNoted':
      return [];
    default:
      return unknownEvent(event);
  }
}

const unknownEvent = (_event: never): readonly PublicEvent[] => [];

/** A deadline that an event opens, for the field of a message. */
const opened = ({ opens }: MovesClocks, id: string) => {
  const deadline = opens.find((each) => each.id === id);
  return deadline && sayDeadline(deadline);
};

/** Leaves out the deadlines that were not started. */
const started = (deadlines: Readonly<Record<string, ReturnType<typeof opened>>>) =>
  Object.fromEntries(
    Object.entries(deadlines).flatMap(([field, deadline]) => (deadline ? [[field, deadline] as const] : [])),
  );

const registered = (caseId: string, data: CaseRegistered['data']) => ({
  caseId,
  docketNumber: data.docketNumber,
  casesAtOnce: data.casesAtOnce,
  parties: data.parties,
  registeredAt: data.registeredAt,
  filedAt: data.filedAt,
  ruleSetVersion: data.ruleSetVersion,
  ...sayPublicMatter(data),
  alreadyEnded: data.alreadyEnded ?? '',
  track: data.track ?? 'standard',
  urgencyGround: data.urgencyGround ?? '',
  counterTo: data.counterTo?.docketNumber ?? '',
  counterRelation: data.counterTo?.relation ?? '',
  ...started({
    reply: opened(data, 'reply'),
    longStop: opened(data, 'long-stop'),
  }),
});

const served = (caseId: string, { docketNumber, grievance, receipt, filedAt, urgency }: GrievanceServed['data']) => ({
  caseId,
  docketNumber,
  grievance: sayGrievance(grievance),
  receiptNumber: receipt.number,
  receivedAt: filedAt,
  digest: receipt.digest,
  receiptJws: receipt.jws,
  urgencyGround: urgency?.ground ?? '',
  urgencyReasons: sayTexts(urgency?.reasons ?? []),
});
