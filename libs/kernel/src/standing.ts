import type { Instant } from './instant';
import type { Bilingual } from './text';

/** Where a case stands, in a sentence of both languages, for who is told that an act cannot be done there. */
export interface Standing extends Bilingual {
  /** Stage of the procedure: `S4`. */
  readonly stage: string;
  /** When the next limit ends; `null` where none runs of which the reader may know. */
  readonly until: Instant | null;
}
