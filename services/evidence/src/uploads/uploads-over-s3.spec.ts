import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { describeWithS3, openTestBlobs } from '@parley/testing/s3';
import { sweepUploads } from './uploads';
import { EvidenceApp, exhibitBody, headerOf, sha256Of } from '../evidence-app.fixture';

const MIB = 1024 * 1024;

describeWithS3('an upload that an object storage keeps', (server) => {
  let stored: Awaited<ReturnType<typeof openTestBlobs>>;
  let evidence: EvidenceApp;
  let desk: string;

  beforeAll(async () => {
    stored = await openTestBlobs(server());
    evidence = await EvidenceApp.start(stored.blobs);
    desk = await evidence.bearer('us-desk', 'US', 'desk');
  });

  afterAll(async () => {
    await evidence.stop();
    await stored.close();
  });

  it.each([1_000, 20 * MIB])('becomes an exhibit of %d bytes that reads as it was sent', async (size) => {
    const bytes = randomBytes(size);
    const caseId = await evidence.registeredCase();
    const filed = await evidence.post(
      `/v1/cases/${caseId}/exhibits`,
      desk,
      exhibitBody(await evidence.uploaded(bytes, desk)),
    );
    expect(filed.statusCode).toBe(201);
    const { number } = filed.json<{ number: string }>();
    const read = await evidence.get(`/v1/cases/${caseId}/exhibits/${number}/content`, desk);
    expect([read.statusCode, sha256Of(read.rawPayload)]).toEqual([200, sha256Of(bytes)]);
    expect(await stored.bucket.objects()).toContain(
      `parley/${sha256Of(bytes).slice(0, 2)}/${sha256Of(bytes)}/uploadsus`,
    );
  });

  it('with another digest than was announced is refused and leaves nothing', async () => {
    const before = await stored.bucket.objects();
    const refused = await evidence.upload(randomBytes(10 * MIB), desk, {
      'repr-digest': headerOf(Buffer.from('something else')),
    });
    expect(refused.statusCode).toBe(422);
    expect([await stored.bucket.objects(), await stored.bucket.unfinished()]).toEqual([before, []]);
  });

  it('is gone from the storage once it has expired', async () => {
    const bytes = randomBytes(5_000);
    const { digest } = await evidence.uploaded(bytes, desk);
    const opened = await evidence.blobs.open(sha256Of(bytes));
    expect(opened && sha256Of(await buffer(opened.bytes))).toBe(digest);
    await evidence.database.query(
      `UPDATE evidence.uploads SET expires_at = now() - interval '1 second' WHERE digest = $1`,
      [digest],
    );
    await sweepUploads({ database: evidence.database, blobs: evidence.blobs, settled: () => evidence.service.idle() });
    expect(await evidence.blobs.open(sha256Of(bytes))).toBeUndefined();
  });
});
