import { domainEventOf, passesCategories, streamIdOf, type RecordedEvent, type StreamName } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import type { DefaultId } from '@parley/procedure';
import type { MovesDeadlines, Timer } from '@parley/processes';

const keyOf = ({ stream, deadlineId }: Pick<Timer, 'stream' | 'deadlineId'>): string => `${stream} ${deadlineId}`;

/** The running deadlines, as events open, move and close them. It replaces the table of timers. */
export class RunningTimers {
  readonly #timers = new Map<string, Timer>();
  readonly #defaults = new Map<string, DefaultId>();

  /** @returns the timers that the event started or moved */
  note(event: RecordedEvent): readonly Timer[] {
    const { opens = [], closes = [] } = (domainEventOf(event).data ?? {}) as MovesDeadlines;
    const stream = event.stream as StreamName;
    for (const deadlineId of closes) this.#timers.delete(keyOf({ stream, deadlineId }));
    const started = opens.map(({ id, clock, dueAt }): Timer => ({
      stream,
      subject: streamIdOf(stream),
      deadlineId: id,
      clock,
      dueAt,
    }));
    for (const timer of started) this.#timers.set(keyOf(timer), timer);
    for (const opened of opens)
      if ('onSilence' in opened)
        this.#defaults.set(keyOf({ stream, deadlineId: opened.id }), opened.onSilence as DefaultId);
    return started;
  }

  /** True while the deadline runs to the expiry that the timer names. */
  runs(timer: Timer): boolean {
    return this.#timers.get(keyOf(timer))?.dueAt === timer.dueAt;
  }

  /** The default at the end of a timer; `null` where the rules write none. */
  defaultOf(timer: Timer): DefaultId | null {
    return this.#defaults.get(keyOf(timer)) ?? null;
  }

  /** Streams of some categories with a deadline that ends after `after`, and not after `until` where that is given. */
  async streams(
    categories: readonly string[],
    { after, until }: { readonly after: Instant; readonly until?: Instant },
  ): Promise<readonly string[]> {
    const ending = this.all().filter(({ dueAt }) => dueAt > after && (until === undefined || dueAt <= until));
    return [...new Set(ending.map(({ stream }) => stream))].filter((stream) => passesCategories(stream, categories));
  }

  all(): readonly Timer[] {
    return [...this.#timers.values()];
  }
}
