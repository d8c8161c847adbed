import type { Installation } from '../installation/installation';
import type { SeededRandom } from '../seeded-random';

/** Something that goes wrong while the load goes on. */
export interface Fault {
  /** As `--faults` names it. */
  readonly name: string;
  /** What happens, for the table. */
  readonly what: string;
  /** With one broker nothing would be left. */
  readonly needsThreeBrokers?: true;
  /**
   * Does it, and resolves when all that was ended is back.
   * @param note takes what is worth a place in the table
   */
  during(installation: Installation, random: SeededRandom, note: (remark: string) => void): Promise<void>;
}
