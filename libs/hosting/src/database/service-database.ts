import type { ServiceDefinition } from '@parley/http';
import { DataSource } from 'typeorm';

const POOL_SIZE = 8;
/** Milliseconds after which a database that does not take a connection counts as away. */
const CONNECT_MS = 10_000;
/**
 * Milliseconds that a statement may take. This is longer than the last page of a rebuild takes, and shorter than it
 * takes to notice a broken line without it.
 */
const STATEMENT_MS = 60_000;
/**
 * Milliseconds that a transaction may stand still between two statements. A process that is frozen in the middle of one
 * would hold its rows as long as it stays so, and no other instance could go on in its place. It is longer than the
 * firing of a deadline takes, which happens inside of one.
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
      // A little longer, so that a live database itself says what took too long.
      query_timeout: STATEMENT_MS + CONNECT_MS,
    },
    // A connection that breaks while it is idle is replaced when one is needed, so nobody needs to hear of its error.
    poolErrorHandler: () => undefined,
  });
  return database.initialize();
}
