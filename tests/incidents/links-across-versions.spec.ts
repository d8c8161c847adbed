import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readDocument, routesOf } from '../support/api-document';
import type { Client } from '../support/client';
import { clientsOf } from '../support/clients-of';
import { constructedGrievance } from '../support/constructed';
import { fileExhibit, uploadBytes } from '../support/file-exhibit';
import { fileGrievance } from '../support/file-grievance';
import { ParleyProcess } from '../support/parley-process';
import { wtoCase } from '../support/wto-case';

const LIST = path.join(__dirname, 'public-addresses.json');
/**
 * Every address that anybody without a token was ever given, as a pattern. Governments bookmark, cite and subscribe to
 * them, so addresses are added and none is removed.
 */
const addresses = JSON.parse(readFileSync(LIST, 'utf8')) as readonly string[];

/** Which tiles of the log there are depends on its size; their addresses are those of a public standard. */
const TILES = '/v1/log/tile/';

const bare = (address: string): string =>
  address.replace(/\?.*$/, '').replaceAll(/\{\w+\}|\/1(?=\/)/g, (part) => (part === '/1' ? '/{}' : '{}'));
/** An operation without `security` is not public. One whose `security` is empty, or has an empty alternative, is. */
const isPublic = (operation: object): boolean =>
  'x-public' in operation ||
  ('security' in operation &&
    Array.isArray(operation.security) &&
    (operation.security.length === 0 || operation.security.some((each: object) => Object.keys(each).length === 0)));

/** The list in each earlier version of git's history; none where the sources came without it. */
function earlierLists(): readonly (readonly string[])[] {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: __dirname, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const versions = git('log', '--format=%H', '--', LIST)
      .split('\n')
      .filter((line) => line !== '');
    return versions.map(
      (version) => JSON.parse(git('show', `${version}:./public-addresses.json`)) as readonly string[],
    );
  } catch {
    return [];
  }
}

const obligation = {
  id: 'O1',
  owner: 'US',
  what: [
    { lang: 'en', text: 'To publish the schedule.', kind: 'original' },
    { lang: 'zh-Hans', text: '公布时间表。', kind: 'translation', of: 'en' },
  ],
  date: '2026-09-30',
  check: [
    { lang: 'en', text: 'It stands in the gazette.', kind: 'original' },
    { lang: 'zh-Hans', text: '已载于公报。', kind: 'translation', of: 'en' },
  ],
};

describe('the same user sees no link break at a migration', () => {
  let parley: ParleyProcess;
  let given: Readonly<Record<string, string>>;

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: '2026-03-02T09:00:00+01:00' });
    given = await examples(parley.url);
  }, 120_000);
  afterAll(() => parley.stop());

  it.each(addresses)('%s answers, or says where it went', async (address) => {
    const url = address.replaceAll(/\{(\w+)\}/g, (_, name: string) => given[name] ?? `no example of ${name}`);
    const { status } = await fetch(`${parley.url}${url}`);
    // A Parley that lags for a moment answers 503 there.
    const answers = status === 200 || (address === '/readyz' && status === 503);
    expect([url, status, answers]).toEqual([url, status, true]);
  });

  it('and every public address stands in the list, so that the next version is held to it', async () => {
    const present = routesOf(await readDocument(parley.url)).filter(
      ({ method, operation }) => method.toUpperCase() === 'GET' && isPublic(operation),
    );
    const kept = new Set(addresses.map(bare));
    const told = present.map(({ path: address }) => address).filter((address) => !address.startsWith(TILES));
    expect(told.filter((address) => !kept.has(bare(address)))).toEqual([]);
    expect(present.length).toBeGreaterThan(15);
  });

  it('and none that ever stood in the list was taken out of it', () => {
    expect(
      earlierLists()
        .flat()
        .filter((address) => !addresses.includes(address)),
    ).toEqual([]);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});

/** One of each thing that an address may name. */
async function examples(url: string): Promise<Readonly<Record<string, string>>> {
  const clients = await clientsOf(url, 'cn-desk', 'us-desk', 'us-registry', 'operator');
  const { id: caseId } = (await fileGrievance(clients['cn-desk'], constructedGrievance(wtoCase(633)))).body as {
    id: string;
  };
  await clients['us-registry'].act(`/v1/cases/${caseId}/completeness`, { finding: 'complete' });
  const title = [
    { lang: 'en', text: 'Agreement on soybeans', kind: 'original' },
    { lang: 'zh-Hans', text: '大豆协议', kind: 'translation', of: 'en' },
  ];
  const entry = {
    title,
    source: { citation: '2020 OJ 1', date: '2020-01-15' },
    obligations: [obligation],
    publication: 'facts-only',
  };
  const { agreementId, digest } = (
    await clients['us-desk'].act<{ agreementId: string; digest: string }>('/v1/agreements', entry)
  ).body;
  for (const desk of ['us-desk', 'cn-desk'] as const)
    await clients[desk].post(`/v1/agreements/${agreementId}/signatures`, { digest });
  const exhibits = await examplesOfExhibits(clients['cn-desk'], caseId);
  // The results of a nightly check are there the next morning.
  await clients.operator.act('/v1/demonstration-clock', { to: '2026-03-03T09:00:00+01:00' });
  const { items } = await clients['us-desk'].read<{ items: readonly { id: string; document: object | null }[] }>(
    '/v1/inbox',
  );
  const cover = (
    await clients['us-desk'].bytes(`/v1/inbox/${items.find(({ document }) => document)?.id ?? ''}/cover`)
  ).toString('utf8');
  const feed = async (path: string): Promise<string> =>
    new URL((await clients['us-desk'].read<{ url: string }>(path)).url, url).searchParams.get('token') ?? '';
  return {
    ...exhibits,
    caseId,
    agreementId,
    docketNumber: 'CN-2026-0001',
    version: '2026-1',
    problem: 'stale',
    rule: 'I-28',
    verificationCode: /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(cover)?.[0] ?? '',
    agendaToken: await feed('/v1/agenda/feed'),
    caseToken: await feed(`/v1/cases/${caseId}/agenda/feed`),
  };
}

/** A public exhibit with a translation, and one with a public version. */
async function examplesOfExhibits(desk: Client, caseId: string): Promise<Readonly<Record<string, string>>> {
  const of = {
    fileName: 'duties.txt',
    mediaType: 'text/plain',
    claims: [],
    custody: { from: 'Ministry', to: 'Desk', at: '2026-03-01T09:00:00Z', purpose: 'To be filed' },
  };
  const bytes = (text: string) => Buffer.from(text);
  const exhibit = await fileExhibit(desk, caseId, bytes('Duties of 2026.'), { title: 'Duties', tier: 'PUBLIC', ...of });
  const kept = await fileExhibit(desk, caseId, bytes('Price: 17 yuan.'), { title: 'Prices', tier: 'PARTIES', ...of });
  await desk.act(`/v1/cases/${caseId}/exhibits/${exhibit}/translations`, {
    ...(await uploadBytes(desk, bytes('2026年关税。'))),
    fileName: 'zh.txt',
    mediaType: 'text/plain',
    language: 'zh-Hans',
    divergences: [],
  });
  const removed = [{ passage: '17 yuan', reason: 'business-confidential' }];
  await desk.act(`/v1/cases/${caseId}/exhibits/${kept}/public-version`, {
    ...(await uploadBytes(desk, bytes('Price: left out.'))),
    fileName: 'public.txt',
    mediaType: 'text/plain',
    reason: 'business-confidential',
    removed,
  });
  return { exhibit, kept };
}
