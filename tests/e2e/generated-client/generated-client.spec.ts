import { spawnSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  codesOf,
  readDocument,
  readServedDocument,
  resolved,
  routesOf,
  type ApiDocument,
  type Schema,
} from '../../support/api-document';
import { STAGED_FROM } from '../../support/cases-at-every-stage';
import { clientsOf } from '../../support/clients-of';
import { makeFolder, removeFolder } from '../../support/data-folder';
import { ParleyProcess } from '../../support/parley-process';
import { specificationFaults } from '../../support/specification-faults';
import { nameFaults } from './operation-names';
import { fieldsOf, isLeaf, isLimited, isList, isOpenText } from './schema-fields';

const WORKSPACE = path.resolve(__dirname, '../../..');
const COMPILER = {
  strict: true,
  exactOptionalPropertyTypes: true,
  target: 'es2023',
  module: 'nodenext',
  lib: ['es2023', 'dom'],
  types: [],
};
/** The files of the client, the last of which is run. */
const PROGRAM = ['typed-client', 'texts', 'filing-path', 'panel-path', 'referral-path', 'whole-path'];

/** Schemas of values that are sent and shown alike, and of problems. */
const NAMED_VALUES =
  /^(AuthoredText(UpTo\d+)?|Digest|PartyCode|PersonId|DocketNumber|Instant|Day|Uuid|\w*Problem(Code)?)$/;

/** Codes with which an act is refused whatever it is. */
const OF_ANY_ACT: readonly string[] = [
  'not-found',
  'role-required',
  'idempotency-key-reused',
  'invalid-fields',
  'never-entered-late',
  'entered-by-its-author-alone',
  'delegation-not-in-force',
];

const installed = (name: string): string => path.join(WORKSPACE, 'node_modules/.bin', name);

const run = (folder: string, program: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });

