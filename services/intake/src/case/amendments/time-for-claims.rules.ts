import { refuse, type Instant, type RefusalReason } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { RegisteredCase } from '../case-commands.rules';
import type { RunningDeadline } from '../common-refusals.rules';

export const timeForClaimsRefusals = {
  noTimeForClaim: {
    code: 'no-time-for-the-claim',
    rule: 'I-24',
    en:
      'The panel has a least time with a claim from its reply, or the lapse of its time, on, and that would pass the ' +
      'long-stop of this case. File the claim as a new case.',
    'zh-Hans':
      '自答复或其期限届满起，专家组对一项主张享有最短审议时间，而该时间将超过本案的最终期限。请将该主张另案提交。',
  },
} as const satisfies Record<string, RefusalReason>;

/**
 * Refuses claims with which the panel would not have its least time before the long-stop, if their reply comes at the
 * end of its time (I-24).
 * @param opens the times that the amendment starts
 */
export function timeForClaimsFault(opens: readonly RunningDeadline[], state: RegisteredCase, clocks: Clocks) {
  const [reply] = opens;
  const longStop = state.running['long-stop'];
  if (!reply || !longStop) return undefined;
  return leastTime(reply.dueAt, clocks.onTrack(state.track)) > longStop.dueAt
    ? refuse(timeForClaimsRefusals.noTimeForClaim, '/grievance/claims')
    : undefined;
}

const leastTime = (lapse: Instant, clocks: Clocks): Instant =>
  clocks.start('late-claim', { event: 'AmendmentReplyLapsed', at: lapse, kind: 'expiry' }).dueAt;
