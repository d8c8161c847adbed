import type { Installation } from '../installation/installation';
import type { SeededRandom } from '../seeded-random';

/** Something that goes wrong while the load goes on. */
export interface Fault {
  /** As `--faults` names it. */
  readonly name: string;
  /** What happens, for the table. */
  readonly what: string;
  /** Set when nothing would be left with one broker. */
  readonly needsThreeBrokers?: true;
  /**
   * Does it, and resolves when everything that was ended is back.
   * @param note takes a remark for the table
   */
  during(installation: Installation, random: SeededRandom, note: (remark: string) => void): Promise<void>;
}
