import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { openDirectoryBlobStore } from '@parley/blobs/directory';
import { createTestBucket, describeWithS3 } from '@parley/testing/s3';
import { copyToS3 } from './copy-to-s3';
import { digestOf, openedStores } from './opened-stores.fixture';

describeWithS3('moving a folder of blobs to a bucket', (server) => {
  const openStore = openedStores(server);
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'parley-move-'));
    const store = await openDirectoryBlobStore(folder);
    for (const [words, keeper] of [
      ['an exhibit', 'evidence'],
      ['a dossier', 'referral'],
    ] as const) {
      await store.put(Readable.from([Buffer.from(words)]), { limitBytes: 100, keeper });
    }
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('copies what each keeper has, and can be done again', async () => {
    const bucket = await createTestBucket(server());
    for (let n = 0; n < 2; n += 1) {
      expect(await copyToS3(folder, bucket.address('moved'), server())).toEqual({
        said: ['Copied 2 blobs, each checked against its digest.'],
        sound: true,
      });
    }
    expect(await bucket.objects()).toEqual(
      expect.arrayContaining([expect.stringMatching(/evidence$/), expect.stringMatching(/referral$/)]),
    );
    const opened = await openStore(bucket.address('moved')).open(digestOf(Buffer.from('a dossier')));
    expect(opened && (await text(opened.bytes))).toBe('a dossier');
  });

  it('tells how far it is', async () => {
    const told: number[] = [];
    await copyToS3(folder, (await createTestBucket(server())).address(), {
      ...server(),
      progress: (copied) => void told.push(copied),
    });
    expect(told).toEqual([1, 2]);
  });

  it('names what is damaged', async () => {
    const bucket = await createTestBucket(server());
    const digest = digestOf(Buffer.from('an exhibit'));
    await writeFile(path.join(folder, 'evidence', digest.slice(0, 2), digest), 'AN EXHIBIT');
    expect(await copyToS3(folder, bucket.address(), server())).toEqual({
      said: [
        `Not copied, because it is damaged: ${digest} of evidence.`,
        'Copied 1 blobs, each checked against its digest.',
      ],
      sound: false,
    });
  });

  it('makes no folder that is not there', async () => {
    await expect(
      copyToS3(path.join(folder, 'mistyped'), (await createTestBucket(server())).address(), server()),
    ).rejects.toThrow(/^There is no folder of blobs at .*mistyped that can be read\.$/);
  });
});
