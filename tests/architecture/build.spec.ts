import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WORKSPACE } from './lint-planted';

describe('the build', () => {
  const project = mkdtempSync(join(tmpdir(), 'parley-build-'));
  const source = (name: string, text: string): void => writeFileSync(join(project, 'src', name), text);
  const built = (name: string): string => join(project, 'dist', name);
  const build = (): void => {
    const { status, stderr } = spawnSync(process.execPath, [join(WORKSPACE, '.workspace/build.cjs')], {
      cwd: project,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  };

  beforeEach(() => {
    mkdirSync(join(project, 'src'), { recursive: true });
    writeFileSync(join(project, 'package.json'), '{}');
    source('kept.ts', 'export const kept = 1;');
    source('other.ts', 'export const other = 1;');
    build();
  });
  afterEach(() => {
    rmSync(project, { recursive: true, force: true });
  });

  it('compiles nothing when nothing has changed', () => {
    const before = statSync(built('kept.js')).mtimeMs;
    build();
    expect(statSync(built('kept.js')).mtimeMs).toBe(before);
  });

  it('sees a source that was changed, and leaves the others', () => {
    const before = statSync(built('other.js')).mtimeMs;
    source('kept.ts', 'export const kept = 2;');
    build();
    expect(readFileSync(built('kept.js'), 'utf8')).toContain('kept = 2');
    expect(statSync(built('other.js')).mtimeMs).toBe(before);
  });

  it('sees a source that was added', () => {
    source('added.ts', 'export const added = 1;');
    build();
    expect(existsSync(built('added.js'))).toBe(true);
  });

  it('sees that a source was deleted, so that nothing can import what it was', () => {
    rmSync(join(project, 'src', 'other.ts'));
    build();
    expect([built('other.js'), built('other.js.map')].map((file) => existsSync(file))).toEqual([false, false]);
  });
});
