import { byRecord, type Facts } from '../facts';
import type { PublicEvent } from '../public-event';

/**
 * Facts kept in memory, without a database. The list of a case stays the same object until something is added to it.
 */
export class MemoryFacts implements Facts {
  readonly #facts = new Map<string, readonly PublicEvent[]>();

  /** Keeps a fact. One that is kept already stays as it is. */
  keep(event: PublicEvent): Promise<void> {
    const kept = this.now(event.subject);
    if (!kept.some(({ id }) => id === event.id)) this.#facts.set(event.subject, [...kept, event].sort(byRecord));
    return Promise.resolve();
  }

  of(subject: string): Promise<readonly PublicEvent[]> {
    return Promise.resolve(this.now(subject));
  }

  /** The facts of a case, without waiting. */
  now(subject: string): readonly PublicEvent[] {
    return this.#facts.get(subject) ?? NONE;
  }
}

const NONE: readonly PublicEvent[] = [];
