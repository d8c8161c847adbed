import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { namedFilesContract } from '../contract';
import type { NamedFiles } from '../named-files';
import { copyFiles } from '../copy-blobs';
import { directoryFiles, filesInDirectory } from './directory-files';

const folders: string[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-files-'));
  folders.push(folder);
  return folder;
}

const filesIn = (folder: string): NamedFiles => directoryFiles(folder, 'log');

afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

describe('files under their names in a folder', () => {
  namedFilesContract(async () => filesIn(await newFolder()));

  it('lie where their path says, readable by their owner alone, with nothing left of the writing', async () => {
    const folder = await newFolder();
    const files = filesIn(folder);
    await files.write('tile/0/000.p/16', Buffer.from('hashes'));
    await files.create('heads/000', Buffer.from('head'));
    await files.create('heads/000', Buffer.from('other'));
    expect((await stat(path.join(folder, 'log/tile/0/000.p/16'))).mode & 0o777).toBe(0o600);
    expect(await readdir(path.join(folder, 'incoming'))).toEqual([]);
    expect(await readdir(path.join(folder, 'log/heads'))).toEqual(['000']);
  });

  it('are all copied to another place, and again without harm', async () => {
    const [from, to] = [await newFolder(), filesIn(await newFolder())];
    expect(await copyFiles(filesInDirectory(from, 'log'), filesIn(from), to)).toBe(0);
    await filesIn(from).write('tile/0/000.p/16', Buffer.from('hashes'));
    await filesIn(from).create('heads/000', Buffer.from('head'));
    for (let time = 0; time < 2; time += 1)
      expect(await copyFiles(filesInDirectory(from, 'log'), filesIn(from), to)).toBe(2);
    expect(Buffer.from((await to.read('tile/0/000.p/16')) ?? []).toString()).toBe('hashes');
  });
});
