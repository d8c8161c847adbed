import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const WORKSPACE = path.resolve(__dirname, '../..');
const CLIENT = path.join(WORKSPACE, 'libs/client');
/** What the client needs, all the way down. It is packed as well, so that nothing is fetched. */
const NEEDED = ['openapi-fetch', 'openapi-typescript-helpers'].map((name) =>
  path.join(WORKSPACE, 'node_modules', name),
);

const COMPILER = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  target: 'es2023',
  module: 'nodenext',
  lib: ['es2023', 'dom'],
  types: [],
};

/** Packs the client for the installation at `url` and installs it in an empty folder, as a stranger would. */
export function installClient(folder: string, url: string): void {
  const pack = (from: string, ...args: readonly string[]) =>
    npm(from, url, 'pack', '--pack-destination', folder, ...args);
  pack(CLIENT);
  pack(folder, '--ignore-scripts', ...NEEDED);
  const packed = readdirSync(folder).map((name) => `./${name}`);
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  npm(folder, url, 'install', '--offline', '--no-audit', '--no-fund', ...packed);
}

/** Compiles programs in the client's folder, strictly. @returns what the compiler says against them */
export function compile(folder: string, programs: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(programs)) writeFileSync(path.join(folder, name), text);
  const config = { compilerOptions: COMPILER, files: Object.keys(programs) };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
  return run(folder, path.join(WORKSPACE, 'node_modules/.bin/tsc'), '-p', folder);
}

/** Runs a program to its end. @returns what it writes, with its errors */
export function run(folder: string, program: string, ...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });
  return stdout + stderr;
}

function npm(cwd: string, url: string, ...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PARLEY_URL: url },
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stdout}${stderr}`);
}
