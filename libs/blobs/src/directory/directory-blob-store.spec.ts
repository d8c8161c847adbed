import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Sha256 } from '@parley/kernel';
import { blobStoreContract } from '../contract';
import { openDirectoryBlobStore } from './directory-blob-store';

const folders: string[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-blobs-'));
  folders.push(folder);
  return folder;
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

describe('a folder of blobs', () => {
  blobStoreContract(async () => {
    const folder = await newFolder();
    const pathOf = (digest: Sha256): string => path.join(folder, 'common', digest.slice(0, 2), digest);
    return {
      store: await openDirectoryBlobStore(folder),
      count: async () => (await filesIn(folder)).length,
      damage: async (digest, change) => writeFile(pathOf(digest), change(await readFile(pathOf(digest)))),
    };
  });

  it('keeps each blob under its digest, readable by its owner alone', async () => {
    const folder = await newFolder();
    const bytes = randomBytes(100);
    await (await openDirectoryBlobStore(folder)).put(Readable.from([bytes]), { limitBytes: 100 });
    const digest = createHash('sha256').update(bytes).digest('hex');
    const [file = ''] = await filesIn(folder);
    expect(file).toBe(path.join(folder, 'common', digest.slice(0, 2), digest));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
  });

  it('shows nothing under a final name before the stream has ended', async () => {
    const folder = await newFolder();
    const store = await openDirectoryBlobStore(folder);
    const source = new Readable({ read: () => undefined });
    const put = store.put(source, { limitBytes: 100 });
    source.push(Buffer.from('half'));
    expect((await filesIn(folder)).every((file) => path.dirname(file) === path.join(folder, 'incoming'))).toBe(true);
    source.push(null);
    await put;
    expect(await readdir(path.join(folder, 'incoming'))).toEqual([]);
  });

  it('removes what a killed process left half-written, and keeps what it had stored', async () => {
    const folder = await newFolder();
    const before = await openDirectoryBlobStore(folder);
    const stored = await before.put(Readable.from([Buffer.from('whole')]), { limitBytes: 100 });
    const left = path.join(folder, 'incoming', 'left.part');
    await writeFile(left, 'half');
    const anHourAgo = new Date(Date.now() - 3_601_000);
    await utimes(left, anHourAgo, anHourAgo);
    const after = await openDirectoryBlobStore(folder);
    expect(await readdir(path.join(folder, 'incoming'))).toEqual([]);
    const opened = stored.kind === 'stored' ? await after.open(stored.blob.digest) : undefined;
    expect(opened && (await text(opened.bytes))).toBe('whole');
  });

  it.each(['incoming', '../out', 'UPPER', ''])('has no keeper %p', async (keeper) => {
    const folder = await newFolder();
    const store = await openDirectoryBlobStore(folder);
    await expect(store.put(Readable.from([Buffer.from('x')]), { limitBytes: 10, keeper })).rejects.toThrow(RangeError);
    expect(await filesIn(folder)).toEqual([]);
  });

  it('is shared by processes: one start harms no write of another, and each finds what the other keeps', async () => {
    const folder = await newFolder();
    const one = await openDirectoryBlobStore(folder);
    const source = new Readable({ read: () => undefined });
    const put = one.put(source, { limitBytes: 100, keeper: 'evidence' });
    source.push(Buffer.from('ha'));
    while ((await readdir(path.join(folder, 'incoming'))).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
    const other = await openDirectoryBlobStore(folder);
    source.push(Buffer.from('lf'));
    source.push(null);
    const stored = await put;
    const opened = stored.kind === 'stored' ? await other.open(stored.blob.digest) : undefined;
    expect(opened && (await text(opened.bytes))).toBe('half');
  });

  it('finds what every keeper has after a restart', async () => {
    const folder = await newFolder();
    const put = await (
      await openDirectoryBlobStore(folder)
    ).put(Readable.from([Buffer.from('kept')]), { limitBytes: 10, keeper: 'evidence' });
    const opened =
      put.kind === 'stored' ? await (await openDirectoryBlobStore(folder)).open(put.blob.digest) : undefined;
    expect(opened && (await text(opened.bytes))).toBe('kept');
  });

  it('keeps its folder to its owner', async () => {
    const folder = path.join(await newFolder(), 'made', 'here');
    await openDirectoryBlobStore(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });
});
