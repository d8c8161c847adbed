import { keptAnswer, type ReadinessCheck } from '@parley/http';
import { NotReadyError } from '../process/start-error';
import type { HostDatabase } from './open-database';
import { askStore, type OpenStore } from './open-store';

/**
 * Milliseconds for which an answer is kept, so that a question that anybody may ask does not cost a query each time.
 */
const KEPT_MS = 1_000;

/** Checks that the database answers and that this service holds it. */
export const databaseCheck = ({ database, hold }: HostDatabase): ReadinessCheck => ({
  name: 'database',
  check: keptAnswer(
    KEPT_MS,
    async () => hold.reason() ?? (await reasonUnless(() => database.query('SELECT 1'), 'the database does not answer')),
  ),
});

/** Checks that the event store answers. */
export const storeCheck = (store: OpenStore): ReadinessCheck => ({
  name: 'event-store',
  check: keptAnswer(KEPT_MS, () => reasonUnless(() => askStore(store), 'the event store does not answer')),
});

/** A check of something that needs attention although the service works without it. */
export const degradedCheck = (name: string, reason: () => Promise<string | undefined>): ReadinessCheck => ({
  name,
  check: () => Promise.resolve(undefined),
  degraded: keptAnswer(KEPT_MS, reason),
});

/** @param reason given when the error is not for everybody */
export async function reasonUnless(ask: () => Promise<unknown>, reason: string): Promise<string | undefined> {
  try {
    await ask();
    return undefined;
  } catch (error) {
    return error instanceof NotReadyError ? error.message : reason;
  }
}
