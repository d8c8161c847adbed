import { startTestServer, type TestServer } from '@parley/testing';
import { Client as Database } from 'pg';
import { stageCases, STAGED_FROM } from '../../support/cases-at-every-stage';
import { Client } from '../../support/client';
import { makeFolder, removeFolder } from '../../support/data-folder';
import { ParleyProcess } from '../../support/parley-process';
import { listRosters } from '../../support/rosters';

const MINUTE = 60_000;

/**
 * The attack: whoever runs the machine stops it for three minutes shortly before the end of a day, so that a reply
 * comes too late (I-61).
 */
describe('three minutes of downtime before 17:00', () => {
  const dataDir = makeFolder();
  let server: TestServer;
  let parley: ParleyProcess;
  let caseId: string;
  const start = async (): Promise<void> => {
    const env = { PARLEY_DATABASE_URL: server.url };
    parley = await ParleyProcess.start({ dataDir, env, clock: STAGED_FROM });
  };
  beforeAll(async () => {
    server = await startTestServer();
    await start();
    await listRosters(parley.url);
    caseId = (await stageCases(parley.url)).awaitingReply;
  }, 180_000);
  afterAll(async () => {
    await parley.stop();
    await server.stop();
    removeFolder(dataDir);
  });

  const dueOfReply = async (): Promise<number> => {
    const us = await Client.as(parley.url, 'us-desk');
    const { deadlines } = await us.read<{ deadlines: readonly { id: string; dueAt: string }[] }>(`/v1/cases/${caseId}`);
    return Date.parse(deadlines.find(({ id }) => id === 'reply')?.dueAt ?? '');
  };
  const outages = async (): Promise<readonly { from: string; to: string; declaredBy: string }[]> =>
    (
      await Client.public(parley.url).read<{ items: readonly { from: string; to: string; declaredBy: string }[] }>(
        '/v1/outages',
      )
    ).items;
  /** Stops the system ten minutes before an instant, for so many minutes, and starts it again. */
  const away = async (minutes: number, due: number): Promise<void> => {
    const operator = await Client.as(parley.url, 'operator');
    const back = new Date(due - 10 * MINUTE);
    await operator.act('/v1/demonstration-clock', { to: back.toISOString() });
    await parley.stop();
    const database = new Database({ connectionString: server.url });
    await database.connect();
    await database.query(
      "UPDATE intake.heartbeat SET at = $1, beaten_at = clock_timestamp() - $2 * interval '1 minute'",
      [new Date(back.getTime() - minutes * MINUTE), minutes],
    );
    await database.end();
    await start();
  };
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (const end = Date.now() + 60_000; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 200)))
      if (Date.now() > end) throw new Error('it never came');
  };

  it('puts the reply off to the next joint business day before anything follows from its end, once', async () => {
    const due = await dueOfReply();
    await away(3, due);
    await until(async () => (await dueOfReply()) > due);
    expect(await outages()).toMatchObject([{ declaredBy: 'heartbeat' }]);
    const later = await dueOfReply();
    expect(later - due).toBeGreaterThanOrEqual(23 * 60 * MINUTE);

    await away(4, later);
    await until(async () => (await outages()).length === 2);
    const operator = await Client.as(parley.url, 'operator');
    await operator.act('/v1/demonstration-clock', { to: new Date(later + MINUTE).toISOString() });
    await until(async () => Number.isNaN(await dueOfReply()));
  });
});
