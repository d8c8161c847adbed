import type { Instant } from '@parley/kernel';
import type { KnownCase } from '../evidence-state';

/**
 * When the time for the second co-head's signature ends, as it runs now; one that stands still has no end, nor has one
 * that is not begun.
 * @param deadlineId of that time
 */
export const endOfDecision = (
  decision: { readonly dueAt: Instant } | null,
  deadlineId: string,
  { running, standing }: KnownCase,
): Instant | undefined =>
  decision && standing[deadlineId] === undefined ? (running[deadlineId]?.dueAt ?? decision.dueAt) : undefined;
