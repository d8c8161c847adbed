import { keptAnswer, type ReadinessCheck } from '@parley/http';
import { NotReadyError } from '../process/start-error';
import type { HostDatabase } from './open-database';
import { askStore, type OpenStore } from './open-store';

/** Milliseconds for which it is not asked again: what anybody may ask must not cost a query each time. */
const KEPT_MS = 1_000;

/** Whether the database answers and is this service's to use. */
export const databaseCheck = ({ database, hold }: HostDatabase): ReadinessCheck => ({
  name: 'database',
  check: keptAnswer(
    KEPT_MS,
    async () => hold.reason() ?? (await reasonUnless(() => database.query('SELECT 1'), 'the database does not answer')),
  ),
});

/** Whether the record answers. */
export const storeCheck = (store: OpenStore): ReadinessCheck => ({
  name: 'event-store',
  check: keptAnswer(KEPT_MS, () => reasonUnless(() => askStore(store), 'the event store does not answer')),
});

/** What should be looked after though the service works without it. */
export const degradedCheck = (name: string, reason: () => Promise<string | undefined>): ReadinessCheck => ({
  name,
  check: () => Promise.resolve(undefined),
  degraded: keptAnswer(KEPT_MS, reason),
});

/** @param reason where what is thrown is not for everybody */
export async function reasonUnless(ask: () => Promise<unknown>, reason: string): Promise<string | undefined> {
  try {
    await ask();
    return undefined;
  } catch (error) {
    return error instanceof NotReadyError ? error.message : reason;
  }
}
