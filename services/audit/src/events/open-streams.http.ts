import type { PersonId } from '@parley/kernel';
import { problemCatalogue, ProblemError } from '@parley/http';

/** Streams that one person may hold open in one process, and that all together may: half of what a gateway sends it. */
const [MOST_OF_A_PERSON, MOST] = [4, 128];

/** The streams that are open in this process. */
export class OpenStreams {
  readonly #open: PersonId[] = [];

  /**
   * @returns a function that the stream calls when it ends
   * @throws ProblemError 429, or 503 when there are too many of all
   */
  enter(person: PersonId): () => void {
    if (this.#open.filter((each) => each === person).length >= MOST_OF_A_PERSON)
      throw new ProblemError(problemCatalogue.tooManyStreams, [], { 'retry-after': '60' });
    if (this.#open.length >= MOST) throw new ProblemError(problemCatalogue.unavailable, [], { 'retry-after': '60' });
    this.#open.push(person);
    return () => void this.#open.splice(this.#open.indexOf(person), 1);
  }
}
