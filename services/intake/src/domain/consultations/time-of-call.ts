import { plusMillis, type Instant } from '@parley/kernel';
import type { RuleSet } from '@parley/procedure';
import type { Awaits, NamedTime, RunningDeadline } from '../running-deadline';
import type { Call } from './call';

/**
 * When the time of a call ends, under the call's own id: what the party awaited does not answer by then is unanswered.
 */
export const timeOfCall = (id: string, event: string, awaits: Awaits, at: Instant, dueAt: Instant): NamedTime => ({
  id,
  awaits,
  clock: 'call',
  stage: 'S5',
  rule: 'S5',
  trigger: { kind: 'act', event, instant: at },
  dueAt,
  provisional: false,
  arithmetic: { en: `The instant that the offer names, ${dueAt}.`, 'zh-Hans': `要约所载时刻，${dueAt}。` },
});

/** An accepted call may be taken a little after its time, though never after the end of consultations. */
export function timeOfAcceptedCall(
  { id, proposedFor }: Call,
  awaits: Awaits,
  at: Instant,
  end: RunningDeadline,
  { callTakenWithinMinutes }: RuleSet['consultations'],
): NamedTime {
  const late = plusMillis(proposedFor, callTakenWithinMinutes * 60_000);
  const dueAt = late < end.dueAt ? late : end.dueAt;
  const minutes = String(callTakenWithinMinutes);
  return {
    ...timeOfCall(id, 'CallAccepted', awaits, at, dueAt),
    arithmetic: {
      en:
        `The time accepted, ${proposedFor}, and ${minutes} minutes to take the call, within the time of ` +
        `consultations: ${dueAt}.`,
      'zh-Hans': `已接受的时刻 ${proposedFor}，另加接听时间 ${minutes} 分钟，且不超过磋商期限：${dueAt}。`,
    },
  };
}
