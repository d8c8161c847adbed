import type { Clocks, Happening } from '@parley/procedure';
import { isWhole } from '../composition/membership';
import type { OpenedPanel } from '../panel-state';
import { stageClock } from '../tracks/stage-clock';
import { interimMissing } from './interim.decide';
import type { InterimMissing, ReviewOpened } from './review-events';

/**
 * S7 starts from the later of composition and the end of S5, whichever of the two is learned of last; on the urgent
 * track from the composition, for there its end is counted from the registration. Where that end has passed by then the
 * review is over as it begins, and the time for findings starts.
 * @param resumed what set a suspended or ended screening going again: nothing starts before it
 */
export function reviewOpening(
  state: OpenedPanel,
  clocks: Clocks,
  resumed?: Happening,
): readonly (ReviewOpened | InterimMissing)[] {
  if (state.stage.name !== 'composed' || state.suspendedAt !== null || !isWhole(state)) return [];
  const due = startOf(state);
  if (!due) return [];
  const start = resumed && resumed.at > due.at ? resumed : due;
  const review = stageClock(clocks, state, 'review', start);
  const over = review.dueAt <= start.at;
  const opened: ReviewOpened = {
    type: 'ReviewOpened',
    occurredAt: start.at,
    rule: 'S7',
    tier: 'PUBLIC',
    data: { opens: over ? [] : [review], closes: [] },
  };
  return over ? [opened, interimMissing(start.at, state, clocks)] : [opened];
}

/** Nothing while something is awaited yet. */
function startOf({ convening, consultationsEndedAt, track }: OpenedPanel): Happening | undefined {
  if (!convening) return undefined;
  const { wholeSince, by } = convening;
  const composition = { event: 'PanelConvened', at: wholeSince, kind: by };
  if (track === 'urgent') return composition;
  if (consultationsEndedAt === null) return undefined;
  return consultationsEndedAt > wholeSince
    ? { event: 'ConsultationsClosed', at: consultationsEndedAt, kind: 'expiry' }
    : composition;
}
