import { accept, refuse, type Decider, type Decision, type Instant } from '@parley/kernel';
import type { Clocks, ClocksOf } from '@parley/procedure';
import { noteCalendar } from '../registry/calendars/note-calendar.rules';
import {
  enterAmendmentReply,
  enterCure,
  enterReply,
  enterSignature,
  enterSummary,
} from '../registry/outages/late-answers.rules';
import { noteOutage } from '../registry/outages/note-outage.rules';
import { defaultsUntil, enterCallAnswer } from '../registry/outages/outage-refusals.rules';
import { amendGrievance, answerAmendment } from './amendments/amend-grievance.rules';
import { expireDeadline, unfiled, type CaseCommand, type CaseState, type FiledCase } from './case-commands.rules';
import type { CaseEvent } from './case-events.rules';
import { evolve } from './case-state.rules';
import { withdrawClaims } from './claims/withdraw-claims.rules';
import { changeRefusals, commonRefusals } from './common-refusals.rules';
import { cureDeficiency, findComplete, issueDeficiencyNotice } from './completeness/completeness.rules';
import { declineProposal, propose, signProposal, withdrawProposal } from './consent/propose.rules';
import { noteConsolidation } from './consolidation/consolidation.rules';
import { acceptCall, answerCall, conclude, escalate, moveCall, offerCall } from './consultations/calls.rules';
import { fileMinutes, signMinutes } from './consultations/minutes.rules';
import { fileGrievance } from './filing/file-grievance.rules';
import { notePanelOutcome, noteSettlement, withdraw } from './outcome/outcome.rules';
import { registerCase } from './registration/registration.rules';
import { fileReply } from './reply/reply.rules';
import { answerSummary, requestSummary } from './summaries/summaries.rules';
import { standsStill } from './suspension/suspension.rules';
import { noteUrgencyRefused, refuseUrgency } from './urgency/urgency.rules';

/**
 * The intake's part of a case: filing, completeness, registration, reply, consultations, outcome.
 * @param clocksOf the clocks of a version of the rule set: a grievance is filed under the one in force, and a case
 *   keeps its own
 */
export function caseDecider(clocksOf: ClocksOf): Decider<CaseCommand, CaseState, CaseEvent> {
  return {
    initial: unfiled,
    evolve,
    pinned: (state) => (state.status === 'unfiled' ? undefined : state.ruleSetVersion),
    decide(command, state): Decision<CaseEvent> {
      if (command.type === 'FileGrievance') return fileGrievance(command, state, clocksOf.at(command.receivedAt));
      if (state.status === 'unfiled') return refuse(commonRefusals.notFiled);
      if (standsStill(command, state)) return refuse(changeRefusals.suspended);
      const clocks = clocksOf(state.ruleSetVersion).onTrack(state.track);
      switch (command.type) {
        case 'FindComplete':
          return findComplete(command, state);
        case 'IssueDeficiencyNotice':
          return issueDeficiencyNotice(command, state, clocks);
        case 'CureDeficiency':
          return cureDeficiency(command, state, clocks);
        case 'RegisterCase':
          return registerCase(command, state, clocksOf);
        case 'FileReply':
          return fileReply(command, state, clocks);
        case 'OfferCall':
          return offerCall(command, state);
        case 'AcceptCall':
          return acceptCall(command, state, clocks);
        case 'MoveCall':
          return moveCall(command, state, clocks);
        case 'AnswerCall':
          return answerCall(command, state);
        case 'EscalateConsultations':
          return escalate(command, state);
        case 'FileMinutes':
          return fileMinutes(command, state);
        case 'SignMinutes':
          return signMinutes(command, state);
        case 'RequestSummary':
          return requestSummary(command, state, clocks);
        case 'AnswerSummary':
          return answerSummary(command, state);
        case 'ConcludeConsultations':
          return conclude(command, state);
        case 'WithdrawGrievance':
          return withdraw(command, state);
        case 'WithdrawClaims':
          return withdrawClaims(command, state);
        case 'AmendGrievance':
          return amendGrievance(command, state, clocks);
        case 'AnswerAmendment':
          return answerAmendment(command, state, clocks);
        case 'RefuseUrgency':
          return refuseUrgency(command, state, clocks);
        case 'NoteUrgencyRefused':
          return behindDefaults(command.at, state, clocks, (then) => noteUrgencyRefused(command, then, clocks));
        case 'NoteConsolidation':
          return noteConsolidation(command, state);
        case 'Propose':
          return propose(command, state, clocks);
        case 'SignProposal':
          return signProposal(command, state, clocks);
        case 'DeclineProposal':
          return declineProposal(command, state);
        case 'WithdrawProposal':
          return withdrawProposal(command, state);
        case 'NoteOutage':
          return noteOutage(command, state, clocks);
        case 'NoteCalendar':
          return noteCalendar(command, state, clocks);
        case 'EnterFallbackReply':
          return enterReply(command, state, clocks);
        case 'EnterFallbackCure':
          return enterCure(command, state, clocks);
        case 'EnterFallbackCallAnswer':
          return enterCallAnswer(command, state);
        case 'EnterFallbackSummary':
          return enterSummary(command, state);
        case 'EnterFallbackAmendmentReply':
          return enterAmendmentReply(command, state, clocks);
        case 'EnterFallbackSignature':
          return enterSignature(command, state, clocks);
        case 'ExpireDeadline':
          return expireDeadline(command, state, clocks);
        case 'NotePanelOutcome':
          return behindDefaults(command.at, state, clocks, (then) => notePanelOutcome(command, then));
        case 'NoteSettlement':
          return behindDefaults(command.at, state, clocks, (then) => noteSettlement(command, then));
      }
    },
  };
}

/** What ended at an instant ended behind what fell silent by then, in whatever order the two are heard of. */
function behindDefaults(
  at: Instant,
  state: FiledCase,
  clocks: Clocks,
  note: (then: FiledCase) => Decision<CaseEvent>,
): Decision<CaseEvent> {
  const { events, state: then } = defaultsUntil(at, state, clocks);
  const noted: Decision<CaseEvent> = then.status === 'unfiled' ? accept() : note(then);
  return noted.kind === 'refused' || noted.events.length === 0 ? noted : accept(...events, ...noted.events);
}
