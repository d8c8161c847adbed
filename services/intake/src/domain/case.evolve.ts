import type { CaseEvent, MovesClocks } from './case-events';
import type { CaseFile, CaseState, FiledCase } from './case-state';
import { consultationsBegun } from './consultations/consultations';
import { evolveConsultations } from './consultations/consultations.evolve';

/** What an event means for a case. Total: an event that does not fit, or is not known, leaves the case as it is. */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  if (event.type === 'GrievanceFiled') return state.status === 'unfiled' ? filed(event) : state;
  if (state.status === 'unfiled') return state;
  const file = { ...state, running: moveClocks(state.running, event.data) };
  switch (event.type) {
    case 'GrievanceFoundComplete':
      return { ...fileOf(file), status: 'complete', completeAt: event.occurredAt, completeBy: event.data.by === 'default' ? 'default' : 'registry' };
    case 'DeficiencyNoticeIssued':
      return { ...fileOf(file), status: 'deficient', defects: event.data.defects };
    case 'DeficiencyCured': {
      const { grievance, certification, receipt, contact, arrivesOn, round } = event.data;
      return { ...fileOf(file), status: 'filed', grievance, certification, receipt, contact, arrivesOn, cures: round };
    }
    case 'CaseRegistered': {
      const { docketNumber, registeredAt, opens } = event.data;
      const longStop = opens.find(({ clock }) => clock === 'long-stop')?.dueAt ?? registeredAt;
      const registration = { docketNumber, registeredAt, longStop };
      if (file.status === 'ended') return { ...file, registration };
      return { ...fileOf(file), status: 'registered', registration, exchange: { stage: 'awaiting-reply' } };
    }
    case 'GrievanceServed':
      return file;
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
      if (file.status !== 'registered' || file.exchange.stage === 'awaiting-reply') return file;
      return { ...file, exchange: evolveConsultations(file.exchange, event) };
    case 'ScreeningEnded': {
      const { registration, exchange } = file.status === 'registered' ? file : {};
      const { outcome, by } = event.data;
      return {
        ...fileOf(file),
        status: 'ended',
        outcome,
        endedAt: event.occurredAt,
        endedBy: by,
        ...(registration ? { registration } : {}),
        ...(exchange ? { exchange } : {}),
      };
    }
    case 'LapseSetAside': {
      if (file.status !== 'ended' || !file.registration || !file.exchange) return file;
      return { ...fileOf(file), status: 'registered', registration: file.registration, exchange: file.exchange };
    }
    default:
      return unknownEvent(event, state);
  }
}

const unknownEvent = (_event: never, state: CaseState): CaseState => state;

function filed({ data, occurredAt }: Extract<CaseEvent, { type: 'GrievanceFiled' }>): CaseState {
  const { caseId, parties, ruleSetVersion, grievance, certification, receipt, contact, arrivesOn } = data;
  return {
    status: 'filed',
    caseId,
    parties,
    ruleSetVersion,
    grievance,
    certification,
    receipt,
    contact,
    filedAt: occurredAt,
    arrivesOn,
    running: moveClocks({}, data),
    cures: 0,
  };
}

/** The part of a case that every stage keeps. */
function fileOf({ caseId, parties, ruleSetVersion, grievance, certification, receipt, contact, filedAt, arrivesOn, running, cures }: FiledCase): CaseFile {
  return { caseId, parties, ruleSetVersion, grievance, certification, receipt, contact, filedAt, arrivesOn, running, cures };
}

/** An event of a later version may say nothing of clocks. */
function moveClocks(running: CaseFile['running'], { opens = [], closes = [] }: Partial<MovesClocks>): CaseFile['running'] {
  const kept = Object.entries(running).filter(([id]) => !closes.includes(id));
  return Object.fromEntries([...kept, ...opens.map((deadline) => [deadline.id, deadline] as const)]);
}

function inConsultations(state: FiledCase, reply: Extract<CaseEvent, { type: 'ReplyFiled' }>['data']['reply'] | 'unanswered', repliedAt: CaseEvent['occurredAt']): CaseState {
  if (state.status !== 'registered') return state;
  return { ...state, exchange: { stage: 'consultations', reply, repliedAt, calls: [], consultations: consultationsBegun } };
}
