import { vacantSeats } from '../composition/composition.evolve';
import type { OpenedPanel } from '../panel-state';
import type { LongStopNoted, TrackNoted, UrgencyDecided } from './track-events';

export const urgencyDecided = (
  state: OpenedPanel,
  { data: { verdict }, occurredAt: decidedAt }: UrgencyDecided,
): OpenedPanel => ({
  ...state,
  urgency: { verdict, decidedAt },
});

/** With more seats the panel is being composed again, whatever of it sat already. */
export function onTrack(state: OpenedPanel, { data }: TrackNoted): OpenedPanel {
  const { track, seatsPerSide, longStop } = data;
  const added = vacantSeats(state.seats.length / 2 + 1, seatsPerSide);
  const sides = [...state.seats, ...added];
  const seats = sides.toSorted((one, other) =>
    one.side === other.side ? one.number - other.number : one.side === 'complainant' ? -1 : 1,
  );
  const after = { ...state, track, seats, longStop: longStop ?? state.longStop };
  return added.length === 0 ? after : { ...after, stage: { name: 'composing' }, convening: null };
}

export const longStopMoved = (state: OpenedPanel, { data: { longStop } }: LongStopNoted): OpenedPanel => ({
  ...state,
  longStop,
});
