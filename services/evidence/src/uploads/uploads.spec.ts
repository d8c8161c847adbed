import { createHash, randomBytes } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sweepUploads } from './uploads';
import { code, EvidenceApp, exhibitBody, headerOf, sha256Of } from '../evidence-app.fixture';

describe('an upload', () => {
  let evidence: EvidenceApp;
  let desk: string;

  beforeAll(async () => {
    evidence = await EvidenceApp.start();
    desk = await evidence.bearer('us-desk', 'US', 'desk');
    await evidence.app.listen(0, '127.0.0.1');
  });
  afterAll(() => evidence.stop());

  const files = async (): Promise<readonly string[]> =>
    (await readdir(evidence.folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  const rows = async (): Promise<number> =>
    Number((await evidence.database.query<{ n: string }[]>('SELECT count(*) AS n FROM evidence.uploads'))[0]?.n);
  const sizeOf = async (bytes: Buffer): Promise<number | undefined> => {
    const opened = await evidence.blobs.open(sha256Of(bytes));
    opened?.bytes.destroy();
    return opened?.sizeBytes;
  };
  const sweep = async (): Promise<void> => {
    await sweepUploads({ database: evidence.database, blobs: evidence.blobs, settled: () => evidence.service.idle() });
  };

  /** Sends an upload by hand, so that the spec can cut it off in the middle. */
  const dial = (headers: string): Promise<Socket> =>
    new Promise((resolve) => {
      const { port } = evidence.app.getHttpServer().address() as { port: number };
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          `POST /v1/uploads HTTP/1.1\r\nhost: x\r\nauthorization: ${desk}\r\ncontent-type: ` +
            `application/octet-stream\r\n${headers}\r\n\r\n`,
        );
        resolve(socket);
      });
    });

  it('of 100 MiB is taken in constant memory', async () => {
    const chunk = randomBytes(1024 * 1024);
    const hash = createHash('sha256');
    for (let sent = 0; sent < 100; sent++) hash.update(chunk);
    const digest = hash.digest('base64');
    const before = liveMemory();
    let peak = before;
    const socket = await dial(
      `repr-digest: sha-256=:${digest}:\r\ncontent-length: ${100 * chunk.length}\r\nconnection: close`,
    );
    const answer = new Promise<string>((resolve) => socket.once('data', (data: Buffer) => resolve(data.toString())));
    for (let sent = 1; sent <= 100; sent++) {
      if (!socket.write(chunk)) await drained(socket);
      if (sent % 10 === 0) peak = mostOf(peak, liveMemory());
    }
    expect(await answer).toContain('HTTP/1.1 201');
    expect(peak.buffers - before.buffers).toBeLessThan(24 * 1024 * 1024);
    expect(peak.resident - before.resident).toBeLessThan(424 * 1024 * 1024);
  });

  it('is answered with its id, digest and size', async () => {
    const bytes = randomBytes(70_000);
    const response = await evidence.upload(bytes, desk);
    expect(response.statusCode).toBe(201);
    expect(response.json()).toMatchObject({
      uploadId: expect.any(String),
      digest: sha256Of(bytes),
      sizeBytes: 70_000,
      expiresAt: expect.any(String),
    });
    expect(await files()).toContain(sha256Of(bytes));
  });

  it('takes Content-Digest as well, and leaves other algorithms aside', async () => {
    const bytes = randomBytes(10);
    const digest = `sha-512=:AAAA:, ${headerOf(bytes)}`;
    expect((await evidence.upload(bytes, desk, { 'content-digest': digest })).statusCode).toBe(201);
  });

  const small = Buffer.from('bytes of an exhibit that is refused');
  it.each([
    ['without a digest', {}, 422, 'digest-missing'],
    ['with a digest that is none', { 'repr-digest': 'sha-256=abc' }, 422, 'digest-malformed'],
    ['with an MD5 alone', { 'repr-digest': 'md5=:AAAA:' }, 422, 'digest-malformed'],
    [
      'with two digests that differ',
      { 'repr-digest': headerOf(small), 'content-digest': headerOf(Buffer.from('x')) },
      422,
      'digest-malformed',
    ],
    ['with another digest than its bytes have', { 'repr-digest': headerOf(Buffer.from('x')) }, 422, 'digest-differs'],
    ['of no byte', { 'repr-digest': headerOf(Buffer.alloc(0)) }, 422, 'upload-empty'],
    ['of JSON', { 'repr-digest': headerOf(small), 'content-type': 'application/json' }, 415, 'wrong-content-type'],
    [
      'of a form',
      { 'repr-digest': headerOf(small), 'content-type': 'multipart/form-data; boundary=x' },
      415,
      'wrong-content-type',
    ],
    [
      'that is compressed on the way',
      { 'repr-digest': headerOf(small), 'content-encoding': 'gzip' },
      415,
      'wrong-content-type',
    ],
    [
      'that declares more than the limit',
      { 'repr-digest': headerOf(small), 'content-length': String(100 * 1024 * 1024 + 1) },
      413,
      'body-too-large',
    ],
  ])('%s is refused and leaves nothing', async (_what, headers, status, expected) => {
    const before = [await rows(), (await files()).length];
    const response = await evidence.upload(small, desk, headers);
    expect([response.statusCode, code(response)]).toEqual([status, expected]);
    expect([await rows(), (await files()).length]).toEqual(before);
  });

  it('without a body is refused', async () => {
    const response = await evidence.app.inject({
      method: 'POST',
      url: '/v1/uploads',
      headers: { authorization: desk, 'repr-digest': headerOf(small) },
    });
    expect([response.statusCode, code(response)]).toEqual([415, 'wrong-content-type']);
  });

  it('is for desks and the registry alone', async () => {
    expect((await evidence.upload(small, await evidence.bearer('auditor', 'US', 'auditor'))).statusCode).toBe(403);
    expect((await evidence.upload(small, 'Bearer x')).statusCode).toBe(401);
  });

  it('that is cut off in the middle leaves nothing', async () => {
    const before = [await rows(), (await files()).length];
    const socket = await dial(`repr-digest: ${headerOf(small)}\r\ncontent-length: 1000`);
    socket.write(Buffer.alloc(500));
    await until(async () => (await rows()) === before[0]! + 1);
    socket.destroy();
    await until(async () => (await rows()) === before[0]);
    expect((await files()).length).toBe(before[1]);
  });

  it('that turns out larger than the limit ends with an answer and leaves nothing', async () => {
    const before = [await rows(), (await files()).length];
    const socket = await dial(`repr-digest: ${headerOf(small)}\r\ntransfer-encoding: chunked`);
    const answer = new Promise<string>((resolve) => socket.once('data', (data: Buffer) => resolve(data.toString())));
    const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(0x100000), Buffer.from('\r\n')]);
    for (let sent = 0; sent <= 100 && !socket.destroyed; sent++) {
      if (!socket.write(chunk)) await drained(socket);
    }
    expect(await answer).toContain('HTTP/1.1 413');
    socket.destroy();
    await until(async () => (await rows()) === before[0]);
    expect((await files()).length).toBe(before[1]);
  });

  it('goes when it has expired and no exhibit uses its bytes', async () => {
    const [forgotten, used, twice] = [randomBytes(20), randomBytes(30), randomBytes(40)];
    await evidence.uploaded(forgotten, desk);
    const caseId = await evidence.registeredCase();
    const filed = await evidence.uploaded(used, desk);
    expect((await evidence.post(`/v1/cases/${caseId}/exhibits`, desk, exhibitBody(filed))).statusCode).toBe(201);
    const first = await evidence.uploaded(twice, desk);
    await evidence.database.query(`UPDATE evidence.uploads SET expires_at = now() - interval '1 second'`);
    await evidence.uploaded(twice, desk);
    await sweep();
    const left = await files();
    expect(left).not.toContain(sha256Of(forgotten));
    expect(left).toEqual(expect.arrayContaining([sha256Of(used), sha256Of(twice)]));
    const late = await evidence.post(`/v1/cases/${caseId}/exhibits`, desk, exhibitBody(first));
    expect([late.statusCode, code(late)]).toEqual([422, 'upload-unknown']);
  });

  it('takes nothing away from an exhibit or another context by announcing the digest of their bytes', async () => {
    const [exhibited, dossier] = [randomBytes(60), randomBytes(70)];
    const caseId = await evidence.registeredCase();
    await evidence.post(`/v1/cases/${caseId}/exhibits`, desk, exhibitBody(await evidence.uploaded(exhibited, desk)));
    await evidence.blobs.put(Readable.from([dossier]), { limitBytes: 70, keeper: 'referral' });
    await evidence.database.query(`UPDATE evidence.uploads SET expires_at = now() - interval '1 second'`);
    await sweep();
    for (const bytes of [exhibited, dossier]) {
      expect(code(await evidence.upload(small, desk, { 'repr-digest': headerOf(bytes) }))).toBe('digest-differs');
      expect(await sizeOf(bytes)).toBe(bytes.length);
    }
    await evidence.uploaded(dossier, desk);
    await evidence.database.query(`UPDATE evidence.uploads SET expires_at = now() - interval '1 second'`);
    await sweep();
    expect(await sizeOf(dossier)).toBe(70);
  });

  it('is refused when its party has too many that nothing uses', async () => {
    const cn = await evidence.bearer('cn-desk', 'CN', 'desk');
    await evidence.database.query(
      `INSERT INTO evidence.uploads (upload_id, party, received_by, digest, size_bytes, expires_at)
       SELECT gen_random_uuid(), 'CN', 'x', n::text, 1, now() + interval '1 day' FROM generate_series(1, 200) AS n`,
    );
    const response = await evidence.upload(small, cn);
    expect([response.statusCode, code(response)]).toEqual([409, 'too-many-uploads']);
    expect((await evidence.upload(small, desk)).statusCode).toBe(201);
  });

  it('counts against its party whether or not the other one has filed the same bytes (I-43)', async () => {
    const [secret, other] = [randomBytes(80), randomBytes(80)];
    const chinese = await evidence.bearer('cn-desk', 'CN', 'desk');
    const caseId = await evidence.registeredCase();
    expect(
      (await evidence.post(`/v1/cases/${caseId}/exhibits`, desk, exhibitBody(await evidence.uploaded(secret, desk))))
        .statusCode,
    ).toBe(201);
    await evidence.service.idle();
    const refusedAfter = async (guess: Buffer): Promise<boolean> => {
      await evidence.database.query(`DELETE FROM evidence.uploads WHERE party = 'CN'`);
      await evidence.database.query(
        `INSERT INTO evidence.uploads (upload_id, party, received_by, digest, size_bytes, expires_at)
         SELECT gen_random_uuid(), 'CN', 'x', 'other ' || n::text, 1, now() + interval '1 day' FROM generate_series(1, 199) AS n`,
      );
      expect((await evidence.upload(guess, chinese)).statusCode).toBe(201);
      return (await evidence.upload(other, chinese)).statusCode === 409;
    };
    expect(await refusedAfter(secret)).toBe(true);
    expect(await refusedAfter(randomBytes(80))).toBe(true);
    await evidence.database.query(`DELETE FROM evidence.uploads WHERE party = 'CN'`);
  });

  it('is kept for its own side, which learns nothing by it of what the other side filed (I-43)', async () => {
    const bytes = randomBytes(90);
    const chinese = await evidence.bearer('cn-desk', 'CN', 'desk');
    const caseId = await evidence.registeredCase();
    await evidence.post(`/v1/cases/${caseId}/exhibits`, desk, exhibitBody(await evidence.uploaded(bytes, desk)));
    await evidence.service.idle();
    await evidence.uploaded(bytes, chinese);
    const isKept = async (keeper: string): Promise<boolean> => {
      const opened = await evidence.blobs.open(sha256Of(bytes), keeper);
      opened?.bytes.destroy();
      return opened !== undefined;
    };
    expect([await isKept('uploadsus'), await isKept('uploadscn')]).toEqual([true, true]);
    await evidence.database.query(`UPDATE evidence.uploads SET expires_at = now() - interval '1 second'`);
    await sweep();
    expect([await isKept('uploadsus'), await isKept('uploadscn')]).toEqual([true, false]);
  });

  it('mends an exhibit whose stored bytes were damaged', async () => {
    const caseId = await evidence.registeredCase();
    const bytes = randomBytes(50);
    await evidence.post(`/v1/cases/${caseId}/exhibits`, desk, exhibitBody(await evidence.uploaded(bytes, desk)));
    const digest = sha256Of(bytes);
    await writeFile(path.join(evidence.folder, 'uploadsus', digest.slice(0, 2), digest), Buffer.alloc(50));
    expect((await evidence.get(`/v1/cases/${caseId}/exhibits/USA-1/content`, desk)).statusCode).toBe(409);
    await evidence.upload(bytes, desk);
    const mended = await evidence.get(`/v1/cases/${caseId}/exhibits/USA-1/content`, desk);
    expect([mended.statusCode, mended.rawPayload]).toEqual([200, bytes]);
  });
});

interface Memory {
  readonly resident: number;
  readonly buffers: number;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Memory that is held, without what merely waits to be collected. */
function liveMemory(): Memory {
  collectGarbage();
  const { rss, arrayBuffers } = process.memoryUsage();
  return { resident: rss, buffers: arrayBuffers };
}

const mostOf = (one: Memory, other: Memory): Memory => ({
  resident: Math.max(one.resident, other.resident),
  buffers: Math.max(one.buffers, other.buffers),
});

/** Waits until more can be written, or until nobody reads any more. */
const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });

/** Waits for something that another connection is about to bring about. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}
