import { accept, refuse, type Decision } from '@parley/kernel';
import { enterLate, within, type Clocks } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase, RegisteredCase } from '../case-state';
import { tierOf } from '../letters/addressing';
import { refusals } from '../refusals';
import { fileReply } from '../reply/reply.decide';
import type { RunningDeadline } from '../running-deadline';
import { outageRefusals } from './outage-refusals';
import type { EnterFallbackReply } from './outages-commands';

const REPLY = 'reply';

/**
 * I-19: that a reply came in time is proved only later. It is no lapse then; consultations, which the lapse has
 * started, stand.
 */
export function enterReply(command: EnterFallbackReply, state: FiledCase, clocks: Clocks): Decision<CaseEvent> {
  const { entryId, channel, cameAt, receivedAt: enteredAt, by, from, reply } = command;
  if (from === by) return refuse(outageRefusals.entersOwnAct, '/reply/from');
  if (state.status === 'ended') return refuse(refusals.screeningEnded);
  if (state.status !== 'registered') return refuse(refusals.notAwaitingReply);
  const { exchange, running, lapsed } = state;
  if (cameAt < state.registration.registeredAt) return refuse(outageRefusals.cameBeforeItsTime, '/cameAt');
  if (exchange.stage !== 'awaiting-reply' && exchange.reply !== 'unanswered') return refuse(refusals.notAwaitingReply);
  const party = state.parties.respondent;
  const filed = { type: 'FileReply', by: from ?? by, party, receivedAt: cameAt, reply } as const;
  const entry = { entryId, act: REPLY, channel, cameAt, enteredAt, by, party };
  return enterLate<RegisteredCase, RunningDeadline, CaseEvent>(entry, { ids: [REPLY], running, lapsed }, state, {
    undo: (clock) => awaitingReply(state, clock),
    decide(before) {
      const decision = within('/reply', fileReply(filed, before, clocks));
      // The one event that sets a lapse aside holds the reply.
      return decision.kind === 'refused' || before === state ? decision : accept();
    },
    setAside: (said) => [
      {
        type: 'ReplyLapseSetAside',
        occurredAt: cameAt,
        rule: 'I-19',
        tier: tierOf(reply.addressing ?? 'everybody'),
        data: { ...said, reply, by: filed.by, opens: [], closes: [] },
      },
    ],
  });
}

const awaitingReply = (state: RegisteredCase, clock: RunningDeadline): RegisteredCase => {
  const { calls, consultations } = state.exchange;
  return {
    ...state,
    exchange: { stage: 'awaiting-reply', calls, consultations },
    running: { ...state.running, [REPLY]: clock },
  };
};
