import { mayRead, type Caller } from '@parley/access';
import type { CommandOutcome } from '@parley/event-store';
import type { Tier } from '@parley/kernel';
import { respond, type Answer } from '@parley/http';
import { openedPanelOf, type PanelState } from '../domain/panel-state';
import { showReviewRecord, type ReviewRecordShown } from './information.response';
import { accessOf } from './panel-access';
import { revisionFor } from './revision-for';

/** The answer to an act in the review: what is before the panel after it. All of it is for whoever sees the panel. */
export function showReviewOutcome(outcome: CommandOutcome<PanelState>, caller: Caller): Answer<ReviewRecordShown> {
  const answer = respond(outcome, ({ state }) => showReviewRecord(openedPanelOf(state)));
  if (outcome.kind !== 'done') return answer;
  const access = accessOf(openedPanelOf(outcome.state));
  return revisionFor((tier: Tier) => mayRead(tier, caller, access), answer);
}
