import { accept, type Decision, type Instant } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { isPast, screeningOver } from '../acting';
import type { RecordInterim } from '../panel-commands';
import type { OpenedPanel } from '../panel-state';
import { findingsClock } from '../tracks/stage-clock';
import type { InterimIssued, InterimMissing } from './review-events';

/**
 * S8: the text on which the co-chairs agreed in deliberation goes to the parties, and the time for their comments
 * starts.
 */
export function recordInterim(
  { at, text, exhibits, digest }: RecordInterim,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<InterimIssued> {
  if (state.stage.name !== 'reviewing' || screeningOver(state, at) || isPast(state, 'review', at)) return accept();
  const opens = [clocks.start('interim-comments', { event: 'InterimIssued', at })];
  return accept({
    type: 'InterimIssued',
    occurredAt: at,
    rule: 'S8',
    tier: 'PANEL',
    data: { text, exhibits, digest, opens, closes: ['review'] },
  });
}

/** The review ended without an interim text: that is recorded, and the time for findings starts at once. */
export const interimByDefault = (expiry: Instant, state: OpenedPanel, clocks: Clocks): Decision<InterimMissing> =>
  accept(interimMissing(expiry, state, clocks));

export const interimMissing = (at: Instant, state: OpenedPanel, clocks: Clocks): InterimMissing => ({
  type: 'InterimMissing',
  occurredAt: at,
  rule: 'S9',
  tier: 'PUBLIC',
  data: { opens: [findingsClock(clocks, state, { event: 'InterimMissing', at, kind: 'expiry' })], closes: ['review'] },
});
