import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Sha256 } from '@parley/kernel';
import type { BlobStore } from './blob-store';
import { copyBlobs } from './copy-blobs';
import { keptInDirectory, openDirectoryBlobStore } from './directory';

describe('copying blobs from one store to another', () => {
  let folders: string[];
  let from: BlobStore;
  let to: BlobStore;

  beforeEach(async () => {
    folders = await Promise.all(['from', 'to'].map((name) => mkdtemp(path.join(tmpdir(), `parley-copy-${name}-`))));
    [from, to] = (await Promise.all(folders.map(openDirectoryBlobStore))) as [BlobStore, BlobStore];
  });

  afterEach(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  async function keep(words: string, keeper: string): Promise<Sha256> {
    const put = await from.put(Readable.from([Buffer.from(words)]), { limitBytes: 100, keeper });
    if (put.kind !== 'stored') throw new Error(put.kind);
    return put.blob.digest;
  }

  const copy = () => copyBlobs(keptInDirectory(folders[0]!), from, to);
  const read = async (digest: Sha256): Promise<string | undefined> => {
    const opened = await to.open(digest);
    return opened && text(opened.bytes);
  };

  it('brings every keeper what it has, and does so again without harm', async () => {
    const both = await keep('kept by both', 'evidence');
    await keep('kept by both', 'referral');
    const one = await keep('kept by one', 'referral');
    expect(await copy()).toEqual({ copied: 3, damaged: [] });
    expect(await copy()).toEqual({ copied: 3, damaged: [] });
    await to.remove(both, 'evidence');
    expect([await read(both), await read(one)]).toEqual(['kept by both', 'kept by one']);
  });

  it('leaves out what is damaged, names it, and goes on', async () => {
    const damaged = await keep('sound', 'evidence');
    const sound = await keep('goes on', 'evidence');
    await writeFile(path.join(folders[0]!, 'evidence', damaged.slice(0, 2), damaged), 'wrong');
    expect(await copy()).toEqual({ copied: 1, damaged: [{ keeper: 'evidence', digest: damaged }] });
    expect([await to.open(damaged), await read(sound)]).toEqual([undefined, 'goes on']);
  });

  it('has nothing of what was left half-written', async () => {
    await writeFile(path.join(folders[0]!, 'incoming', 'left.part'), 'half');
    expect(await copy()).toEqual({ copied: 0, damaged: [] });
  });
});
