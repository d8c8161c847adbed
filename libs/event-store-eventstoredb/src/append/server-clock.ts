import { domainEventOf, FaultyEventError, streamName, type RecordedEvent } from '@parley/event-store';
import { millisOf, type Clock } from '@parley/kernel';
import type { StoredEvent } from '../client/all-subscription';

/** How far an event may be from the server's clock when it is recorded, in milliseconds. */
const TIMELY_MS = 5_000;

/** The stream in which the distance of a demonstration's clock stands; its moves come before the distance they make. */
export const CLOCK_STREAM = streamName('platform.democlock', '1');

/** What the server's clock said, and between which readings of `performance.now()` it said that. */
interface Seen {
  readonly ms: number;
  readonly after: number;
  readonly before: number;
}

/**
 * The server's clock, as far as a client knows it: by the instant that the server noted for the last event of this
 * process, and by the time since. The first append of a process teaches it, and is not compared with anything.
 */
export class ServerClock {
  #seen: Seen | undefined;
  /** Unknown until something is to be compared. */
  #distances: readonly number[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly readMoves: () => Promise<readonly RecordedEvent[]>,
  ) {}

  /** Takes in when the server wrote an event, between two readings of `performance.now()`. */
  saw({ createdMs }: Pick<StoredEvent, 'createdMs'>, after: number, before: number): void {
    this.#seen = { ms: createdMs, after, before };
  }

  /** @throws FaultyEventError when this process's clock is not the server's, by more than 5 s */
  async assertTimely(stream: string): Promise<void> {
    if (stream === CLOCK_STREAM || !this.#seen || this.#isTimely(this.#seen)) return;
    // A demonstration's clock is at a distance from the server's. The one before its last move counts too.
    const moves = (await this.readMoves()).slice(-2);
    this.#distances = moves.length === 0 ? [0] : moves.map((move) => (domainEventOf(move).data as Moved).offsetMs);
    if (!this.#isTimely(this.#seen)) throw new FaultyEventError(stream, 'time');
  }

  #isTimely({ ms, after, before }: Seen): boolean {
    const [own, now] = [millisOf(this.clock.now()), performance.now()];
    const [earliest, latest] = [ms + now - before - TIMELY_MS, ms + now - after + TIMELY_MS];
    return this.#distances.some((distance) => own - distance >= earliest && own - distance <= latest);
  }
}

interface Moved {
  readonly offsetMs: number;
}
