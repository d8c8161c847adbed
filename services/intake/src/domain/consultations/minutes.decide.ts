import { accept, refuse, type Decision, type Instant, type RefusalReason } from '@parley/kernel';
import type { FiledCase } from '../case-state';
import { refusals } from '../refusals';
import type { FileMinutes, SignMinutes } from './consultations-commands';
import type { MinutesAgreed, MinutesFiled } from './consultations-events';
import { callsOf, isParty } from './in-consultations';
import { minutesDigest, type Minutes } from './minutes';

const about = (occurredAt: Instant) => ({ occurredAt, rule: 'S5', tier: 'PARTIES' }) as const;

/**
 * A side files what it holds to have been said in a call that was answered: once for each call, and not beside agreed
 * minutes.
 */
export function fileMinutes(command: FileMinutes, state: FiledCase): Decision<MinutesFiled> {
  const { by, party, receivedAt } = command;
  if (!isParty(state, party)) return refuse(refusals.notAParty);
  const bar = minutesBar(state);
  if (bar) return refuse(bar);
  const { callId, text } = command;
  const call = callsOf(state).find(({ id }) => id === callId);
  if (!call) return refuse(refusals.unknownCall, '/callId');
  if (call.outcome === 'open' || call.outcome.kind !== 'answered') return refuse(refusals.callNotAnswered, '/callId');
  const minutes = minutesOf(state);
  const ofCall = minutes.filter((each) => each.callId === callId);
  if (ofCall.some(({ agreed }) => agreed !== null)) return refuse(refusals.minutesAgreed);
  if (ofCall.some((each) => each.party === party)) return refuse(refusals.minutesFiled);
  const minutesId = `minutes:${String(minutes.length + 1)}`;
  const digest = minutesDigest(state.caseId, callId, text);
  return accept({
    ...about(receivedAt),
    type: 'MinutesFiled',
    data: { minutesId, callId, party, by, text, digest, opens: [], closes: [] },
  });
}

/** The other side signs the same digest; a side that has filed its own lets the two stand side by side. */
export function signMinutes(command: SignMinutes, state: FiledCase): Decision<MinutesAgreed> {
  const { by, party, receivedAt, minutesId } = command;
  if (!isParty(state, party)) return refuse(refusals.notAParty);
  const bar = minutesBar(state);
  if (bar) return refuse(bar);
  const minutes = minutesOf(state);
  const found = minutes.find(({ id }) => id === minutesId);
  if (!found) return refuse(refusals.unknownMinutes);
  if (found.party === party) return refuse(refusals.ownMinutes);
  if (found.by === by) return refuse(refusals.signsForBoth);
  if (found.agreed) return refuse(refusals.minutesAgreed);
  if (minutes.some((each) => each.callId === found.callId && each.party === party))
    return refuse(refusals.minutesSideBySide);
  const { digest } = command;
  if (digest !== found.digest) return refuse(refusals.digestDiffers, '/digest');
  return accept({
    ...about(receivedAt),
    rule: 'I-04',
    type: 'MinutesAgreed',
    data: { minutesId, party, by, digest, opens: [], closes: [] },
  });
}

/** Minutes are still to be written when S5 has ended, but not when the screening has. */
function minutesBar(state: FiledCase): RefusalReason | undefined {
  if (state.status === 'ended') return refusals.screeningEnded;
  return state.status === 'registered' && state.exchange.calls.length > 0 ? undefined : refusals.notInConsultations;
}

const minutesOf = (state: FiledCase): readonly Minutes[] =>
  state.status === 'registered' ? state.exchange.consultations.minutes : [];
