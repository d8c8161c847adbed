import type { Instant } from '@parley/kernel';
import type { CaseBeside } from './consolidation';

/** What both signed in one of the cases, noted in another of them. */
export interface NoteConsolidation {
  readonly type: 'NoteConsolidation';
  readonly change: 'consolidated' | 'undone';
  readonly beside: readonly CaseBeside[];
  readonly at: Instant;
}
