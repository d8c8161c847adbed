import type { ServiceDefinition } from '@parley/http';
import { DataSource } from 'typeorm';

const POOL_SIZE = 8;
/** Milliseconds after which a database that does not take a connection counts as away. */
const CONNECT_MS = 10_000;
/**
 * Milliseconds that a statement may take: longer than the last page of a rebuild, shorter than a broken line is noticed
 * by itself.
 */
const STATEMENT_MS = 60_000;
/**
 * Milliseconds that a transaction may stand still between two statements. A process that is frozen in the middle of one
 * would hold its rows for as long as it is, and no other instance could go on in its place. Longer than a deadline
 * takes that fires inside of one.
 */
const STANDSTILL_MS = 60_000;

/** Connects a service to its own schema. @param url of the service's own role */
export async function openServiceDatabase(
  { context, entities }: Pick<ServiceDefinition, 'context' | 'entities'>,
  url: string,
): Promise<DataSource> {
  const database = new DataSource({
    type: 'postgres',
    url,
    schema: context,
    entities: [...entities],
    logging: false,
    poolSize: POOL_SIZE,
    connectTimeoutMS: CONNECT_MS,
    applicationName: `parley-${context}`,
    extra: {
      keepAlive: true,
      keepAliveInitialDelayMillis: CONNECT_MS,
      statement_timeout: STATEMENT_MS,
      idle_in_transaction_session_timeout: STANDSTILL_MS,
      // A little longer, so that a database that lives says itself what took too long.
      query_timeout: STATEMENT_MS + CONNECT_MS,
    },
    // A connection that breaks while it is idle is replaced when one is needed; what it says then is for nobody.
    poolErrorHandler: () => undefined,
  });
  return database.initialize();
}
