/**
 * Least and most milliseconds that a subscription that has not caught up has for its next message. The time doubles
 * after each one that fell silent.
 */
const [FIRST_SILENCE_MS, LONGEST_SILENCE_MS] = [3_000, 30_000];
/**
 * The same for a subscription that had caught up, when the head moves and it says nothing. As a rule nothing passed its
 * filter.
 */
const [FIRST_FENCE_MS, LONGEST_FENCE_MS] = [60, 400];
/** After such a rest a fence may be quick again. */
const REST_MS = 5_000;

/** How long to wait for a subscription's next word before one subscribes anew. */
export class Silence {
  #silenceMs = FIRST_SILENCE_MS;
  #fenceMs = FIRST_FENCE_MS;
  #fencedAt = -Infinity;

  patience(hasCaughtUp: boolean): number {
    return hasCaughtUp ? this.#fenceMs : this.#silenceMs;
  }

  heard(): void {
    this.#silenceMs = FIRST_SILENCE_MS;
  }

  fellSilent(): void {
    this.#silenceMs = Math.min(2 * this.#silenceMs, LONGEST_SILENCE_MS);
  }

  fenced(): void {
    const now = performance.now();
    this.#fenceMs = now - this.#fencedAt > REST_MS ? FIRST_FENCE_MS : Math.min(2 * this.#fenceMs, LONGEST_FENCE_MS);
    this.#fencedAt = now;
  }
}
