import type { Instant, PersonId, RefusalReason } from '@parley/kernel';
import { isPast } from '../acting';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';
import { panelActBar } from './taking-part';

/**
 * Why somebody may not act for the panel in its review; `undefined` for a co-chair of a whole panel before the review's
 * end.
 */
export function coChairBar(state: OpenedPanel, person: PersonId, at: Instant): RefusalReason | undefined {
  const bar = panelActBar(state, person, at);
  if (bar) return bar;
  if (!state.convening?.coChairs.includes(person)) return refusals.notCoChair;
  return reviewBar(state, at);
}

/** Why nothing is laid before the panel any more, or not yet. */
export function reviewBar(state: OpenedPanel, at: Instant): RefusalReason | undefined {
  if (state.stage.name !== 'reviewing') return refusals.notReviewing;
  return isPast(state, 'review', at) ? refusals.reviewOver : undefined;
}
