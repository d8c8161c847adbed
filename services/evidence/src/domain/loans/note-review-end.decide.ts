import { accept, type Decision } from '@parley/kernel';
import type { KnownCase } from '../evidence-state';
import { clocksOfLoans } from '../readers/clocks-of-exhibit';
import type { NoteReviewEnd } from './loan-commands';
import type { ReviewEndNoted } from './loan-events';

/** What was lent to whom the panel heard ends with the review, and so does what one co-head had signed of it. */
export function noteReviewEnd({ at }: NoteReviewEnd, state: KnownCase): Decision<ReviewEndNoted> {
  const exhibits = [...state.exhibits.values()].filter(({ loans }) => loans.some(({ ended }) => ended === null));
  if (exhibits.length === 0) return accept();
  const closes = exhibits.flatMap((exhibit) => clocksOfLoans(exhibit, state, at));
  return accept({ type: 'ReviewEndNoted', occurredAt: at, rule: 'S7', tier: 'PUBLIC', data: { opens: [], closes } });
}
