import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from '../support/client';
import { constructedGrievance } from '../support/constructed';
import { fileGrievance } from '../support/file-grievance';
import { ParleyProcess } from '../support/parley-process';
import { listRosters } from '../support/rosters';
import { wtoCase } from '../support/wto-case';

const CLOCK = '2025-02-05T09:00:00+01:00';
/** After the times for completeness, reply and nomination, which all pass in silence. */
const TARGET = '2025-03-03T12:00:00.000Z';
const KILLS = 6;

interface Entry {
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

describe('a process killed with -9 while defaults happen', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'parley-expiry-'));
  chmodSync(dataDir, 0o755);
  let parley: ParleyProcess;
  afterAll(async () => {
    await parley.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('lets each default happen once and as of its expiry, wherever the kill fell', async () => {
    const start = async (seed: number) =>
      (parley = await ParleyProcess.start({ dataDir, clock: CLOCK, env: { PARLEY_HOSTILE_SEED: String(seed) } }));
    await start(1);
    await listRosters(parley.url);
    const { id } = (await fileGrievance(await Client.as(parley.url, 'cn-desk'), constructedGrievance(wtoCase(633))))
      .body as { id: string };

    for (let kill = 0; kill < KILLS; kill++) {
      const operator = await Client.as(parley.url, 'operator');
      const moving = operator.post('/v1/demonstration-clock', { to: TARGET }).catch(() => undefined);
      await delay(15 + 25 * kill);
      await parley.kill();
      await moving;
      await start(kill + 2);
    }
    await (await Client.as(parley.url, 'operator')).act('/v1/demonstration-clock', { to: '2025-03-03T12:00:01.000Z' });

    const { items } = await (
      await Client.as(parley.url, 'us-auditor')
    ).read<{ items: readonly Entry[] }>(`/v1/cases/${id}/history?limit=200`);
    const instants = (type: string) => items.filter((entry) => entry.type === type).map(({ occurredAt }) => occurredAt);
    expect(instants('GrievanceFoundComplete')).toEqual(['2025-02-12T16:00:00.000Z']);
    expect(instants('CaseRegistered')).toEqual(['2025-02-12T16:00:00.000Z']);
    expect(instants('ReplyLapsed')).toEqual(['2025-02-27T16:00:00.000Z']);
    expect(instants('PanelOpened')).toEqual(['2025-02-12T16:00:00.000Z']);
    expect(instants('MemberDrawn')).toEqual(Array.from({ length: 4 }, () => '2025-02-27T16:00:00.000Z'));
    expect(items.every(({ occurredAt, recordedAt }) => occurredAt <= recordedAt)).toBe(true);
  }, 180_000);
});