describe('the document of the API', () => {
  let parley: ParleyProcess;
  let document: ApiDocument;
  let served: object;
  let folder: string;

  beforeAll(async () => {
    folder = makeFolder();
    parley = await ParleyProcess.start({ clock: STAGED_FROM });
    document = await readDocument(parley.url);
    served = await readServedDocument(parley.url);
    writeFileSync(path.join(folder, 'openapi.json'), JSON.stringify(served));
  });
  afterAll(async () => {
    await parley.stop();
    removeFolder(folder);
  });

  it('is valid OpenAPI 3.1, from which types are generated', async () => {
    expect(document.openapi).toBe('3.1.0');
    const generated = run(folder, installed('openapi-typescript'), 'openapi.json', '-o', 'api.d.ts');
    expect({ status: generated.status, errors: generated.stderr }).toMatchObject({ status: 0 });
    expect(await specificationFaults(served)).toEqual([]);
    expect(await specificationFaults({ ...served, paths: { nowhere: { post: {} } } })).not.toEqual([]);
  });

  it('comes in 1 MB, by brotli in 150 kB and by gzip in 155 kB, and not again to who has it', async () => {
    const url = `${parley.url}/openapi.json`;
    const plain = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
    expect((await plain.arrayBuffer()).byteLength).toBeLessThanOrEqual(1_000_000);
    for (const [coding, most] of [
      ['br', 150_000],
      ['gzip', 155_000],
    ] as const) {
      const compressed = await fetch(url, { headers: { 'accept-encoding': coding } });
      expect(compressed.headers.get('content-encoding')).toBe(coding);
      expect(Number(compressed.headers.get('content-length'))).toBeLessThanOrEqual(most);
    }
    const again = await fetch(url, { headers: { 'if-none-match': plain.headers.get('etag') ?? '' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('lets a client that knows the generated types alone go from filing to the dossier', async () => {
    for (const part of PROGRAM) copyFileSync(path.join(__dirname, `${part}.ts.txt`), path.join(folder, `${part}.ts`));
    writeFileSync(path.join(folder, 'package.json'), '{"type":"commonjs"}');
    writeFileSync(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: COMPILER, files: PROGRAM.map((part) => `${part}.ts`) }),
    );
    const compiled = run(folder, installed('tsc'), '-p', folder);
    expect({ status: compiled.status, said: compiled.stdout }).toEqual({ status: 0, said: '' });
    const done = run(
      folder,
      path.join(folder, 'whole-path.js'),
      JSON.stringify({ url: parley.url, ...(await people(parley.url)) }),
    );
    expect(JSON.parse(done.stdout || JSON.stringify(done.stderr))).toEqual({
      complete: true,
      status: 'filed',
      docketNumber: 'CN-2026-0001',
      stage: 'consultations',
      position: 'accepts',
      exhibit: 'CHN-1',
      outcomes: ['C1 substantiated'],
      issuedBy: 'both-signatures',
      basis: 'findings-final',
      dossier: 'issued',
      sameForBoth: true,
    });
  }, 300_000);

  it('says of every operation what it does, and of every parameter what it means and of what type it is', () => {
    const silent = routesOf(document).flatMap(({ method, path: route, operation }) => [
      ...(operation.summary ? [] : [`${method} ${route}`]),
      ...(operation.parameters ?? [])
        .filter(({ description, schema = {} }) => !description || !resolved(document, schema).type)
        .map(({ name }) => `${method} ${route} ${name}`),
    ]);
    expect(silent).toEqual([]);
  });

  it('names every operation as a method of a client: a verb first, no word twice', () => {
    const ids = routesOf(document).map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.flatMap(nameFaults)).toEqual([]);
  });

  it('says of every schema and every chapter what it is, and tells by its name what is sent from what is shown', () => {
    const { schemas } = document.components;
    expect(Object.keys(schemas).filter((name) => !schemas[name]?.description)).toEqual([]);
    expect(Object.keys(schemas).filter((name) => !/(Request|Shown)$/.test(name) && !NAMED_VALUES.test(name))).toEqual(
      [],
    );
    const chapters = document.tags.map(({ name }) => name);
    expect(
      routesOf(document).flatMap(({ operation }) => operation.tags.filter((tag) => !chapters.includes(tag))),
    ).toEqual([]);
    expect(document.servers).toEqual([{ url: parley.url, description: 'This installation.' }]);
    expect(served).toMatchObject({
      components: {
        securitySchemes: {
          tokensOfCN: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: `${parley.url}/oidc/cn/token` } } },
        },
      },
    });
  });

  it('gives every list the same shape', () => {
    const answers = routesOf(document).flatMap(({ method, path: route, operation }) => {
      const schema = operation.responses['200']?.content?.['application/json']?.schema;
      return method === 'GET' && schema ? [{ route, schema: resolved(document, schema) }] : [];
    });
    const lists = answers.filter(({ schema }) => isList(schema));
    const shaped = ({ properties = {} }: Schema) => ['items', 'next', 'asOf'].every((field) => field in properties);
    // The form of a set of keys is that of RFC 7517.
    expect(lists.filter(({ schema }) => !shaped(schema)).map(({ route }) => route)).toEqual(['/v1/keys']);
    expect(lists.length).toBeGreaterThan(45);
  });

  it('says of every field what it means', () => {
    expect(
      Object.entries(document.components.schemas).flatMap(([name, schema]) =>
        fieldsOf(name, schema)
          .filter(([, field]) => !field.description)
          .map(([field]) => field),
      ),
    ).toEqual([]);
  });

  it('gives every field that is sent an example and a limit', () => {
    const sent = Object.entries(document.components.schemas).filter(([name]) => name.endsWith('Request'));
    expect(sent.length).toBeGreaterThan(5);
    const open = sent.flatMap(([name, schema]) =>
      fieldsOf(name, schema)
        .filter(([, field]) => field.example === undefined || !isLimited(resolved(document, field)))
        .map(([field]) => field),
    );
    expect(open).toEqual([]);
  });

  it('gives every field of every schema an example, its own or its parts’, and every text a form or a limit', () => {
    const fields = Object.entries(document.components.schemas)
      .flatMap(([name, schema]) => fieldsOf(name, schema))
      .map(([name, field]) => [name, field.$ref ? resolved(document, field) : field] as const);
    expect(fields.filter(([, field]) => isLeaf(field) && field.example === undefined).map(([field]) => field)).toEqual(
      [],
    );
    expect(
      fields
        .filter(([, field]) => isOpenText(field) || (field.items && isOpenText(field.items)))
        .map(([field]) => field),
    ).toEqual([]);
    expect(fields.length).toBeGreaterThan(400);
  });

  it('names for every act what it is refused with: whatever the act, and by a rule', () => {
    const codes = (responses: ApiDocument['paths'][string][string]['responses']): readonly string[] =>
      Object.values(responses).flatMap(codesOf);
    const acts = routesOf(document).filter(({ operation }) => operation['x-act']);
    const always = [
      'unauthenticated',
      'token-invalid',
      'role-required',
      'idempotency-key-missing',
      'idempotency-key-reused',
      'stale',
    ];
    const lacking = acts.flatMap(({ method, path: route, operation }) => {
      const named = codes(operation.responses);
      return [
        ...always,
        ...(operation.requestBody?.content['application/json']
          ? ['invalid-fields', 'malformed-json', 'wrong-content-type', 'body-too-large']
          : []),
      ]
        .filter((code) => !named.includes(code))
        .map((code) => `${method} ${route}: ${code}`);
    });
    expect(lacking).toEqual([]);
    const byNoRule = acts.filter(({ operation: { responses } }) =>
      [403, 404, 409, 422].every((status) => codesOf(responses[status]).every((code) => OF_ANY_ACT.includes(code))),
    );
    // A draft is its writer's own: nothing but its absence stands against writing it anew.
    expect(byNoRule.map(({ method, path: route }) => `${method} ${route}`)).toEqual(['PUT /v1/drafts/{draftId}']);
  });
});

/** The tokens of everybody on the way. */
async function people(url: string) {
  const clients = await clientsOf(
    url,
    ...(['cn-desk', 'us-desk', 'cn-registry', 'operator', 'cn-cohead', 'us-cohead'] as const),
    ...(['cn-panel-1', 'cn-panel-2', 'us-panel-1', 'us-panel-2'] as const),
  );
  const token = (user: keyof typeof clients): string | undefined => clients[user].token;
  const sideOf = (side: 'cn' | 'us') => ({
    party: side.toUpperCase(),
    desk: token(`${side}-desk`),
    coHead: token(`${side}-cohead`),
    members: { [`${side}-panel-1`]: token(`${side}-panel-1`), [`${side}-panel-2`]: token(`${side}-panel-2`) },
  });
  const tokens = {
    complainant: token('cn-desk'),
    respondent: token('us-desk'),
    registry: token('cn-registry'),
    operator: token('operator'),
  };
  return { tokens, sides: [sideOf('cn'), sideOf('us')] };
}
