import { countedBy, isAnswerClock, lapsedAfter, lateEntriesAfter, runningAfter } from '@parley/procedure';
import { evolveAmendments } from './amendments/amendments.rules';
import { correctedIn } from './amendments/correct-measure.rules';
import type { CaseFile, CaseState, FiledCase } from './case-commands.rules';
import { fileOf, type CaseEvent, type MovesClocks } from './case-events.rules';
import { evolveClaims, isOfClaims } from './claims/claims.rules';
import { evolveProposals } from './consent/consent.rules';
import { evolveConsultations } from './consultations/consultations.rules';
import { isOfJointProposal, withJointProposal } from './consultations/joint-proposal.rules';
import { consultationsBegun } from './consultations/time-of-call.rules';
import { filed } from './filing/filed.rules';
import { reviewAfter } from './outcome/review.rules';
import { afterSetAside, stoppedBy } from './outcome/set-aside.rules';
import { afterRepudiation, deedsAfter } from './repudiation/repudiation.rules';
import { evolveSummaries } from './summaries/summaries.rules';
import { stoodStill } from './suspension/suspension.rules';
import type { TrackChanged } from './tracks/tracks.rules';
import { evolveUrgency } from './urgency/urgency.rules';
import { openToCure } from '../registry/outages/outages.rules';

/** The case after an event. Total: an event that does not fit, or is not known, leaves the case as it is. */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  if (event.type === 'GrievanceFiled') return state.status === 'unfiled' ? filed(event) : state;
  if (state.status === 'unfiled') return state;
  const file = withLongStop(
    {
      ...state,
      running: runningAfter(state.running, event.data),
      lapsed: lapsedClocks(state, event),
      deeds: deedsAfter(state.deeds, event, state),
    },
    event.data,
  );
  if (isOfClaims(event)) return evolveClaims(file, event, state);
  if (isOfJointProposal(event)) return withJointProposal(file, event);
  switch (event.type) {
    case 'GrievanceFoundComplete': {
      const completeBy = event.data.by === 'default' ? 'default' : 'registry';
      return { ...fileOf(file), status: 'complete', completeAt: event.occurredAt, completeBy };
    }
    case 'DeficiencyNoticeIssued':
      return { ...fileOf(file), status: 'deficient', defects: event.data.defects };
    case 'DeficiencyCured': {
      const { grievance, certification, receipt, contact, arrivesOn, round } = event.data;
      return { ...fileOf(file), status: 'filed', grievance, certification, receipt, contact, arrivesOn, cures: round };
    }
    case 'FilingAmended': {
      const { grievance, certification, receipt, n } = event.data;
      return { ...file, grievance, certification, receipt, filingsAmended: n };
    }
    case 'CaseRegistered': {
      const { docketNumber, casesAtOnce, registeredAt, ruleSetVersion, opens } = event.data;
      const longStop = opens.find(({ clock }) => clock === 'long-stop')?.dueAt ?? registeredAt;
      const registration = { docketNumber, casesAtOnce, registeredAt, longStop };
      if (file.status === 'ended') return { ...file, ruleSetVersion, registration };
      return {
        ...fileOf(file),
        ruleSetVersion,
        status: 'registered',
        registration,
        exchange: { stage: 'awaiting-reply', calls: [], consultations: consultationsBegun },
      };
    }
    case 'ReplyFiled':
      return inConsultations(file, event.data.reply, event.occurredAt);
    case 'ReplyLapsed':
      return inConsultations(file, 'unanswered', event.occurredAt);
    case 'CallOffered':
    case 'CallAccepted':
    case 'CallMoved':
    case 'CallAnswered':
    case 'CallUnanswered':
    case 'ConsultationsEscalated':
    case 'MinutesFiled':
    case 'MinutesAgreed':
    case 'ConclusionDeclared':
    case 'ConsultationsClosed':
      if (file.status !== 'registered') return file;
      return { ...file, exchange: evolveConsultations(file.exchange, event) };
    case 'SummaryRequested':
    case 'SummaryAnswered':
    case 'SummaryUnanswered':
      return { ...file, summaries: evolveSummaries(file.summaries, event) };
    case 'ScreeningEnded': {
      const { registration, exchange } = file.status === 'registered' || file.status === 'suspended' ? file : {};
      const { outcome, by } = event.data;
      return {
        ...fileOf(stoodStill(file, event.occurredAt)),
        // An entry may prove that it had not ended.
        running: Object.fromEntries(Object.entries(file.running).filter(([id]) => isAnswerClock(id))),
        proposals: file.proposals.map((proposal) => ({
          ...proposal,
          end: proposal.end ?? { kind: 'lapsed', at: event.occurredAt },
        })),
        status: 'ended',
        outcome,
        endedAt: event.occurredAt,
        endedBy: by,
        ...stoppedBy(event.occurredAt, state),
        ...(registration ? { registration } : {}),
        ...(exchange ? { exchange } : {}),
      };
    }
    case 'WithdrawalReasonGiven':
      return file.status === 'ended' ? { ...file, withdrawalReason: event.data.reason } : file;
    case 'RefilingConsented':
      return { ...file, refilings: [...file.refilings, ...event.data.claims] };
    case 'CompositionNoted':
    case 'InterimNoted':
    case 'DecidingNoted':
    case 'CloseNoted':
      return { ...file, review: reviewAfter(file.review, event) };
    case 'LapseSetAside':
      return afterSetAside(file, event);
    case 'GrievanceAmended':
    case 'AmendmentServed':
    case 'AmendmentAnswered':
    case 'AmendmentReplyLapsed':
    case 'AmendmentConsultationsClosed':
      return evolveAmendments(file, event);
    case 'ConsentProposed':
    case 'ProposalSigned':
    case 'ProposalDeclined':
    case 'ProposalWithdrawn':
    case 'ProposalLapsed':
      return { ...file, proposals: evolveProposals(file.proposals, event) };
    case 'MeasureCorrected': {
      const proposals = evolveProposals(file.proposals, event);
      return { ...file, proposals, grievance: correctedIn(file.grievance, event.data) };
    }
    case 'DefaultSetAside':
      return event.data.act === 'cure' ? (openToCure(file) ?? file) : file;
    case 'GrievanceServed':
    case 'WithdrawnAfterReview':
    case 'ResumptionNoticeGiven':
    case 'LongStopReached':
    case 'DeadlineExtended':
    case 'OutageNoted':
    case 'CalendarNoted':
      return file;
    case 'LateEntryClaimed':
    case 'LateEntryCounted':
    case 'LateEntryRefused':
    case 'LateEntryLapsed':
      return { ...file, lateEntries: lateEntriesAfter(file.lateEntries, event), ...countedBy(event) };
    case 'ReplyLapseSetAside': {
      if (!('exchange' in file) || file.exchange.stage === 'awaiting-reply') return file;
      return { ...file, exchange: { ...file.exchange, reply: event.data.reply, repliedAt: event.occurredAt } };
    }
    case 'ActRepudiated':
      return afterRepudiation(file, event);
    case 'CasesConsolidated':
      return { ...file, consolidation: { beside: event.data.beside, since: event.occurredAt } };
    case 'ConsolidationUndone':
      return { ...file, consolidation: null };
    case 'TrackChanged':
      return onTrack(file, event);
    case 'SeatTimeAdded':
      return withStopped(file, event.data.stopped);
    case 'RulesAdopted':
      return { ...file, ruleSetVersion: event.data.to };
    case 'UrgencyRefusalSigned':
    case 'UrgencyGranted':
    case 'FirstCallMissed':
      return file.urgency ? { ...file, urgency: evolveUrgency(file.urgency, event) } : file;
    case 'ScreeningSuspended': {
      if (file.status !== 'registered') return file;
      const { until, fromDay, stopped } = event.data;
      return { ...file, status: 'suspended', suspension: { at: event.occurredAt, until, fromDay, stopped } };
    }
    case 'ScreeningResumed': {
      if (file.status !== 'suspended') return file;
      const { registration, exchange } = file;
      return { ...fileOf(stoodStill(file, event.occurredAt)), status: 'registered', registration, exchange };
    }
    case 'ScreeningReopened': {
      if (file.status !== 'ended' || !file.registration || !file.exchange) return file;
      return { ...fileOf(file), status: 'registered', registration: file.registration, exchange: file.exchange };
    }
    default:
      return unknownEvent(event, state);
  }
}

