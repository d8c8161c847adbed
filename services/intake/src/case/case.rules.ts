import { accept, refuse, type Decider, type Decision, type Instant } from '@parley/kernel';
import type { Clocks, ClocksOf } from '@parley/procedure';
import { noteCalendar } from '../registry/calendars/note-calendar.rules';
import { noteOutage } from '../registry/outages/note-outage.rules';
import { defaultsUntil } from '../registry/outages/outage-refusals.rules';
import { amendmentActs } from './amendments/amend-grievance.rules';
import { unfiled, type CaseCommand, type CaseState, type FiledCase, type FileGrievance } from './case-commands.rules';
import { expireDeadline } from './expire-deadline.rules';
import type { CaseEvent } from './case-events.rules';
import { evolve } from './case-state.rules';
import { claimsActs } from './claims/claims-acts.rules';
import { commonRefusals } from './common-refusals.rules';
import { completenessActs } from './completeness/completeness.rules';
import { consentActs } from './consent/propose.rules';
import { noteConsolidation } from './consolidation/consolidation.rules';
import { callActs } from './consultations/calls.rules';
import { jointProposalActs } from './consultations/joint-proposal.rules';
import { minutesActs } from './consultations/minutes.rules';
import { fileGrievance } from './filing/file-grievance.rules';
import { lateEntryActs } from './late-entries/late-entries.rules';
import { notePanelOutcome, noteSettlement, outcomeActs } from './outcome/outcome.rules';
import { noteSeatTime } from './outcome/seat-time.rules';
import { refilingActs } from './refiling/refiling.rules';
import { registerCase } from './registration/registration.rules';
import { replyActs } from './reply/reply.rules';
import { repudiationActs } from './repudiation/repudiation.rules';
import { noteSettlementUndone } from './repudiation/settlement-undone.rules';
import { resumptionActs } from './suspension/resumption.rules';
import { summaryActs } from './summaries/summaries.rules';
import { noteUrgencyRefused, urgencyActs } from './urgency/urgency.rules';
import { suspendedOrNot, type Decides, type DecidersOf } from './while-suspended.rules';

type InFiledCase = Exclude<CaseCommand, FileGrievance>;

/** The deciders of acts in a case, and of what the case hears. The acts come from their topics. */
const deciders: DecidersOf<InFiledCase> = {
  ...completenessActs,
  ...replyActs,
  ...callActs,
  ...minutesActs,
  ...jointProposalActs,
  ...summaryActs,
  ...outcomeActs,
  ...claimsActs,
  ...refilingActs,
  ...resumptionActs,
  ...amendmentActs,
  ...urgencyActs,
  ...consentActs,
  ...lateEntryActs,
  ...repudiationActs,
  RegisterCase: suspendedOrNot(registerCase),
  NoteConsolidation: suspendedOrNot(noteConsolidation),
  NoteOutage: suspendedOrNot(noteOutage),
  NoteCalendar: suspendedOrNot(noteCalendar),
  ExpireDeadline: suspendedOrNot(expireDeadline),
  NoteUrgencyRefused: suspendedOrNot(behindDefaults(noteUrgencyRefused)),
  NotePanelOutcome: suspendedOrNot(behindDefaults(notePanelOutcome)),
  NoteSettlement: suspendedOrNot(behindDefaults(noteSettlement)),
  NoteSettlementUndone: suspendedOrNot(noteSettlementUndone),
  NoteSeatTime: suspendedOrNot(behindDefaults(noteSeatTime)),
};

/**
 * The intake's part of a case: filing, completeness, registration, reply, consultations, outcome.
 * @param clocksOf the clocks of a version of the rule set. A grievance is filed under the version in effect; from then
 *   on the case keeps its own
 */
export function caseDecider(clocksOf: ClocksOf): Decider<CaseCommand, CaseState, CaseEvent> {
  return {
    initial: unfiled,
    evolve,
    pinned: (state) => (state.status === 'unfiled' ? undefined : state.ruleSetVersion),
    decide(command, state): Decision<CaseEvent> {
      if (command.type === 'FileGrievance') return fileGrievance(command, state, clocksOf.inEffect(command.receivedAt));
      if (state.status === 'unfiled') return refuse(commonRefusals.notFiled);
      return deciderOf(command.type)(command, state, clocksOf(state.ruleSetVersion).onTrack(state.track));
    },
  };
}

/** Each decider decides the commands of its own type. */
const deciderOf = (type: InFiledCase['type']) => deciders[type] as Decides<InFiledCase>;

/** An end at an instant comes after the defaults that were due by then, in whatever order the two are heard of. */
function behindDefaults<Note extends { readonly at: Instant }>(
  note: (command: Note, state: FiledCase, clocks: Clocks) => Decision<CaseEvent>,
) {
  return (command: Note, state: FiledCase, clocks: Clocks): Decision<CaseEvent> => {
    const { events, state: then } = defaultsUntil(command.at, state, clocks);
    const noted: Decision<CaseEvent> = then.status === 'unfiled' ? accept() : note(command, then, clocks);
    return noted.kind === 'refused' || noted.events.length === 0 ? noted : accept(...events, ...noted.events);
  };
}
