import type { PersonCaller } from '@parley/access';
import { problemCatalogue, ProblemError } from '@parley/http';

type Holder = Pick<PersonCaller, 'personId' | 'party'>;

/**
 * Streams that one person may hold open in one process, and that all people of a side may, or of neither: the three
 * together hold no more than half of what a gateway sends it, and no side takes the room of the other.
 */
const [MOST_OF_A_PERSON, MOST_OF_A_SIDE] = [4, 42];

/** The streams that are open in this process. */
export class OpenStreams {
  readonly #open = new Set<Holder>();

  /**
   * @returns a function that the stream calls when it ends
   * @throws ProblemError 429
   */
  enter({ personId, party }: Holder): () => void {
    const ofSide = [...this.#open].filter((each) => each.party === party);
    const own = ofSide.filter((each) => each.personId === personId);
    if (own.length >= MOST_OF_A_PERSON || ofSide.length >= MOST_OF_A_SIDE)
      throw new ProblemError(problemCatalogue.tooManyStreams, [], { 'retry-after': '60' });
    const entered = { personId, party };
    this.#open.add(entered);
    return () => void this.#open.delete(entered);
  }
}
