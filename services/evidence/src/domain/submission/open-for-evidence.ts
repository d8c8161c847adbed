import { refuse, type Instant, type Refused } from '@parley/kernel';
import type { KnownCase } from '../evidence-state';
import { refusals } from '../refusals';

/**
 * Evidence is taken from the filing until the screening has ended, and never at the long-stop or after it, whether or
 * not the lapse is known here yet. What was received before the end is in time, however late this service learns of
 * either (I-19).
 */
export function notOpenForEvidence(state: KnownCase, receivedAt: Instant): Refused | undefined {
  if (state.status === 'ended' && receivedAt >= state.endedAt) return refuse(refusals.screeningEnded);
  const longStop = state.registration?.longStop ?? null;
  return longStop !== null && receivedAt >= longStop ? refuse(refusals.longStopPassed) : undefined;
}
