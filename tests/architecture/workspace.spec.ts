import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from './lint-planted';

const AGREED = [
  'CHANGELOG.md',
  'CHANGELOG.zh-Hans.md',
  'CONTRIBUTING.md',
  'CONTRIBUTING.zh-Hans.md',
  'LICENSE',
  'README.md',
  'README.zh-Hans.md',
  'SECURITY.md',
  'SECURITY.zh-Hans.md',
  'deploy',
  'eslint.config.mjs',
  'jest.config.cjs',
  'libs',
  'nx.json',
  'package-lock.json',
  'package.json',
  'proto',
  'services',
  'tests',
  'tsconfig.base.json',
];
/** Names that building and testing leave behind, and git ignores. */
const LEFT_BEHIND = /^(node_modules|dist|coverage|bench-results)$|\.log$/;
/** Names that do not say what is in a file. */
const EMPTY_WORDS = /^(utils?|helpers?|common|misc|shared|types|constants)(\.|$)/;

/**
 * Lines of a README. Tables of figures count. Drawings and examples do not, nor does anything below the mark of text
 * that is made from the code.
 */
const ONE_SCREEN = 80;
const proseOf = (readme: string): readonly string[] =>
  readme
    .replaceAll(/```.*?```/gs, '')
    .replace(/<!-- made from the code -->.*/s, '')
    .split('\n');

const foldersOf = (parent: string): readonly string[] =>
  readdirSync(join(WORKSPACE, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(parent, name));

const sources = ['libs', 'services', 'tests'].flatMap((parent) =>
  readdirSync(join(WORKSPACE, parent), { recursive: true, withFileTypes: true })
    .map((entry) => ({ name: entry.name, path: join(entry.parentPath, entry.name) }))
    .filter(({ path }) => !/[/\\](node_modules|dist|gen)([/\\]|$)/.test(path)),
);

describe('the workspace', () => {
  it('holds at its top what was agreed and nothing else', () => {
    const entries = readdirSync(WORKSPACE).filter((name) => !name.startsWith('.') && !LEFT_BEHIND.test(name));
    expect(entries.sort()).toEqual(AGREED);
  });

  it('keeps no address of a registry in its lockfile', () => {
    const { packages } = JSON.parse(readFileSync(join(WORKSPACE, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { resolved?: string }>;
    };
    const addresses = Object.values(packages).flatMap(({ resolved }) => (resolved?.includes('://') ? [resolved] : []));
    expect(addresses).toEqual([]);
  });

  it.each([...foldersOf('libs'), ...foldersOf('services')])(
    'says in a README of one screen what %s promises',
    (folder) => {
      const file = join(WORKSPACE, folder, 'README.md');
      expect(existsSync(file)).toBe(true);
      expect(proseOf(readFileSync(file, 'utf8')).length).toBeLessThanOrEqual(ONE_SCREEN);
    },
  );

  it('names no file or folder with a word that says nothing', () => {
    expect(sources.filter(({ name }) => EMPTY_WORDS.test(name)).map(({ path }) => path)).toEqual([]);
  });

  it('names every file in kebab case', () => {
    const named = sources.filter(
      ({ name }) => name.endsWith('.ts') && !/^[a-z0-9]+([-.][a-z0-9]+)*\.ts$/.test(name) && !name.endsWith('_pb.ts'),
    );
    expect(named.map(({ path }) => path)).toEqual([]);
  });
});

describe('the guard against an old Node', () => {
  const guardOn = (version: string) => {
    const guard = join(WORKSPACE, '.workspace/node-guard.cjs');
    const script =
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: ` +
      `${JSON.stringify(version)} } }); require(${JSON.stringify(guard)});`;
    return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  };

  it.each(['18.20.0', '20.20.2', '22.15.0', '24.8.9'])('refuses Node %s and says what to do', (version) => {
    const { status, stderr } = guardOn(version);
    expect(status).toBe(1);
    expect(stderr).toContain(`this is Node ${version}`);
    expect(stderr).toContain('npm ci');
  });

  it.each(['24.9.0', '24.21.0', '26.10.0'])('says nothing on Node %s', (version) => {
    const { status, stderr, stdout } = guardOn(version);
    expect([status, stdout, stderr]).toEqual([0, '', '']);
  });

  it.each(foldersOf('services'))('is what %s loads before anything else', (service) => {
    const main = readFileSync(join(WORKSPACE, service, 'src/main.ts'), 'utf8');
    expect(main).toMatch(/^import '@parley\/hosting\/enough-node';\n/);
  });

  it('tells whoever starts a service by itself in one line, without a trace of what would have failed', () => {
    const old = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } })`;
    const main = join(WORKSPACE, 'services/intake/dist/main.js');
    const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', old, main], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^Parley needs Node 24\.9 or newer, and this is Node 20\.20\.2: .*\.\n$/);
  });
});
