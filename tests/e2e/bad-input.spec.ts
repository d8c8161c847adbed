import {
  bodySchemaOf,
  declaredCodes,
  readDocument,
  routesOf,
  type ApiDocument,
  type Route,
} from '../support/api-document';
import { brokenBodies } from '../support/broken-bodies';
import { STAGED_FROM, stageCases, type StagedCases, REPLY } from '../support/cases-at-every-stage';
import { type Client, type Answer } from '../support/client';
import { clientsOf } from '../support/clients-of';
import { CONTACT, constructedGrievance } from '../support/constructed';
import { exampleOf } from '../support/example-body';
import { ParleyProcess } from '../support/parley-process';
import { faultsOfRefusal, type Problem } from '../support/problem';
import { recordSnapshot } from '../support/record-snapshot';
import { refused } from '../support/refused';
import { wtoCase } from '../support/wto-case';

const USERS = [
  'cn-desk',
  'us-desk',
  'us-registry',
  'us-panel-1',
  'us-cohead',
  'us-auditor',
  'operator',
  'expert',
  'third-party',
  'conciliator',
] as const;
/** A user of each role. */
const HOLDER = {
  desk: 'cn-desk',
  registry: 'us-registry',
  panel: 'us-panel-1',
  cohead: 'us-cohead',
  auditor: 'us-auditor',
  operator: 'operator',
  expert: 'expert',
  'third-party': 'third-party',
  conciliator: 'conciliator',
} as const;
const NOBODYS = '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11';
const IN_FLIGHT = 32;

const grievance = constructedGrievance(wtoCase(633));
const filing = (digest: string) => ({ grievance, contact: CONTACT, certification: { digest } });

