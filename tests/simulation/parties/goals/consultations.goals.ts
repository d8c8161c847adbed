import { plusMillis, type Instant } from '@parley/kernel';
import type { Call, Minutes } from '../../../../services/intake/src/case/consultations/time-of-call.rules';
import { official, type View } from '../act-kind';
import { callsOf, isAnswered, isOpen, minutesOf } from '../consultations.acts';
import { otherCountry } from '../countries';
import { english } from '../texts';
import { does, forkOf, type Goal, type Step } from './goal';

const MINUTE = 60_000;

/** The minutes of a call are agreed, or each side files its own. A minute later somebody wants it the other way. */
const minutesOfACall: Goal = {
  name: 'minutes of a call, agreed or beside each other, which are to be otherwise after all',
  step(view) {
    const calls = callsOf(view);
    const call = calls.find(isAnswered);
    if (!call) return towardsAnswered(view, calls);
    const minutes = minutesOf(view).filter(({ callId }) => callId === call.id);
    return forkOf(view, 2) === 0 ? agreeing(view, call, minutes) : besideEachOther(view, call, minutes);
  },
};

function agreeing(view: View, call: Call, [first, second]: readonly Minutes[]): Step | undefined {
  if (!first) return writes(view, view.party, call);
  if (second) return undefined;
  if (!first.agreed) return signs(view, otherCountry(view.countries, first.party), first);
  return after(first.agreed.at, view, (at) => writes(view, first.party, call, at));
}

function besideEachOther(view: View, call: Call, minutes: readonly Minutes[]): Step | undefined {
  if (minutes.some(({ agreed }) => agreed !== null)) return undefined;
  const silent = view.countries.find((country) => !minutes.some(({ party }) => party === country));
  if (silent) return writes(view, silent, call);
  const [first, second] = minutes;
  return first && second && after(second.filedAt, view, (at) => signs(view, first.party, second, at));
}

/** A step a minute after something, once. */
const after = (then: Instant, { now }: View, step: (at: Instant) => Step): Step | undefined =>
  then < plusMillis(now, -MINUTE) ? undefined : step(plusMillis(then, MINUTE + 1));

function towardsAnswered({ filed, party, countries }: View, calls: readonly Call[]): Step | undefined {
  if (filed.status !== 'registered' || filed.exchange.stage !== 'consultations') return undefined;
  const offered = calls.find(isOpen);
  return offered ? does('AnswerCall', otherCountry(countries, offered.namedBy)) : does('OfferCall', party);
}

const writes = ({ caseId }: View, party: View['party'], { id: callId }: Call, at: Instant | null = null): Step => ({
  party,
  at,
  act: (seen) => ({
    desk: 'intake',
    caseId,
    command: { type: 'FileMinutes', ...official('desk', seen), callId, text: english(`As ${party} has it.`) },
  }),
});

const signs = (
  { caseId }: View,
  party: View['party'],
  { id: minutesId, digest }: Minutes,
  at: Instant | null = null,
): Step => ({
  party,
  at,
  act: (seen) => ({
    desk: 'intake',
    caseId,
    command: { type: 'SignMinutes', ...official('desk', seen), minutesId, digest },
  }),
});

export const consultationsGoals: readonly Goal[] = [minutesOfACall];
