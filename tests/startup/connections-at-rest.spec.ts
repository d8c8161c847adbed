import { setTimeout as sleep } from 'node:timers/promises';
import { startTestServer } from '@parley/testing';
import { Client as Database } from 'pg';
import { Client } from '../support/client';
import { constructedGrievance } from '../support/constructed';
import { fileGrievance } from '../support/file-grievance';
import { makeFolder, removeFolder } from '../support/data-folder';
import { ParleyProcess } from '../support/parley-process';
import { wtoCase } from '../support/wto-case';

/** The connections of the services' pools and of their stores, and one that listens for all of them. */
const AT_REST = 16;
/** A connection that an act needed is let go after 10 s without another act, and then after 10 s more in a pool. */
const WITHIN_MS = 60_000;

jest.setTimeout(180_000);

describe('the whole system in one process', () => {
  it(`holds no more than ${String(AT_REST)} connections to PostgreSQL at rest`, async () => {
    const server = await startTestServer();
    const dataDir = makeFolder();
    const database = new Database({ connectionString: server.url });
    await database.connect();
    const held = async (): Promise<readonly string[]> => {
      const { rows } = await database.query<{ what: string }>(
        `SELECT concat_ws(' ', usename, application_name, left(query, 60)) AS what FROM pg_stat_activity
         WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() ORDER BY 1`,
      );
      return rows.map(({ what }) => what);
    };
    const parley = await ParleyProcess.start({
      dataDir,
      form: 'standalone',
      env: { PARLEY_DATABASE_URL: server.url },
    });
    try {
      await fileGrievance(await Client.as(parley.url, 'cn-desk'), constructedGrievance(wtoCase(633)));
      const deadline = Date.now() + WITHIN_MS;
      while ((await held()).length > AT_REST && Date.now() < deadline) await sleep(1_000);
      const connections = await held();
      expect(connections.length <= AT_REST ? [] : connections).toEqual([]);
    } finally {
      await parley.stop();
      await database.end();
      await server.stop();
      removeFolder(dataDir);
    }
  });
});
