import type { RuleSet } from './rule-set';

/** How many names a roster and a duty roster should have. */
export interface FullRoster {
  readonly members: number;
  readonly duty: number;
}

/** Twice the largest half of a panel; of a duty roster twice the half of an urgent one. */
export function fullRoster({ tracks, panel }: RuleSet): FullRoster {
  const largest = Math.max(...Object.values(tracks).map(({ seatsPerSide }) => seatsPerSide));
  return { members: panel.namesPerSeat * largest, duty: panel.namesPerSeat * tracks.urgent.seatsPerSide };
}
