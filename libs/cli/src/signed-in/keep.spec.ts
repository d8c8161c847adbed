import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { canKeep, keep } from './keep';

describe('a file that was handed out', () => {
  let folder: string;
  const at = (name: string): string => path.join(folder, name);
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'keep-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is written over whole, and leaves nothing beside it', async () => {
    await keep(at('案件经过.ndjson'), 'before, and longer');
    await canKeep(at('案件经过.ndjson'));
    expect(readFileSync(at('案件经过.ndjson'), 'utf8')).toBe('before, and longer');
    await keep(at('案件经过.ndjson'), 'after');
    expect(readFileSync(at('案件经过.ndjson'), 'utf8')).toBe('after');
    expect(readdirSync(folder)).toEqual(['案件经过.ndjson']);
  });

  it.each([
    ['a folder that is not there', 'none/x', 'ENOENT'],
    ['a folder', 'folder', 'EISDIR'],
  ])('is refused where it names %s, before an act and after it', async (_what, name, code) => {
    mkdirSync(at('folder'));
    for (const attempt of [canKeep(at(name)), keep(at(name), 'x')])
      await expect(attempt).rejects.toMatchObject({ code: 'file-unwritable', about: { en: `${at(name)}: ${code}` } });
    expect(readdirSync(folder)).toEqual(['folder']);
  });

  (existsSync('/dev/full') ? it : it.skip)('goes to a device as it is, which stays one', async () => {
    await keep('/dev/null', 'x');
    await expect(keep('/dev/full', 'x')).rejects.toMatchObject({ about: { en: '/dev/full: ENOSPC' } });
    expect(existsSync('/dev/null.part')).toBe(false);
  });
});
