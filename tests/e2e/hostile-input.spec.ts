import { bodySchemaOf, readDocument, resolved, routesOf, type ApiDocument, type Schema } from '../support/api-document';
import { STAGED_FROM, stageCases, type StagedCases } from '../support/cases-at-every-stage';
import { Client, type Answer } from '../support/client';
import { clientsOf } from '../support/clients-of';
import { constructedGrievance } from '../support/constructed';
import { ParleyProcess } from '../support/parley-process';
import { faultsOfRefusal, type Problem } from '../support/problem';
import { refused } from '../support/refused';
import { wtoCase } from '../support/wto-case';

const [MOST_KEYS, MOST_VALUES] = [100, 60_000];
const HOLDERS = {
  desk: 'cn-desk',
  registry: 'us-registry',
  panel: 'us-panel-1',
  cohead: 'us-cohead',
  auditor: 'us-auditor',
  operator: 'operator',
} as const;
const grievance = constructedGrievance(wtoCase(633));

describe('input that means harm', () => {
  let parley: ParleyProcess;
  let document: ApiDocument;
  let cases: StagedCases;
  let clients: Readonly<Record<(typeof HOLDERS)[keyof typeof HOLDERS], Client>>;

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: STAGED_FROM });
    document = await readDocument(parley.url);
    cases = await stageCases(parley.url);
    clients = await clientsOf(parley.url, ...Object.values(HOLDERS));
  }, 300_000);
  afterAll(() => parley.stop());

  const check = (body: string): Promise<Answer> =>
    clients['cn-desk'].send('POST', '/v1/grievances/checks', body, { headers: { 'content-type': 'application/json' } });
  const errorsOf = ({ body }: Answer): readonly string[] =>
    ((body as Partial<Problem>).errors ?? []).map(({ path, code }) => `${path} ${code}`);

  it('is bounded: the fullest body of each route fits, and of no list the length is left open', () => {
    const open: string[] = [];
    const valuesOf = (unresolved: Schema, where: string): number => {
      const { type, items, maxItems, properties = {} } = resolved(document, unresolved);
      if (type === 'array' && maxItems === undefined) open.push(where);
      if (type === 'array') return 1 + (maxItems ?? 0) * valuesOf(items ?? {}, where);
      if (Object.keys(properties).length > MOST_KEYS) open.push(where);
      return Object.entries(properties).reduce((sum, [name, one]) => sum + valuesOf(one, `${where}/${name}`), 1);
    };
    const fullest = routesOf(document).map((route) =>
      valuesOf(bodySchemaOf(route) ?? {}, `${route.method} ${route.path}`),
    );
    expect(open).toEqual([]);
    expect(Math.max(...fullest)).toBeLessThanOrEqual(MOST_VALUES);
    expect(Math.max(...fullest)).toBeGreaterThan(MOST_VALUES / 2);
  });

  it.each<readonly [string, string, number, string, string]>([
    [
      '95,000 keys',
      `{${Array.from({ length: 95_000 }, (_, at) => `"k${at}":1`).join()}}`,
      413,
      'json-too-many-keys',
      '',
    ],
    [
      'a third of a million empty claims',
      `{"grievance":{"claims":[${Array<string>(345_000).fill('{}').join()}]}}`,
      413,
      'json-too-many-values',
      '/grievance/claims/59997',
    ],
    ['a key twice', '{"grievance":{"facts":[],"remedy":[],"facts":[]}}', 400, 'json-key-repeated', '/grievance/facts'],
  ])('that is %s is refused with its path', async (_what, body, status, code, path) => {
    const answer = await check(body);
    refused(answer, { status, code });
    expect(errorsOf(answer)).toEqual([`${path} ${code}`]);
  });

  it('that is too many claims is refused for that alone, and of many faults a hundred are told', async () => {
    const claims = (count: number): Promise<Answer> =>
      check(JSON.stringify({ grievance: { ...grievance, claims: Array.from({ length: count }, () => ({})) } }));
    expect(errorsOf(await claims(501))).toEqual(['/grievance/claims too-many']);
    const many = errorsOf(await claims(500));
    expect([many.length, many.at(-1)]).toEqual([101, ' more-faults']);
  });

  it.each([
    ['tag characters', 'Duties\u{e0041}\u{e0042}', 'invisible-character'],
    ['a zero-width space', 'Du\u200bties', 'invisible-character'],
    ['a right-to-left override', 'Duties \u202esdrawkcab', 'bidi-control'],
    ['an isolate', 'Duties \u2067x\u2069', 'bidi-control'],
  ])('that hides in %s gets into no text that is certified', async (_what, text, code) => {
    const answer = await check(
      JSON.stringify({ grievance: { ...grievance, facts: [{ lang: 'en', text, kind: 'original' }] } }),
    );
    refused(answer, { status: 422, code: 'invalid-fields' });
    expect(errorsOf(answer)).toEqual([`/grievance/facts/0/text ${code}`]);
  });

  const withNul = (path: string): readonly string[] =>
    [...path.matchAll(/\{\w+\}/g)].map(
      ({ index, 0: name }) => `${filled(path.slice(0, index))}x%00${filled(path.slice(index + name.length))}`,
    );
  const filled = (path: string): string => path.replace('{caseId}', cases.awaitingReply).replace(/\{\w+\}/g, 'x');

  it('that is a NUL in a path names nothing, on every route and to anybody', async () => {
    const paths = routesOf(document).flatMap(({ method, path }) => withNul(path).map((one) => [method, one] as const));
    const wrong: string[] = [];
    for (const [method, path] of [...paths, ['GET', '/docket/x%00'], ['GET', '/docket/x%00y/z']] as const)
      for (const client of [Client.public(parley.url), clients['us-registry']]) {
        const answer = await client.send(method, path, undefined);
        if (answer.status !== 404 || faultsOfRefusal(answer).length > 0)
          wrong.push(`${method} ${path}: ${answer.status}`);
      }
    expect(wrong).toEqual([]);
    expect(paths.length).toBeGreaterThan(100);
  });

  it('that is a NUL in a query is refused by its name', async () => {
    for (const path of [
      '/v1/docket',
      '/docket',
      '/docket/log',
      '/v1/compliance',
      '/v1/cases',
      '/v1/docket/CN-2026-0001',
    ]) {
      const answer = await clients['us-registry'].get(`${path}?a=1&q%00x=%00&q=a%00b`);
      refused(answer, { status: 422, code: 'invalid-fields' });
      expect(errorsOf(answer)).toEqual(['/q\ufffdx control-character', '/q control-character']);
    }
  });

  describe('an instant that has not come yet', () => {
    const asking = () =>
      routesOf(document).flatMap(({ method, path, operation }) =>
        (operation.parameters ?? [])
          .filter(({ in: where, name }) => where === 'query' && (name === 'asOf' || path.endsWith('/difference')))
          .map(({ name }) => ({ method, path, name, roles: operation['x-roles'] ?? [] })),
      );
    const ask = (path: string, name: string, roles: readonly string[], at: string): Promise<Answer> => {
      const holder = HOLDERS[(roles[0] ?? 'desk') as keyof typeof HOLDERS];
      const both = path.endsWith('/difference') && name === 'to' ? { from: '2026-01-01T00:00:00Z' } : {};
      return clients[holder].get(`${filled(path)}?${new URLSearchParams({ ...both, [name]: at }).toString()}`);
    };

    it('is refused in both languages wherever something can be read as it was, and now is not', async () => {
      const now = (await Client.public(parley.url).read<{ now: string }>('/v1/demonstration-clock')).now;
      const later = new Date(Date.parse(now) + 3_600_000).toISOString();
      for (const { path, name, roles } of asking()) {
        const answer = await ask(path, name, roles, later);
        expect([path, answer.status, errorsOf(answer)]).toEqual([path, 422, [`/${name} in-the-future`]]);
        expect((answer.body as Problem).errors?.[0]?.message['zh-Hans']).toMatch(/尚未到来/);
        expect(errorsOf(await ask(path, name, roles, now))).toEqual([]);
      }
      expect(asking().length).toBeGreaterThan(10);
    });

    it('is measured by the clock of the demonstration, and may be asked for once that has come to it', async () => {
      const now = (await Client.public(parley.url).read<{ now: string }>('/v1/demonstration-clock')).now;
      const later = new Date(Date.parse(now) + 600_000).toISOString();
      const state = (at: string): Promise<Answer> =>
        clients['us-auditor'].get(`/v1/cases/${cases.awaitingReply}/history/state?asOf=${at}`);
      expect((await state(later)).status).toBe(422);
      await clients.operator.act('/v1/demonstration-clock', { to: later });
      expect((await state(later)).status).toBe(200);
      expect((await state(new Date().toISOString())).status).toBe(Date.now() > Date.parse(later) ? 422 : 200);
    });
  });
});
