import type { LogPosition, StoredEvent } from './event-store-client';

export type AllMessage =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  /** The server says that it has considered everything up to here. */
  | { readonly kind: 'checkpoint'; readonly position: LogPosition }
  /** Everything that was there when the server began to look has been sent. */
  | { readonly kind: 'caught-up' };

/** Above it the server is asked to wait, below the other it goes on. Events may have a megabyte each. */
const [FULL, ROOM] = [500, 100];

export interface SourceOfMessages {
  pause(): void;
  resume(): void;
  cancel(): void;
}

/** What a subscription has received and nobody has taken yet, in the order in which it was sent. */
export class AllSubscription {
  readonly #messages: AllMessage[] = [];
  #source: SourceOfMessages | undefined;
  #paused = false;
  #end: { readonly error: unknown } | undefined;
  #arrived: () => void = () => undefined;

  /** Why it ended, as soon as it has. */
  get end(): { readonly error: unknown } | undefined {
    return this.#end;
  }

  /** True while there is neither a message nor the end. */
  get isSilent(): boolean {
    return this.#messages.length === 0 && this.#end === undefined;
  }

  /** The next message, if one is there. */
  take(): AllMessage | undefined {
    const message = this.#messages.shift();
    if (this.#paused && this.#messages.length <= ROOM) {
      this.#paused = false;
      this.#source?.resume();
    }
    return message;
  }

  /**
   * Resolves when there is a message or the end, after so many milliseconds if they are given, or when the signal is
   * aborted.
   */
  arrival(signal: AbortSignal, ms?: number): Promise<void> {
    return new Promise((resolve) => {
      if (!this.isSilent || signal.aborted) return resolve();
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.#arrived = () => undefined;
        resolve();
      };
      const timer = ms === undefined ? undefined : setTimeout(done, ms);
      signal.addEventListener('abort', done);
      this.#arrived = done;
    });
  }

  close(): void {
    this.#end ??= { error: undefined };
    this.#source?.cancel();
    this.#arrived();
  }

  /** For the client: where the messages come from. */
  from(source: SourceOfMessages): void {
    this.#source = source;
    if (this.#end) source.cancel();
  }

  /** For the client: a message was received. */
  push(message: AllMessage): void {
    if (this.#end) return;
    this.#messages.push(message);
    if (!this.#paused && this.#messages.length >= FULL) {
      this.#paused = true;
      this.#source?.pause();
    }
    this.#arrived();
  }

  /** For the client: nothing more will come. */
  fail(error: unknown): void {
    this.#end ??= { error };
    this.#arrived();
  }
}
