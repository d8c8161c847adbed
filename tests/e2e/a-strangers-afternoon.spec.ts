import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { STAGED_FROM } from '../support/cases-at-every-stage';
import { makeFolder, removeFolder } from '../support/data-folder';
import { compile, installClient, run } from '../support/installed-client';
import { ParleyProcess } from '../support/parley-process';

const README = path.resolve(__dirname, '../../libs/client/README.md');
/** Where the example of the README expects a system. */
const USUAL = 'http://127.0.0.1:3000';
const PROGRAMS = path.join(__dirname, 'client-programs');

const exampleOf = (url: string): string =>
  (/```ts\n(.*?)```/s.exec(readFileSync(README, 'utf8'))?.[1] ?? '').replace(USUAL, url);

const programs = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(PROGRAMS).map((name) => [name.replace('.txt', ''), readFileSync(path.join(PROGRAMS, name), 'utf8')]),
  );

describe('a stranger’s afternoon', () => {
  let parley: ParleyProcess;
  let folder: string;

  beforeAll(async () => {
    folder = makeFolder();
    parley = await ParleyProcess.start({ clock: STAGED_FROM });
    installClient(folder, parley.url);
    expect(compile(folder, { ...programs(), 'afternoon.ts': exampleOf(parley.url) })).toBe('');
  }, 300_000);
  afterAll(async () => {
    await parley.stop();
    removeFolder(folder);
  });

  it('begins in an empty folder, into which nothing but the client comes, and nothing that only Node has', () => {
    const packages = path.join(folder, 'node_modules');
    expect(readdirSync(packages).sort()).toEqual([
      '.package-lock.json',
      '@parley',
      'openapi-fetch',
      'openapi-typescript-helpers',
    ]);
    const code = path.join(packages, '@parley/client/dist/package');
    const modules = readdirSync(code).filter((name) => name.endsWith('.js'));
    const imported = modules.flatMap((name) =>
      [...readFileSync(path.join(code, name), 'utf8').matchAll(/from '([^'.][^']*)'/g)].map(([, from]) => from),
    );
    expect(modules).toContain('index.js');
    expect([...new Set(imported)]).toEqual(['openapi-fetch']);
  });

  it('goes by the README to a registered case, a call that is offered, an exhibit and the history', () => {
    const said = run(folder, 'afternoon.js').trim().split('\n');
    const sentences = [
      'Registered as CN-2026-0001: a grievance of China against the United States.',
      'The respondent, the United States, replied and accepts the procedure.',
      'Exhibit CHN-1 was filed by China.',
    ];
    expect(said.slice(0, 3)).toEqual(['CN-2026-0001 is registered', '15 of 15 bytes', 'CHN-1 is on the record']);
    expect(said.filter((line) => sentences.includes(line))).toEqual(sentences);
    expect(said.filter((line) => /^China offered call 1 for 2026-03-\d\d/.test(line))).toHaveLength(1);
    // Why the last call of the example is refused, in Chinese.
    expect(said.at(-1)).toMatch(/^\p{Script=Han}.*。$/u);
  });

  it('finds the client as it promises to be', () => {
    expect(JSON.parse(run(folder, 'promises.js', parley.url))).toEqual({
      key: true,
      position: true,
      pages: true,
      stale: 'stale',
      fields: ['invalid-fields', 'in both languages', '/contact/name', '/contact/reach'],
      refusedToken: 'renewed',
      bytes: [200_000, 65_536, 131_072, 196_608, 200_000],
      neverShown: 'not-found',
      publicly: ['CN-2026-0001'],
    });
  });

  it('could go on by the types alone, from filing to the dossier', () => {
    expect(JSON.parse(run(folder, 'whole-path.js', parley.url))).toEqual({
      status: 'filed',
      docketNumber: 'CN-2026-0002',
      stage: 'consultations',
      position: 'accepts',
      exhibit: 'CHN-1',
      outcomes: ['C1 substantiated'],
      issuedBy: 'both-signatures',
      basis: 'findings-final',
      dossier: 'issued',
      sameForBoth: true,
    });
  });
});
