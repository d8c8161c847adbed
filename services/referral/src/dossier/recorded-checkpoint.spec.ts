import { dossierCheckpointPath, formatDossierCheckpoint, type DossierCheckpoint } from '@parley/contracts';
import { checkpointFor } from './recorded-checkpoint';
import { smallCheckpoint } from './small-checkpoint.fixture';

const ASKED = {
  caseId: '5f0c1a52-6a1e-8a3b-9c4d-0123456789ab',
  party: 'CN',
  requestedAt: '2025-07-08T09:00:00.000Z',
};

describe('the checkpoint that an assembly records', () => {
  let checkpoint: DossierCheckpoint;
  beforeAll(async () => {
    checkpoint = await smallCheckpoint();
  });

  const stopped = new AbortController().signal;
  const had = (read: (path: string) => Promise<Uint8Array | undefined>, waitMs = 300) =>
    checkpointFor({ read }, ASKED, { stopped, waitMs });
  const lying = (bytes: Uint8Array) =>
    had((path) => Promise.resolve(path === dossierCheckpointPath(ASKED) ? bytes : undefined));

  it('is the one that was taken for this request', async () => {
    expect(await lying(formatDossierCheckpoint(checkpoint))).toEqual(checkpoint);
    const others = [
      { party: 'US' },
      { requestedAt: '2025-07-08T09:00:00.001Z' },
      { caseId: ASKED.caseId.replace('5', '6') },
    ];
    for (const other of others)
      expect(dossierCheckpointPath({ ...ASKED, ...other })).not.toBe(dossierCheckpointPath(ASKED));
  });

  it('is waited for, where it comes in time', async () => {
    let looks = 0;
    const read = () => Promise.resolve((looks += 1) < 3 ? undefined : formatDossierCheckpoint(checkpoint));
    expect(await had(read, 5_000)).toEqual(checkpoint);
  });

  it.each<readonly [string, () => Promise<Uint8Array | undefined>]>([
    ['the log takes none', () => Promise.resolve(undefined)],
    ['the storage fails', () => Promise.reject(new Error('no such host'))],
    ['the storage never answers', () => new Promise(() => undefined)],
  ])('is none, and holds no dossier up, where %s (I-38)', async (_, read) => {
    const began = performance.now();
    expect(await had(read)).toBeNull();
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('is none where there is no log', async () => {
    expect(await checkpointFor(undefined, ASKED, { stopped, waitMs: 60_000 })).toBeNull();
  });

  it('is none where its own policy does not believe it, whoever put it there', async () => {
    const other = await smallCheckpoint('other.example/log');
    for (const forged of [
      { ...checkpoint, policy: other.policy },
      { ...checkpoint, note: checkpoint.note.replace('\n1\n', '\n2\n') },
      { ...checkpoint, attested: true },
      { ...checkpoint, policy: '' },
    ])
      expect(await lying(formatDossierCheckpoint(forged))).toBeNull();
    for (const text of ['', 'null', '{}', '{"note":1}']) expect(await lying(Buffer.from(text))).toBeNull();
  });

  it('is left to the next process where the service stops meanwhile, and none is recorded', async () => {
    const stopping = AbortSignal.timeout(50);
    const asking = checkpointFor({ read: () => Promise.resolve(undefined) }, ASKED, {
      stopped: stopping,
      waitMs: 60_000,
    });
    await expect(asking).rejects.toThrow();
  });
});
