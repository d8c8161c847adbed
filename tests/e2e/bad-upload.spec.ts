import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { STAGED_FROM, stageCases, type StagedCases } from '../support/cases-at-every-stage';
import type { Answer, Client } from '../support/client';
import { clientsOf } from '../support/clients-of';
import { ParleyProcess } from '../support/parley-process';
import type { Problem } from '../support/problem';
import { recordSnapshot } from '../support/record-snapshot';
import { refused } from '../support/refused';

const OCTETS = 'application/octet-stream';
const BYTES = Buffer.from('%PDF-1.7 [constructed] the bytes of an exhibit');
const sha256 = (bytes: Buffer, encoding: 'hex' | 'base64'): string =>
  createHash('sha256').update(bytes).digest(encoding);
const announced = (bytes: Buffer): string => `sha-256=:${sha256(bytes, 'base64')}:`;

const EXHIBIT = {
  digest: sha256(BYTES, 'hex'),
  title: [{ lang: 'en', text: '[constructed] Notice', kind: 'original' }],
  fileName: 'notice.pdf',
  mediaType: 'application/pdf',
  tier: 'PARTIES',
  claims: [],
  custody: { from: 'Desk of China', to: 'Registry', at: '2026-03-02T08:00:00+01:00', purpose: 'Filing' },
};

