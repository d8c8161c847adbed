import { accept, refuse, type Decision, type PartyCode } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { ReplyFiled } from '../case-events';
import type { FiledCase } from '../case-state';
import { tierOf } from '../letters/addressing';
import { refusals } from '../refusals';
import { fileReply, replyFault } from '../reply/reply.decide';
import { outageRefusals } from './outage-refusals';
import type { EnterFallbackReply } from './outages-commands';
import type { FallbackEntryMade, OutagesEvent } from './outages-events';

/**
 * The registry enters a reply that came by another channel, with its true instant of receipt. While the reply is awaited it is filed as of
 * then. After the lapse, a reply that had come in time sets the lapse aside by an event that points to the entry; consultations, which
 * the lapse has started, stand (I-19).
 */
export function enterFallbackReply(command: EnterFallbackReply, state: FiledCase, clocks: Clocks): Decision<OutagesEvent | ReplyFiled> {
  const { cameAt, receivedAt, reply, by, entryId } = command;
  if (cameAt > receivedAt) return refuse(outageRefusals.cameInFuture, '/cameAt');
  if (state.status !== 'registered') return refuse(state.status === 'ended' ? refusals.screeningEnded : refusals.notAwaitingReply);
  if (cameAt < state.registration.registeredAt) return refuse(outageRefusals.cameBeforeItsTime, '/cameAt');
  const { exchange } = state;
  if (exchange.stage === 'awaiting-reply') {
    const filed = fileReply({ type: 'FileReply', by, party: state.parties.respondent, receivedAt: cameAt, reply }, state, clocks);
    return filed.kind === 'refused' ? filed : accept<OutagesEvent | ReplyFiled>(entry(command, state.parties.respondent, false), ...filed.events);
  }
  if (exchange.reply !== 'unanswered') return refuse(refusals.notAwaitingReply);
  if (cameAt >= exchange.repliedAt) return refuse(outageRefusals.cameTooLate, '/cameAt');
  const fault = replyFault(reply, state);
  if (fault) return fault;
  return accept<OutagesEvent | ReplyFiled>(entry(command, state.parties.respondent, true), {
    type: 'ReplyLapseSetAside',
    occurredAt: cameAt,
    rule: 'I-19',
    tier: tierOf(reply.addressing ?? 'everybody'),
    data: { becauseOf: entryId, reply, by, opens: [], closes: [] },
  });
}

const entry = ({ entryId, channel, cameAt, receivedAt, by }: EnterFallbackReply, party: PartyCode, setsAside: boolean): FallbackEntryMade => ({
  type: 'FallbackEntryMade',
  occurredAt: cameAt,
  rule: 'I-61',
  tier: 'PARTIES',
  data: { entryId, act: 'reply', channel, cameAt, enteredAt: receivedAt, by, party, setsAside, opens: [], closes: [] },
});
