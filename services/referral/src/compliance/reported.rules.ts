import type { Instant, Text } from '@parley/kernel';
import type { CoHeadSignature } from '@parley/procedure';
import type { ReportedState } from './agreement-events.rules';

/** How what an owner said stands: the other side has time to answer it, or what became of that. */
export const STANDINGS = ['awaited', 'verified', 'verified-by-silence', 'disputed', 'not-as-reported'] as const;

/** The newest that its owner said of an obligation. */
export interface Reported {
  readonly says: ReportedState;
  readonly at: Instant;
  /** From when on its owner has said the same. */
  readonly since: Instant;
  readonly standing: (typeof STANDINGS)[number];
  readonly answeredAt?: Instant;
  /** Words of the other side with its answer. */
  readonly note?: readonly Text[];
  /** Of a joint check that is under way: the newest of each co-head. */
  readonly signatures: readonly CoHeadSignature[];
}

/**
 * What an owner's word makes of what it had said before. While the same awaits its answer it is not said anew, and no
 * word of the owner ends a dispute. A word that is recorded out of its turn changes nothing.
 */
export function reportedAfter(
  before: Reported | undefined,
  says: ReportedState,
  at: Instant,
  isUnderCheck: boolean,
): Reported {
  const fresh = { says, at, since: at, standing: 'awaited', signatures: [] } as const;
  if (!before) return fresh;
  const { standing, says: said, since, answeredAt = before.at } = before;
  if (before.at > at || answeredAt > at) return before;
  if (said === says && (standing === 'awaited' || isUnderCheck)) return before;
  const kept = said === says && standing !== 'not-as-reported' ? { since } : {};
  return standing === 'disputed' ? { ...before, ...fresh, standing, ...kept } : { ...fresh, ...kept };
}