describe('bad evidence', () => {
  let parley: ParleyProcess;
  let cases: StagedCases;
  let clients: Readonly<Record<'cn-desk' | 'us-desk' | 'us-registry' | 'us-cohead', Client>>;
  let uploadId: string;
  let before: readonly string[];

  const upload = (
    bytes: Buffer,
    headers: Readonly<Record<string, string>>,
    client = clients['cn-desk'],
  ): Promise<Answer> =>
    client.send('POST', '/v1/uploads', Uint8Array.from(bytes), { headers: { 'content-type': OCTETS, ...headers } });
  const uploaded = async (client: Client): Promise<string> =>
    ((await upload(BYTES, { 'repr-digest': announced(BYTES) }, client)).body as { uploadId: string }).uploadId;
  const file = (change: object, client = clients['cn-desk']): Promise<Answer> =>
    client.post(`/v1/cases/${cases.awaitingReply}/exhibits`, { ...EXHIBIT, uploadId, ...change });
  const kept = (): readonly string[] =>
    [...readdirSync(path.join(parley.dataDir, 'blobs'), { recursive: true, encoding: 'utf8' })].sort();
  const underWay = (): readonly string[] => kept().filter((name) => name.endsWith('.part'));
  /**
   * The record and all kept files, except uploads under way, which have a check of their own, and the log, which grows
   * behind the record by itself.
   */
  const everything = async (): Promise<readonly string[]> => [
    ...(await recordSnapshot(parley.url)),
    ...kept()
      .filter((name) => !name.endsWith('.part') && !name.startsWith('log/'))
      .map((name) => `file ${name}`),
  ];

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: STAGED_FROM, env: { PARLEY_HOSTILE_SEED: '33' } });
    cases = await stageCases(parley.url);
    clients = await clientsOf(parley.url, 'cn-desk', 'us-desk', 'us-registry', 'us-cohead');
    uploadId = await uploaded(clients['cn-desk']);
    before = await everything();
  }, 300_000);
  afterEach(async () => {
    const after = await everything();
    const added = after.filter((line) => !before.includes(line));
    before = after;
    expect(added).toEqual([]);
  });
  afterAll(() => parley.stop());

  it.each([
    ['has another digest than announced', { 'repr-digest': announced(Buffer.from('other')) }, 422],
    ['announces none', {}, 422],
    ['announces half of one', { 'repr-digest': 'sha-256=:AAAA:' }, 422],
    ['is JSON', { 'content-type': 'application/json', 'repr-digest': announced(BYTES) }, 415],
    ['is compressed on the way', { 'content-encoding': 'gzip', 'repr-digest': announced(BYTES) }, 415],
  ])('is an upload that %s', async (_what, headers: Readonly<Record<string, string>>, status) => {
    refused(await upload(BYTES, headers), { status });
  });

  it('is an upload of nothing', async () => {
    refused(await upload(Buffer.alloc(0), { 'repr-digest': announced(Buffer.alloc(0)) }), { status: 422 });
  });

  it('is an upload by who is neither desk nor registry', async () => {
    refused(await upload(BYTES, { 'repr-digest': announced(BYTES) }, clients['us-cohead']), {
      status: 403,
      code: 'role-required',
    });
  });

  it.each([
    ['at once, content-length: 100000', false],
    ['at once, transfer-encoding: chunked', false],
    ['in the middle, content-length: 100000', true],
    ['in the middle, transfer-encoding: chunked', true],
  ])('is an upload cut off %s, of which nothing stays', async (what, isUnderWay) => {
    const framing = what.split(', ')[1] ?? '';
    await dial(framing, async (socket) => {
      const half = BYTES.subarray(0, 20);
      socket.write(
        framing.startsWith('content') ? half : Buffer.concat([Buffer.from('14\r\n'), half, Buffer.from('\r\n')]),
      );
      if (isUnderWay) await until(() => underWay().length > 0);
    });
    if (isUnderWay) await until(() => underWay().length === 0);
  });

  it('is an upload of more than 100 MiB, refused before it has been sent', async () => {
    const answer = await dial(`content-length: ${101 * 1024 * 1024}`, async (socket) =>
      String((await once(socket, 'data'))[0]),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"body-too-large"');
  });

  it.each([
    '../../x',
    '..',
    '/etc/passwd',
    'a/b',
    'a\\b',
    'C:x',
    '.hidden',
    'x.',
    'x\u0000.pdf',
    'x\u202efdp.exe',
    'x\n.pdf',
    '',
    ' ',
    'x'.repeat(81),
  ])('is a file of the name %j', async (fileName) => {
    const answer = await file({ fileName });
    refused(answer, { status: 422, code: 'invalid-fields' });
    expect((answer.body as Problem).errors?.map((error) => error.path)).toEqual(['/fileName']);
  });

  it('is an exhibit of bytes that were not uploaded, or by the other party', async () => {
    refused(await file({ uploadId: randomUUID() }), {});
    refused(await file({ uploadId }, clients['us-desk']), {});
  });

  it('is an exhibit whose digest is not that of its upload', async () => {
    refused(await file({ digest: sha256(Buffer.from('other'), 'hex') }), { status: 422 });
  });

  it('is an exhibit for a claim that there is not, or with custody in the future', async () => {
    refused(await file({ claims: ['C99'] }), { status: 422 });
    refused(await file({ custody: { ...EXHIBIT.custody, at: '2030-01-01T00:00:00Z' } }), { status: 422 });
  });

  it('is an exhibit by who is no desk, in a case that has ended, or in none', async () => {
    refused(await file({}, clients['us-registry']), { status: 403, code: 'role-required' });
    refused(await clients['cn-desk'].post(`/v1/cases/${cases.withdrawn}/exhibits`, { ...EXHIBIT, uploadId }), {});
    refused(await clients['cn-desk'].post(`/v1/cases/${randomUUID()}/exhibits`, { ...EXHIBIT, uploadId }), {
      status: 404,
    });
  });

  it('leaves nothing half received behind', async () => {
    await until(() => underWay().length === 0);
    expect(underWay()).toEqual([]);
  });

  /** Opens an upload by hand. */
  async function dial<T>(framing: string, then: (socket: ReturnType<typeof connect>) => Promise<T>): Promise<T> {
    const { hostname, port } = new URL(parley.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(
      [
        'POST /v1/uploads HTTP/1.1',
        `host: ${hostname}`,
        `authorization: Bearer ${clients['cn-desk'].token ?? ''}`,
        `content-type: ${OCTETS}`,
        `repr-digest: ${announced(BYTES)}`,
        framing,
        '',
        '',
      ].join('\r\n'),
    );
    try {
      return await then(socket);
    } finally {
      socket.destroy();
    }
  }
});

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 500) throw new Error('it did not come to be');
    await delay(10);
  }
}
