import type { ExpectedRevision } from './event-store';

/** Whether a stream at `actual` (`null` when there is none) is where a writer expects it to be. */
export function meetsExpectation(actual: number | null, expected: ExpectedRevision): boolean {
  switch (expected) {
    case 'any':
      return true;
    case 'no-stream':
      return actual === null;
    case 'stream-exists':
      return actual !== null;
    default:
      return actual === expected;
  }
}
