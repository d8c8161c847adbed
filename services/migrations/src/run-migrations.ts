import { prepareDatabase, readsOfSeparateServices, SharedHold, StartError } from '@parley/hosting/installation';
import { ensureTopics, TELLING_CONTEXTS } from '@parley/messaging-kafka';
import type { MigrationsSettings } from './migrations-settings';
import { services } from './services';

/**
 * Makes what the services need and may not make themselves: roles, schemas, the event store, tables, topics. Whatever
 * exists already stays. Two runs at once take turns.
 * @param say gets each step, in a few words
 * @throws StartError with one sentence
 */
export async function runMigrations(
  { adminUrl, passwords, kafka }: MigrationsSettings,
  say: (step: string) => void,
): Promise<void> {
  const hold = new SharedHold(adminUrl.href);
  await hold.take().catch((error: unknown) => {
    throw new StartError(
      `The database at ${adminUrl.host}${adminUrl.pathname} cannot be used: ${messageOf(error)}; see ` +
        'PARLEY_ADMIN_DATABASE_URL.',
    );
  });
  try {
    await prepareDatabase({
      adminUrl: adminUrl.href,
      services,
      passwordOf: (_role, context) => passwords[context] ?? '',
      readsOf: readsOfSeparateServices,
      progress: say,
    });
  } finally {
    await hold.release();
  }
  if (!kafka) return;
  say(`topics on ${kafka.brokers.join(', ')}`);
  await ensureTopics(kafka, TELLING_CONTEXTS).catch((error: unknown) => {
    throw new StartError(
      `The database is prepared, and the topics are not: ${messageOf(error)}; see PARLEY_KAFKA_BROKERS.`,
    );
  });
}

const messageOf = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map((each: Error) => each.message).join(', ')
    : error instanceof Error
      ? error.message
      : String(error);
