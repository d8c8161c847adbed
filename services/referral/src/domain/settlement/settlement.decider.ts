import { accept, refuse, type Decider, type Decision } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { noteCalendar } from '../calendar/note-calendar.decide';
import { noteOutage } from '../outage/note-outage.decide';
import { refusals } from '../refusals';
import { acceptConciliation, answerByDefault, breakOffConciliation, proposeConciliation } from './conciliation.decide';
import { noteFact } from './note-fact.decide';
import { enterConciliationAnswer } from './enter-answer.decide';
import { enterTextSignature } from './enter-text-signature.decide';
import type { SettlementCommand } from './settlement-commands';
import type { SettlementEvent } from './settlement-events';
import { unfiledSettlement, type FiledSettlement, type SettlementState } from './settlement-state';
import { signText, tableText } from './settlement-text.decide';
import { evolve } from './settlement.evolve';
import { windowByDefault } from './settlement-window.decide';

/**
 * S10: conciliation from S4 on, the window after findings, and the text that both parties sign. Runs beside the
 * screening and stops none of its clocks.
 */
export function settlementDecider(clocksOf: ClocksOf): Decider<SettlementCommand, SettlementState, SettlementEvent> {
  return {
    initial: unfiledSettlement,
    evolve,
    pinned: ({ known }) => known.registration?.ruleSetVersion,
    decide(command, state): Decision<SettlementEvent> {
      if (command.type === 'NoteFact') return noteFact(command, state, clocksOf);
      if (state.status === 'unfiled') return refuse(refusals.notFiled);
      switch (command.type) {
        case 'NoteOutage':
          return noteOutage(command, state, state.known.registration?.ruleSetVersion, clocksOf);
        case 'NoteCalendar':
          return noteCalendar(command, state, state.known.registration?.ruleSetVersion, clocksOf);
        case 'ProposeConciliation':
          return proposeConciliation(command, state, clocksOf);
        case 'AcceptConciliation':
          return acceptConciliation(command, state);
        case 'EnterConciliationAnswer':
          return enterConciliationAnswer(command, state);
        case 'BreakOffConciliation':
          return breakOffConciliation(command, state);
        case 'TableText':
          return tableText(command, state, clocksOf);
        case 'SignText':
          return signText(command, state, clocksOf);
        case 'EnterTextSignature':
          return enterTextSignature(command, state, clocksOf);
        case 'ExpireDeadline':
          return expireDeadline(command.deadlineId, state);
      }
    },
  };
}

/** What silence does, as of the expiry; a deadline that no longer runs changes nothing (I-18). */
function expireDeadline(deadlineId: string, state: FiledSettlement): Decision<SettlementEvent> {
  const deadline = state.running[deadlineId];
  if (!deadline) return accept();
  return deadline.clock === 'settlement-window'
    ? windowByDefault(deadline.dueAt, state)
    : answerByDefault(deadlineId, state);
}
