import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerFaults } from '../../support/answer-faults';
import {
  codesOf,
  readDocument,
  readServedDocument,
  resolved,
  routesOf,
  type ApiDocument,
  type Schema,
} from '../../support/api-document';
import { makeFolder, removeFolder } from '../../support/data-folder';
import { exampleOf } from '../../support/example-body';
import { ParleyProcess } from '../../support/parley-process';
import { specificationFaults } from '../../support/specification-faults';
import { answersShown } from './answers-shown';
import { nameFaults } from './operation-names';
import { fieldsOf, isLeaf, isLimited, isList, isOpenText } from './schema-fields';

const WORKSPACE = path.resolve(__dirname, '../../..');

/** Schemas of values that are sent and shown alike, and of problems. */
const NAMED_VALUES =
  /^(AuthoredText(UpTo\d+)?|Digest|PartyCode|PersonId|DocketNumber|Instant|Day|Uuid|EventType|ServedDocumentKind|\w*Problem(Code)?)$/;

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
    parley = await ParleyProcess.start();
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

  it.each(['en', 'zh-Hans'])(
    'comes in 1 MB, in 150 kB however compressed, and not again to who has it: %s',
    async (of) => {
      const ask = (headers: Readonly<Record<string, string>>) =>
        fetch(`${parley.url}/openapi.json`, { headers: { 'accept-language': of, ...headers } });
      const plain = await ask({ 'accept-encoding': 'identity' });
      expect(plain.headers.get('content-language')).toBe(of);
      expect((await plain.arrayBuffer()).byteLength).toBeLessThanOrEqual(1_000_000);
      for (const coding of ['br', 'gzip']) {
        const compressed = await ask({ 'accept-encoding': coding });
        expect(compressed.headers.get('content-encoding')).toBe(coding);
        expect(Number(compressed.headers.get('content-length'))).toBeLessThanOrEqual(150_000);
      }
      const again = await ask({ 'if-none-match': plain.headers.get('etag') ?? '' });
      expect([again.status, await again.text()]).toEqual([304, '']);
    },
  );

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
    const alike = Map.groupBy(Object.keys(schemas), (name) => schemas[name]?.description);
    expect([...alike.values()].filter((names) => names.length > 1)).toEqual([]);
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

  it('gives every field that is sent an example, its own or its parts’, and a limit', () => {
    const sent = Object.entries(document.components.schemas).filter(([name]) => name.endsWith('Request'));
    expect(sent.length).toBeGreaterThan(5);
    const open = sent.flatMap(([name, schema]) =>
      fieldsOf(name, schema)
        .filter(([, field]) => exampleOf(document, field) === undefined || !isLimited(resolved(document, field)))
        .map(([field]) => field),
    );
    expect(open).toEqual([]);
  });

  it('gives every field an example, its own, its parts’ or the first of its values, and every text a limit', () => {
    const fields = Object.entries(document.components.schemas)
      .flatMap(([name, schema]) => fieldsOf(name, schema))
      .map(([name, field]) => [name, field.$ref ? resolved(document, field) : field] as const);
    expect(
      fields
        .filter(([, field]) => isLeaf(field) && field.example === undefined && field.enum === undefined)
        .map(([field]) => field),
    ).toEqual([]);
    expect(
      fields
        .filter(([, field]) => isOpenText(field) || (field.items && isOpenText(field.items)))
        .map(([field]) => field),
    ).toEqual([]);
    expect(fields.length).toBeGreaterThan(400);
  });

  it('shows on its pages, of every operation that answers in JSON, an answer that its schema allows', async () => {
    const shown = await answersShown(parley.url);
    const faults = routesOf(document).flatMap(({ operation: { operationId, responses } }) =>
      Object.entries(responses).flatMap(([status, { content }]) => {
        const schema = content?.['application/json']?.schema;
        if (!status.startsWith('2') || !schema) return [];
        const example = shown.get(operationId);
        return (example === undefined ? ['none'] : answerFaults(document, schema, example)).map(
          (fault) => `${operationId} ${status}: ${fault}`,
        );
      }),
    );
    expect(faults).toEqual([]);
    expect(shown.size).toBeGreaterThan(250);
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
