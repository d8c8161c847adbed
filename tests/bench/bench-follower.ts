import { createPostgresEventStore } from '@parley/event-store-postgres';
import { realClock } from './append-contenders';

const PAGE = 1_000;

/** Follows the record from its present end, through a store of its own. */
export class BenchFollower {
  readonly #store;
  readonly #stop = new AbortController();
  readonly #following: Promise<void>;
  readonly #startedAt = performance.now();
  #seen = 0;
  #position = '';

  constructor(connectionString: string) {
    this.#store = createPostgresEventStore({ connectionString, clock: realClock });
    this.#following = this.#follow();
  }

  /** Waits until it has seen everything, and tells its rate and how long the wait took. */
  async finish(): Promise<string> {
    const [head, endedAt] = [await this.#store.head(), performance.now()];
    while (this.#position !== head) await new Promise(setImmediate);
    const [rate, behind] = [this.#seen / ((endedAt - this.#startedAt) / 1000), performance.now() - endedAt];
    this.#stop.abort();
    await this.#following;
    await this.#store.close();
    return `follower  ${this.#seen} events beside, ${rate.toFixed(0)}/s, and ${behind.toFixed(0)} ms behind at the end`;
  }

  async #follow(): Promise<void> {
    const after = await this.#store.head();
    this.#position = after;
    for await (const page of this.#store.follow({ after, signal: this.#stop.signal, pageSize: PAGE })) {
      this.#seen += page.events.length;
      this.#position = page.position;
    }
  }
}
