import type { OpenedPanel } from '../panel-state';
import type { DefaultSetAside } from './fallback-events';
import { seatOfClock } from './lapsed-panel-clocks';
import { onSeatAgain } from './undo-default';

/** A seat is as it was before the default; a text, a comment and a certification only come to what there is. */
export function setAside(state: OpenedPanel, { data: { deadline } }: DefaultSetAside): OpenedPanel {
  const was = state.lapsed[deadline]?.occupancy;
  const seat = seatOfClock(state, deadline);
  if (!was || !seat) return state;
  const lapsed = Object.fromEntries(Object.entries(state.lapsed).filter(([id]) => id !== deadline));
  return { ...(onSeatAgain(state, seat, was) ?? state), lapsed };
}
