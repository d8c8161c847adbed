import { streamName } from '@parley/event-store';
import { accept, instantFromMillis, millisOf, type Decider, type DomainEvent, type Instant } from '@parley/kernel';

export const CLOCK_CATEGORY = 'platform.democlock';

/** The one stream that every process of an installation follows. */
export const clockStream = streamName(CLOCK_CATEGORY, '1');

/** From now on the time is the real one plus so many milliseconds. */
export type DemonstrationClockMoved = DomainEvent<'DemonstrationClockMoved', { readonly offsetMs: number }>;

export interface MoveDemonstrationClock {
  readonly to: Instant;
  /** The real time when the command was given, in milliseconds since 1970. */
  readonly realMs: number;
}

/** Milliseconds ahead of the real time (behind it when negative); `null` before the clock was ever set. */
export type ClockOffset = number | null;

/** The clock only goes forward, so a move to an instant that has passed records nothing. */
export const clockDecider: Decider<MoveDemonstrationClock, ClockOffset, DemonstrationClockMoved> = {
  initial: null,
  decide({ to, realMs }, offset) {
    const wanted = millisOf(to) - realMs;
    if (offset !== null && wanted <= offset) return accept();
    return accept({
      type: 'DemonstrationClockMoved',
      data: { offsetMs: wanted },
      occurredAt: instantFromMillis(realMs + wanted),
      rule: 'demonstration-clock',
      tier: 'PUBLIC',
    });
  },
  evolve: (offset, event: DomainEvent) => (isMove(event) ? Math.max(offset ?? -Infinity, event.data.offsetMs) : offset),
};

const isMove = (event: DomainEvent): event is DemonstrationClockMoved => event.type === 'DemonstrationClockMoved';
