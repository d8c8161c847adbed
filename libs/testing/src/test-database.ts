import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  /** The address for the test server's superuser, on a database that nobody else uses. */
  readonly url: string;
  /** Close pools on it first. */
  drop(): Promise<void>;
}

/** An empty database for one spec file. @throws when Jest's set-up did not start a server */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['PARLEY_TEST_DATABASE_URL'];
  if (server === undefined)
    throw new Error('PARLEY_TEST_DATABASE_URL is not set: is the global set-up wired in jest.config.cjs?');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(server, `CREATE DATABASE ${name} STRATEGY WAL_LOG`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function run(connectionString: string, sql: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
