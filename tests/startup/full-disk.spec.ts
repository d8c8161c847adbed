import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from '../support/client';
import { constructedGrievance } from '../support/constructed';
import { makeFolder, removeFolder } from '../support/data-folder';
import { fileGrievance } from '../support/file-grievance';
import { ParleyProcess } from '../support/parley-process';
import { reasonsOnce } from '../support/ready';
import { wtoCase } from '../support/wto-case';

/** A whole process starts and stops here, which takes longer on a machine that is busy with other work. */
jest.setTimeout(180_000);

const folder = makeFolder();
const isSmall = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'parley-small', folder]).status === 0;
/** A user who may not mount has no small disk to fill. */
const itOnSmallDisk = isSmall ? it : it.skip;

describe('a disk that is full', () => {
  afterAll(() => {
    if (isSmall) spawnSync('umount', [folder]);
    removeFolder(folder);
  });

  itOnSmallDisk('stops acts with a reason, leaves what is read, and lets all go on when there is room', async () => {
    chmodSync(folder, 0o755);
    const parley = await ParleyProcess.start({ dataDir: path.join(folder, 'data') });
    const desk = await Client.as(parley.url, 'cn-desk');
    const { body } = await fileGrievance(desk, constructedGrievance(wtoCase(633)));
    const filler = path.join(folder, 'filler');
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(filler, Buffer.alloc(bavail * bsize - 4 * 1024 * 1024));
    expect(await reasonsOnce(parley.url, 503)).toEqual([
      { check: 'disk', reason: 'the disk of the data folder is full' },
    ]);
    const refused = await fetch(`${parley.url}/v1/drafts`, { method: 'POST' });
    expect([refused.status, await refused.json()]).toEqual([503, expect.objectContaining({ code: 'storage-full' })]);
    expect(await desk.read(`/v1/cases/${(body as { id: string }).id}`)).toEqual(body);
    rmSync(filler);
    expect(await reasonsOnce(parley.url, 200)).toEqual([]);
    expect((await fileGrievance(desk, constructedGrievance(wtoCase(615)))).status).toBe(201);
    await parley.stop();
  });
});
