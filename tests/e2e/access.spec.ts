import { bodySchemaOf, queryOf, readDocument, routesOf, type ApiDocument, type Route } from '../support/api-document';
import { STAGED_FROM, stageCases, type StagedCases } from '../support/cases-at-every-stage';
import { Client, type Answer } from '../support/client';
import { clientsOf } from '../support/clients-of';
import { exampleOf } from '../support/example-body';
import { claimsOf, forgedToken } from '../support/forged-token';
import { ParleyProcess } from '../support/parley-process';
import { faultsOfRefusal, type Problem } from '../support/problem';

const NOBODYS = '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11';
/** Stands for every other thing in a path. */
const ELSE = '0b7f4a0e-6c1f-8b5e-9d7e-2f1c3a5b7d9e';
/** Somebody of each role. */
const HOLDERS = {
  desk: 'us-desk',
  registry: 'us-registry',
  panel: 'us-panel-1',
  cohead: 'us-cohead',
  auditor: 'us-auditor',
  operator: 'operator',
  expert: 'expert',
  'third-party': 'third-party',
  conciliator: 'conciliator',
} as const;
type Role = keyof typeof HOLDERS;
const ROLES = Object.keys(HOLDERS) as readonly Role[];

describe('access', () => {
  let parley: ParleyProcess;
  let document: ApiDocument;
  let cases: StagedCases;
  let holders: Readonly<Record<(typeof HOLDERS)[Role], Client>>;
  /**
   * People who hold a role and belong to no case: a panelist of each side, an expert and a third party whom no panel
   * hears, and the desk and the auditor of a third government, whose tokens count nowhere. Each has the statuses by
   * which it is refused.
   */
  let strangers: readonly (readonly [string, Client, readonly number[]])[];

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: STAGED_FROM, env: { PARLEY_HOSTILE_SEED: '43' } });
    document = await readDocument(parley.url);
    cases = await stageCases(parley.url);
    holders = await clientsOf(parley.url, ...Object.values(HOLDERS));
    const outsiders = await clientsOf(parley.url, 'us-outsider', 'cn-outsider', 'expert', 'third-party');
    const claims = claimsOf(holders['us-desk'].token ?? '');
    const third = (role: Role): Client =>
      Client.withToken(
        parley.url,
        forgedToken(parley.dataDir, { ...claims, sub: `eu-${role}`, party: 'EU', roles: [role] }),
      );
    strangers = [
      ...Object.entries(outsiders).map(([name, client]) => [name, client, [403, 404]] as const),
      ['desk of a third government', third('desk'), [401]],
      ['auditor of a third government', third('auditor'), [401]],
    ];
  }, 300_000);
  afterAll(() => parley.stop());

  const guarded = (): readonly Route[] => routesOf(document).filter(({ operation }) => !operation['x-public']);
  const aboutCases = (): readonly Route[] => guarded().filter(({ path }) => path.includes('{caseId}'));

  it('is declared by every route: it is public, or names the roles that it is for', () => {
    const silent = routesOf(document).filter(
      ({ operation }) => (operation['x-public'] === true) === (operation['x-roles'] ?? []).length > 0,
    );
    expect(silent.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    expect(guarded().length).toBeGreaterThan(20);
  });

  it('is refused with 401 to who has no token, on every route that is not public', async () => {
    const open = await Promise.all(
      guarded().map(async (route) => {
        const answer = await ask(Client.public(parley.url), route, NOBODYS);
        return answer.status === 401 && codeOf(answer) === 'unauthenticated'
          ? []
          : [`${route.method} ${route.path}: ${answer.status}`];
      }),
    );
    expect(open.flat()).toEqual([]);
  });

  it('needs no token on every public route', async () => {
    const closed = await Promise.all(
      routesOf(document)
        .filter(({ operation }) => operation['x-public'])
        .filter((route) => !hasTokenInAddress(route))
        .map(async (route) => {
          const { status } = await ask(Client.public(parley.url), route, NOBODYS);
          return [200, 404, 422].includes(status) ? [] : [`${route.method} ${route.path}: ${status}`];
        }),
    );
    expect(closed.flat()).toEqual([]);
  });

  it('needs the token of its address, or another, on every route that is followed without a header', async () => {
    const followed = routesOf(document).filter(hasTokenInAddress);
    const answers = await Promise.all(
      followed.map(async (route) => ask(Client.public(parley.url), route, cases.filed)),
    );
    expect(answers.map((answer) => [answer.status, codeOf(answer), ...faultsOfRefusal(answer)])).toEqual(
      followed.map(() => [401, 'unauthenticated']),
    );
    expect(followed.length).toBeGreaterThan(0);
  });

  it.each(ROLES)('of the role %s is to the routes that name it, and to no other', async (role) => {
    const wrong = await Promise.all(
      guarded().map(async (route) => {
        const isNamed = route.operation['x-roles']?.includes(role) ?? false;
        const answer = await ask(holders[HOLDERS[role]], route, NOBODYS);
        const isLetIn = codeOf(answer) !== 'role-required';
        const faults = isNamed ? [] : faultsOfRefusal(answer);
        return isNamed === isLetIn && answer.status < 500 && faults.length === 0
          ? []
          : [`${route.method} ${route.path}: ${answer.status} ${String(codeOf(answer))} ${faults.join()}`];
      }),
    );
    expect(wrong.flat()).toEqual([]);
  });

  it(
    'to a case is denied to who does not belong to it as if there were none: the same ' + 'bytes, whatever is asked',
    async () => {
      const told: string[][] = [];
      // One stranger asks after another, since a server on a laptop does not take so many connections at once.
      for (const [name, client, refusals] of strangers) {
        const answers = aboutCases().flatMap((route) =>
          [cases.filed, cases.consultations, cases.withdrawn].map(async (caseId) => {
            const [real, none] = await Promise.all([ask(client, route, caseId), ask(client, route, NOBODYS)]);
            return refusals.includes(real.status) && shown(real, caseId) === shown(none, NOBODYS)
              ? []
              : [`${name}: ${route.method} ${route.path}\n  ${shown(real, caseId)}\n  ${shown(none, NOBODYS)}`];
          }),
        );
        told.push(...(await Promise.all(answers)));
      }
      expect(told.flat()).toEqual([]);
    },
  );

  it('of who belongs to no case shows none in any list', async () => {
    const lists = guarded().filter(({ method, path }) => method === 'GET' && !path.includes('{'));
    const ids = Object.values(cases) as readonly string[];
    const leaks = await Promise.all(
      strangers.flatMap(([name, client]) =>
        lists.map(async (route) => {
          const text = JSON.stringify((await ask(client, route, NOBODYS)).body);
          return ids.some((id) => text.includes(id)) ? [`${name}: ${route.path}`] : [];
        }),
      ),
    );
    expect(leaks.flat()).toEqual([]);
    expect(lists.length).toBeGreaterThan(1);
  });

  it('of both desks, the registry and the auditors is to the case from its filing on', async () => {
    const readers = await clientsOf(
      parley.url,
      'us-desk',
      'cn-desk-2',
      'us-registry',
      'cn-registry',
      'us-cohead',
      'us-auditor',
      'cn-auditor',
    );
    const answers = await Promise.all(Object.values(readers).map((reader) => reader.get(`/v1/cases/${cases.filed}`)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });

  it('to a draft is its own desk’s, and its other officers’', async () => {
    const {
      'cn-desk': author,
      'cn-desk-2': colleague,
      'us-desk': other,
    } = await clientsOf(parley.url, 'cn-desk', 'cn-desk-2', 'us-desk');
    const draft = { grievance: { subject: [], measures: [], claims: [], facts: [], remedy: [], publicSummary: [] } };
    const { id } = (await author.act<{ id: string }>('/v1/drafts', draft)).body;
    expect((await colleague.get(`/v1/drafts/${id}`)).status).toBe(200);
    const [there, nowhere] = await Promise.all([other.get(`/v1/drafts/${id}`), other.get(`/v1/drafts/${NOBODYS}`)]);
    expect(shown(there, id)).toBe(shown(nowhere, NOBODYS));
    expect(
      (
        await other.send('PUT', `/v1/drafts/${id}`, JSON.stringify(draft), {
          headers: { 'content-type': 'application/json' },
        })
      ).status,
    ).toBe(404);
    await author.send('DELETE', `/v1/drafts/${id}`, undefined);
  });

  /** Asks a route about a case, with a body that its fields allow. */
  function ask(client: Client, route: Route, caseId: string): Promise<Answer> {
    const path = `${route.path
      .replace('{caseId}', caseId)
      .replace('{callId}', 'call:1')
      .replace(/\{\w+\}/g, ELSE)}${queryOf(route)}`;
    const schema = bodySchemaOf(route);
    const [other] = Object.keys(route.operation.requestBody?.content ?? {}).filter(
      (type) => type !== 'application/json',
    );
    if (schema)
      return client.send(route.method, path, JSON.stringify(exampleOf(document, schema)), {
        key: 'access',
        headers: { 'content-type': 'application/json' },
      });
    return other === undefined
      ? client.send(route.method, path, undefined, { key: 'access' })
      : client.send(route.method, path, 'bytes', { key: 'access', headers: { 'content-type': other } });
  }
});

/** Calendars, whose address may carry a token of its own, because the program that follows them sends no header. */
const hasTokenInAddress = ({ operation }: Route): boolean =>
  (operation.parameters ?? []).some((parameter) => parameter.in === 'query' && parameter.name === 'token');

const codeOf = ({ body }: Answer): string | undefined =>
  typeof body === 'object' ? (body as Problem | null)?.code : undefined;

/**
 * Everything that an answer tells except the path that was asked for, the time of the answer, and the id of its trace.
 */
function shown({ status, body, headers }: Answer, id: string): string {
  const told = [...headers].filter(([name]) => name !== 'date');
  return JSON.stringify({ status, body, told })
    .replaceAll(id, '{id}')
    .replace(/"traceId":"\w+"/, '');
}