/** The long-stop moves as long as it runs. It is kept when it stops running, for acts that are learned of later. */
function withLongStop<Case extends FiledCase>(state: Case, { opens = [] }: Partial<MovesClocks>): Case {
  const longStop = opens.find(({ id }) => id === 'long-stop');
  if (!longStop || !('registration' in state)) return state;
  return { ...state, registration: { ...state.registration, longStop: longStop.dueAt } };
}

/** Clocks that stand still change as those that run. */
const withStopped = (state: FiledCase, stopped: TrackChanged['data']['stopped']): FiledCase =>
  state.status === 'suspended' && stopped ? { ...state, suspension: { ...state.suspension, stopped } } : state;

function onTrack(state: FiledCase, { data }: TrackChanged): CaseState {
  const { track, from, stopped } = data;
  const urgency = state.urgency && from === 'urgent' ? { ...state.urgency, status: 'refused' as const } : state.urgency;
  return withStopped({ ...state, track, urgency }, stopped);
}

const unknownEvent = (_event: never, state: CaseState): CaseState => state;

/**
 * The clocks that are kept after they ended in silence. A clock whose default was set aside is not kept, since its act
 * has come.
 */
function lapsedClocks({ lapsed, running }: FiledCase, { type, occurredAt: at, data }: CaseEvent): CaseFile['lapsed'] {
  if (type !== 'DefaultSetAside' && type !== 'ReplyLapseSetAside')
    return lapsedAfter(lapsed, running, { ...movesOf(data), at });
  const { [data.deadline ?? 'reply']: _heard, ...unheard } = lapsed;
  return unheard;
}

/** An event of a later version may not mention clocks. */
const movesOf = ({ opens = [], closes = [] }: Partial<MovesClocks>): MovesClocks => ({ opens, closes });

function inConsultations(
  state: FiledCase,
  reply: Extract<CaseEvent, { type: 'ReplyFiled' }>['data']['reply'] | 'unanswered',
  repliedAt: CaseEvent['occurredAt'],
): CaseState {
  if (state.status !== 'registered') return state;
  const { exchange } = state;
  const stage = exchange.stage === 'awaiting-reply' ? 'consultations' : exchange.stage;
  return { ...state, exchange: { ...exchange, stage, reply, repliedAt } };
}