describe('bad input', () => {
  let parley: ParleyProcess;
  let document: ApiDocument;
  let cases: StagedCases;
  let clients: Readonly<Record<(typeof USERS)[number], Client>>;
  let digest: string;
  let before: readonly string[];
  let refusedExamples: readonly string[];

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: STAGED_FROM, env: { PARLEY_HOSTILE_SEED: '2' } });
    document = await readDocument(parley.url);
    cases = await stageCases(parley.url);
    clients = await clientsOf(parley.url, ...USERS);
    digest = (await clients['cn-desk'].act<{ digest: string }>('/v1/grievances/checks', { grievance })).body.digest;
    await clients['cn-desk'].act('/v1/cases', filing(digest), { key: 'taken' });
    refusedExamples = await examplesWithInvalidFields();
    await clients.operator.act('/v1/demonstration-clock', { to: '2026-03-02T12:00:00+01:00' });
    before = await recordSnapshot(parley.url);
  }, 300_000);
  afterEach(async () => {
    const after = await recordSnapshot(parley.url);
    const added = after.filter((line) => !before.includes(line));
    const gone = before.filter((line) => !after.includes(line));
    before = after;
    expect({ added, gone }).toEqual({ added: [], gone: [] });
  });
  afterAll(() => parley.stop());

  const holderOf = ({ operation }: Route): Client => {
    const [role = 'desk'] = operation['x-roles'] ?? [];
    return clients[HOLDER[role as keyof typeof HOLDER]];
  };
  /** The route's path in a case at the stage where the act belongs. */
  const pathOf = ({ path }: Route): string => {
    const staged = path.endsWith('/completeness')
      ? cases.filed
      : path.endsWith('/cures')
        ? cases.deficient
        : path.includes('/calls')
          ? cases.consultations
          : cases.awaitingReply;
    return path.replace('{caseId}', staged).replace(/\{\w+\}/g, NOBODYS);
  };

  const takingJson = (): readonly Route[] => routesOf(document).filter((route) => bodySchemaOf(route) !== undefined);
  const send = (route: Route, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    holderOf(route).send(route.method, pathOf(route), JSON.stringify(body), {
      headers: { 'content-type': 'application/json', ...headers },
    });
  /** No thing is at that revision, so a good request is refused as stale, after its fields were checked. */
  const examplesWithInvalidFields = async (): Promise<readonly string[]> => {
    const answers = await Promise.all(
      takingJson().map(async (route) => ({
        route,
        answer: await send(route, exampleOf(document, bodySchemaOf(route) ?? {}), { 'if-match': '"999"' }),
      })),
    );
    return answers.flatMap(({ route, answer }) =>
      (answer.body as Partial<Problem>).code === 'invalid-fields'
        ? [`${route.path}: ${JSON.stringify(answer.body)}`]
        : [],
    );
  };

  describe('in a field', () => {
    it('is told apart from what is good: bodies made of the document’s examples are refused for no field', () => {
      expect(refusedExamples).toEqual([]);
    });

    it(
      'is refused by each route that takes JSON, field by field as the document has ' + 'them, with path and code',
      async () => {
        const attempts = takingJson().flatMap((route) => {
          const schema = bodySchemaOf(route) ?? {};
          return brokenBodies(document, schema, exampleOf(document, schema)).map((broken) => ({ route, ...broken }));
        });
        const wrong = await inTurns(attempts, async ({ route, fault, path, body }) => {
          const answer = await send(route, body);
          const { code, errors = [] } = answer.body as Partial<Problem>;
          const located = errors.some(
            (error) =>
              error.path === path && /^[a-z0-9-]+$/.test(error.code) && error.message.en && error.message['zh-Hans'],
          );
          const faults = [
            ...faultsOfRefusal(answer),
            ...(code === 'invalid-fields' && located
              ? []
              : [`${String(code)} at ${errors.map((error) => error.path).join()}`]),
          ];
          return faults.length === 0
            ? []
            : [`${route.method} ${route.path} with ${fault} at ${path}: ${faults.join('; ')}`];
        });
        expect(wrong.flat()).toEqual([]);
        expect(attempts.length).toBeGreaterThan(1_000);
      },
      300_000,
    );

    it('is refused in each parameter of a query that has a form', async () => {
      const attempts = routesOf(document).flatMap((route) =>
        (route.operation.parameters ?? [])
          .filter((parameter) => parameter.in === 'query')
          .flatMap(({ name }) =>
            ['', '\u0000', '\u202e', '2025-02-29T00:00:00Z', '-1', '1e9', 'nothing'].map((value) => ({
              route,
              name,
              value,
            })),
          ),
      );
      const wrong = await inTurns(attempts, async ({ route, name, value }) => {
        const answer = await holderOf(route).get(
          `${pathOf(route)}?${new URLSearchParams({ [name]: value }).toString()}`,
        );
        return answer.status === 200 || faultsOfRefusal(answer).length === 0
          ? []
          : [`${route.path} ${name}=${JSON.stringify(value)}: ${faultsOfRefusal(answer).join()}`];
      });
      expect(wrong.flat()).toEqual([]);
      expect((await clients['us-registry'].get('/v1/cases?limit=0')).body).toMatchObject({
        code: 'invalid-fields',
        errors: [{ path: '/limit', code: 'too-small' }],
      });
      expect((await clients['us-registry'].get('/v1/cases?cursor=abc')).body).toMatchObject({ code: 'cursor-invalid' });
      expect((await clients['us-registry'].get('/v1/cases?nothing=1')).body).toMatchObject({
        code: 'invalid-fields',
        errors: [{ path: '/nothing', code: 'unknown-field' }],
      });
    });
  });

  describe('in what a grievance says', () => {
    const file = (content: object, sending = {}): Promise<Answer> =>
      clients['cn-desk'].post(
        '/v1/cases',
        { grievance: { ...grievance, ...content }, certification: { digest } },
        sending,
      );
    const [measure] = grievance.measures;
    const [claim] = grievance.claims;

    it.each([
      [
        'a claim that names a measure that is not there',
        { claims: [{ ...claim, measure: 'M9' }] },
        'unknown-measure',
        'S2',
        '/grievance/claims/0/measure',
      ],
      ['two measures of one id', { measures: [measure, measure] }, 'measure-twice', 'S2', '/grievance/measures/1/id'],
      [
        'a measure of a third country',
        { measures: [measure, { ...measure, id: 'M2', wtoMember: 'JP' }] },
        'measure-of-another-member',
        'S2',
        '/grievance/measures/1/wtoMember',
      ],
      [
        'a measure of its own side',
        { measures: [{ ...measure, wtoMember: 'CN' }] },
        'measure-of-own-side',
        'S2',
        '/grievance/measures/0/wtoMember',
      ],
      [
        'a measure of a later day',
        { measures: [{ ...measure, date: '2099-01-01' }] },
        'measure-of-a-later-day',
        'S2',
        '/grievance/measures/0/date',
      ],
      [
        'a claim under no agreement of the list',
        { claims: [{ ...claim, agreement: 'GATT94' }] },
        'agreement-not-listed',
        'typed-references',
        '/grievance/claims/0/agreement',
      ],
      [
        'a claim whose provision its agreement numbers otherwise',
        { claims: [{ ...claim, agreement: 'SCM', provision: 'I:1' }] },
        'provision-form',
        'typed-references',
        '/grievance/claims/0/provision',
      ],
      [
        'two claims of one id',
        { claims: [claim, { ...claim, provision: 'III' }] },
        'claim-twice',
        'S2',
        '/grievance/claims/1/id',
      ],
      [
        'one claim made twice',
        { claims: [claim, { ...claim, id: 'C9' }] },
        'same-claim-twice',
        'S2',
        '/grievance/claims/1',
      ],
      [
        'other words than were certified',
        { facts: [] },
        'certification-digest-differs',
        'I-04',
        '/certification/digest',
      ],
    ])('is %s', async (_what, content, code, rule, path) => {
      const certified =
        code === 'certification-digest-differs'
          ? digest
          : (
              await clients['cn-desk'].act<{ digest: string }>('/v1/grievances/checks', {
                grievance: { ...grievance, ...content },
              })
            ).body.digest;
      const answer = await clients['cn-desk'].post('/v1/cases', {
        grievance: { ...grievance, ...content },
        contact: CONTACT,
        certification: { digest: certified },
      });
      refused(answer, { status: 422, code, rule });
      expect((answer.body as Problem).errors?.map((error) => error.path)).toEqual([path]);
    });

    it('is more than one append can hold', async () => {
      const facts = Array.from({ length: 4 }, () => ({
        lang: 'zh-Hans',
        text: '事'.repeat(50_000),
        kind: 'authentic',
      }));
      refused(await file({ facts }), { status: 422, code: 'grievance-too-long', rule: 'S1' });
    });

    it('is a key that belongs to no object', async () => {
      for (const key of ['__proto__', '\\u005f_proto__', 'constructor', 'toString']) {
        const body = JSON.stringify(filing(digest)).replace(
          '"certification":',
          `"${key}":{"admin":true},"certification":`,
        );
        const answer = await clients['cn-desk'].send('POST', '/v1/cases', body, {
          headers: { 'content-type': 'application/json' },
        });
        expect([key, faultsOfRefusal(answer)]).toEqual([key, []]);
      }
    });
  });

  describe('around a body', () => {
    const json = { 'content-type': 'application/json' };
    const send = (
      body: string | Uint8Array<ArrayBuffer> | undefined,
      headers: Readonly<Record<string, string>> = json,
    ): Promise<Answer> => clients['cn-desk'].send('POST', '/v1/cases', body, { headers });

    it.each<readonly [string, string | Uint8Array<ArrayBuffer>, number, string]>([
      ['2 MB of it', JSON.stringify({ grievance: 'x'.repeat(2_000_000) }), 413, 'body-too-large'],
      ['nesting that has no end', '['.repeat(100_000), 400, 'json-too-deep'],
      ['nesting that is too deep', `${'{"a":'.repeat(17)}1${'}'.repeat(17)}`, 400, 'json-too-deep'],
      ['half of it', '{"grievance": {', 400, 'malformed-json'],
      ['nothing of it', '', 422, 'invalid-fields'],
      ['a space of it', ' ', 400, 'malformed-json'],
      [
        'bytes that are not UTF-8',
        Uint8Array.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
        400,
        'invalid-utf8',
      ],
      ['UTF-16', Uint8Array.from(Buffer.from('\ufeff{}', 'utf16le')), 400, 'invalid-utf8'],
    ])('is %s', async (_what, body, status, code) => {
      refused(await send(body), { status, code });
    });

    it.each([
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      'application/json; charset=utf-16',
    ])('is %s where JSON belongs', async (type) => {
      refused(await send(JSON.stringify(filing(digest)), { 'content-type': type }), {
        status: 415,
        code: 'wrong-content-type',
      });
    });

    it('is no body where one belongs', async () => {
      expect(faultsOfRefusal(await send(undefined, {}))).toEqual([]);
    });

    it('is a path that names nothing, and a method that is not offered', async () => {
      for (const path of [
        '/v1/cases/nothing',
        `/v1/cases/${NOBODYS}`,
        '/v1/nothing',
        '/v1/cases/%00',
        '/v1/cases/..%2f..%2fetc',
        '/v1/cases/%ff',
        `/v1/cases/${'x'.repeat(5_000)}`,
      ]) {
        expect([path, faultsOfRefusal(await clients['cn-desk'].get(path))]).toEqual([path, []]);
      }
      expect(faultsOfRefusal(await clients['cn-desk'].send('DELETE', `/v1/cases/${cases.filed}`, undefined))).toEqual(
        [],
      );
    });
  });

  describe('around an act', () => {
    const post = (user: (typeof USERS)[number], path: string, body: unknown = {}, sending = {}): Promise<Answer> =>
      clients[user].post(path, body, sending);
    const at = (stage: keyof StagedCases, act: string): string => `/v1/cases/${cases[stage]}/${act}`;
    const cure = () => filing(digest);

    it('is a key that was used for other content', async () => {
      const other = { ...filing(digest), contact: { ...CONTACT, name: 'Another Constructed Person' } };
      refused(await post('cn-desk', '/v1/cases', other, { key: 'taken' }), {
        status: 409,
        code: 'idempotency-key-reused',
        rule: 'I-28',
      });
    });

    it.each([
      ['', 'idempotency-key-missing'],
      ['x'.repeat(201), 'idempotency-key-malformed'],
      ['é', 'idempotency-key-malformed'],
    ])('is the key %j', async (key, code) => {
      refused(await post('cn-desk', '/v1/cases', filing(digest), { key }), { status: 400, code, rule: 'I-28' });
    });

    it('is no key at all, for every act of the document', async () => {
      const acts = routesOf(document).filter(({ operation }) => operation['x-act']);
      const wrong = await Promise.all(
        acts.map(async (route) => {
          const schema = bodySchemaOf(route);
          const answer = await fetch(`${parley.url}${pathOf(route)}`, {
            method: route.method,
            headers: {
              authorization: `Bearer ${holderOf(route).token ?? ''}`,
              ...(schema ? { 'content-type': 'application/json' } : {}),
            },
            ...(schema ? { body: JSON.stringify(exampleOf(document, schema)) } : {}),
          });
          const { code } = (await answer.json()) as Problem;
          return code === 'idempotency-key-missing' ? [] : [`${route.method} ${route.path}: ${code}`];
        }),
      );
      expect(wrong.flat()).toEqual([]);
    });

    it('is an If-Match that is stale, or was never an ETag', async () => {
      const stale = await post('us-registry', at('filed', 'completeness'), { finding: 'complete' }, { ifMatch: '"7"' });
      refused(stale, { status: 412, code: 'stale' });
      expect(stale.etag).toBe('"0"');
      for (const ifMatch of ['7', 'W/"0"', '"0", "1"', '"-1"']) {
        refused(await post('us-registry', at('filed', 'completeness'), { finding: 'complete' }, { ifMatch }), {
          status: 400,
          code: 'if-match-malformed',
        });
      }
    });

    it.each<readonly [string, (typeof USERS)[number], keyof StagedCases, string, unknown, number, string, string]>([
      [
        'a second finding of completeness',
        'us-registry',
        'awaitingReply',
        'completeness',
        { finding: 'complete' },
        409,
        'not-awaiting-completeness-check',
        'S2',
      ],
      [
        'a finding that the check contradicts',
        'us-registry',
        'filed',
        'completeness',
        { finding: 'deficient' },
        409,
        'completeness-check-passes',
        'S2',
      ],
      ['a cure of what is not deficient', 'cn-desk', 'filed', 'cures', 'cure', 409, 'not-deficient', 'S2b'],
      ['a reply before registration', 'us-desk', 'filed', 'reply', REPLY, 409, 'not-awaiting-reply', 'S4'],
      ['a second reply', 'us-desk', 'consultations', 'reply', REPLY, 409, 'not-awaiting-reply', 'S4'],
      [
        'a call before consultations',
        'us-desk',
        'awaitingReply',
        'calls',
        { proposedFor: '2026-03-04T09:00:00Z' },
        409,
        'not-in-consultations',
        'S5',
      ],
      [
        'a call in the past',
        'us-desk',
        'consultations',
        'calls',
        { proposedFor: '2026-03-01T09:00:00Z' },
        422,
        'call-outside-consultations',
        'S5',
      ],
      ['a second answer to a call', 'us-desk', 'consultations', 'calls/call:1/answer', {}, 409, 'call-closed', 'S5'],
      ['an answer to one’s own call', 'cn-desk', 'consultations', 'calls/call:2/answer', {}, 403, 'own-call', 'S5'],
      ['an answer to no call', 'us-desk', 'consultations', 'calls/call:9/answer', {}, 404, 'unknown-call', 'S5'],
      ['a second withdrawal', 'cn-desk', 'withdrawn', 'withdrawal', {}, 409, 'screening-ended', 'I-26'],
      ['an act in a case that has ended', 'us-desk', 'withdrawn', 'reply', REPLY, 409, 'screening-ended', 'I-26'],
      ['a reply by the complainant', 'cn-desk', 'awaitingReply', 'reply', REPLY, 403, 'not-your-side', 'S4'],
      ['a cure by the respondent', 'us-desk', 'deficient', 'cures', 'cure', 403, 'not-your-side', 'S2b'],
      ['a withdrawal by the respondent', 'us-desk', 'filed', 'withdrawal', {}, 403, 'not-your-side', 'S11'],
      ['a finding by a desk', 'us-desk', 'filed', 'completeness', { finding: 'complete' }, 403, 'role-required', 'S2'],
      ['a reply by the registry', 'us-registry', 'awaitingReply', 'reply', REPLY, 403, 'role-required', 'S4'],
      [
        'an objection that names none',
        'us-desk',
        'awaitingReply',
        'reply',
        { ...REPLY, position: 'objects' },
        422,
        'objection-missing',
        'S4',
      ],
      [
        'a reservation that says nothing',
        'us-desk',
        'awaitingReply',
        'reply',
        { ...REPLY, position: 'accepts-with-reservation' },
        422,
        'reservation-missing',
        'S4',
      ],
      [
        'a counter-statement on no claim',
        'us-desk',
        'awaitingReply',
        'reply',
        { ...REPLY, counterStatements: [{ claim: 'C9', statement: grievance.facts }] },
        422,
        'unknown-claim',
        'S4',
      ],
    ])('is %s', async (_what, user, stage, act, body, status, code, rule) => {
      refused(await post(user, at(stage, act), body === 'cure' ? cure() : body), { status, code, rule });
      const path = `/v1/cases/{caseId}/${act.replace(/call:\d/, '{callId}')}`;
      expect(declaredCodes(document, 'POST', path, status)).toContain(code);
    });

    it('is a filing by who is no desk', async () => {
      for (const user of ['us-registry', 'us-panel-1', 'us-cohead', 'us-auditor', 'operator'] as const) {
        refused(await post(user, '/v1/cases', filing(digest)), { status: 403, code: 'role-required', rule: 'S1' });
      }
    });

    it('is a clock turned back', async () => {
      expect(
        faultsOfRefusal(await post('operator', '/v1/demonstration-clock', { to: '2026-03-01T09:00:00Z' })),
      ).toEqual([]);
    });
  });
});

/** Sends many requests, some at a time. */
async function inTurns<T, R>(all: readonly T[], send: (one: T) => Promise<R>): Promise<readonly R[]> {
  const answers: R[] = [];
  for (let from = 0; from < all.length; from += IN_FLIGHT)
    answers.push(...(await Promise.all(all.slice(from, from + IN_FLIGHT).map(send))));
  return answers;
}
