import { derivedUuid } from '@parley/event-store';
import { afterTheScreeningGoals } from './after-the-screening.goals';
import { consultationsGoals } from './consultations.goals';
import { evidenceGoals } from './evidence.goals';
import type { Goal } from './goal';
import { hotlineGoals } from './hotline.goals';
import { inquiryGoals } from './inquiry.goals';
import { lateClaimGoals } from './late-claim.goals';
import { longStopGoals } from './long-stop.goals';
import { panelGoals } from './panel.goals';
import { reopeningGoals } from './reopening.goals';
import { settlementGoals } from './settlement.goals';
import { standingStillGoals } from './standing-still.goals';

export const GOALS: readonly Goal[] = [
  ...standingStillGoals,
  ...panelGoals,
  ...reopeningGoals,
  ...afterTheScreeningGoals,
  ...longStopGoals,
  ...hotlineGoals,
  ...evidenceGoals,
  ...consultationsGoals,
  ...inquiryGoals,
  ...lateClaimGoals,
  ...settlementGoals,
];

/** In so many of a hundred runs the parties steer towards a goal. */
const STEERED = 35;

/** The goal of the parties in the run of a seed; `undefined` when they have none. */
export function goalOf(seed: number): Goal | undefined {
  const number = Number.parseInt(derivedUuid(String(seed), 'goal').slice(0, 8), 16);
  return number % 100 < STEERED ? GOALS[Math.floor(number / 100) % GOALS.length] : undefined;
}
