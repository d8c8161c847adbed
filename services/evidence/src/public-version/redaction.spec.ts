import { randomBytes, randomUUID } from 'node:crypto';
import { sha256, streamName } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import { code, EvidenceApp, exhibitBody } from '../evidence-app.fixture';
import { writtenPdf, type PdfParts } from './written-pdf.fixture';

const SECRET = 'Acme Steel Works';

describe('public versions over HTTP', () => {
  let evidence: EvidenceApp;
  let us: string;

  beforeAll(async () => {
    evidence = await EvidenceApp.start();
    us = await evidence.bearer('us-desk', 'US', 'desk');
  });
  afterAll(() => evidence.stop());

  const exhibits = (caseId: string): string => `/v1/cases/${caseId}/exhibits`;

  async function versionOf(parts: PdfParts, more: object = {}): Promise<object> {
    const bytes = await evidence.uploaded(writtenPdf({ text: `Public ${randomUUID()}`, ...parts }), us);
    return {
      ...bytes,
      fileName: 'public.pdf',
      mediaType: 'application/pdf',
      reason: 'business-confidential',
      removed: [{ passage: SECRET, reason: 'business-confidential' }],
      ...more,
    };
  }

  async function caseWithExhibit(): Promise<string> {
    const caseId = await evidence.registeredCase();
    await evidence.post(exhibits(caseId), us, exhibitBody(await evidence.uploaded(randomBytes(50), us)));
    return caseId;
  }

  it('are refused with the layer named in which something was left, and leave no trace', async () => {
    const caseId = await caseWithExhibit();
    const before = (await evidence.store.read(streamName('evidence.exhibits', caseId))).length;
    const refused = await evidence.post(
      `${exhibits(caseId)}/USA-1/public-version`,
      us,
      await versionOf({ bookmark: `About ${SECRET}` }),
    );
    expect(refused.json()).toMatchObject({
      status: 422,
      code: 'passage-in-bookmarks',
      rule: 'I-41',
      errors: [{ path: '/removed/0' }],
    });
    expect(refused.body).not.toContain('Acme');
    expect(
      code(await evidence.post(`${exhibits(caseId)}/USA-1/public-version`, us, await versionOf({ before: 'x' }))),
    ).toBe('public-version-has-earlier-revisions');
    expect((await evidence.store.read(streamName('evidence.exhibits', caseId))).length).toBe(before);
  });

  it('are refused with the exhibit with which they come, which is then none', async () => {
    const caseId = await evidence.registeredCase();
    const publicVersion = await versionOf({ author: SECRET });
    const refused = await evidence.post(
      exhibits(caseId),
      us,
      exhibitBody(await evidence.uploaded(randomBytes(50), us), { publicVersion }),
    );
    expect(refused.json()).toMatchObject({
      code: 'passage-in-metadata',
      errors: [{ path: '/publicVersion/removed/0' }],
    });
    expect((await evidence.get(`${exhibits(caseId)}/USA-1`, us)).statusCode).toBe(404);
  });

  it(
    'say how much was removed and what was searched, and the record holds no word of it and ' +
      'nothing to guess it by',
    async () => {
      const caseId = await caseWithExhibit();
      const body = await versionOf({});
      const filed = await evidence.post(`${exhibits(caseId)}/USA-1/public-version`, us, body);
      expect(filed.json()).toMatchObject({
        publicVersion: { removals: [{ reason: 'business-confidential', passages: 1 }], checked: { format: 'pdf' } },
      });
      const events = await evidence.store.read(streamName('evidence.exhibits', caseId));
      const written = events
        .map((event) => `${JSON.stringify({ ...event, payload: '' })}${Buffer.from(event.payload).toString('utf8')}`)
        .join('\n');
      expect(written).not.toContain('Acme');
      expect(written).not.toContain(sha256(canonicalJson(body)));
    },
  );

  it('are one when the act is sent twice, and a key that is used for another is seen', async () => {
    const caseId = await caseWithExhibit();
    const [body, key] = [await versionOf({}), { 'idempotency-key': randomUUID() }];
    const url = `${exhibits(caseId)}/USA-1/public-version`;
    expect((await evidence.post(url, us, body, key)).statusCode).toBe(200);
    expect((await evidence.post(url, us, body, key)).statusCode).toBe(200);
    expect(
      (await evidence.post(url, us, { ...body, removed: [{ passage: 'Other', reason: 'personal-data' }] }, key))
        .statusCode,
    ).toBe(409);
  });

  it('are not even opened for their search where they are refused whatever stands in them, or sent again', async () => {
    const caseId = await caseWithExhibit();
    const url = `${exhibits(caseId)}/USA-1/public-version`;
    const [body, key] = [await versionOf({}), { 'idempotency-key': randomUUID() }];
    expect((await evidence.post(url, us, body, key)).statusCode).toBe(200);
    const [second, another] = [await versionOf({}), await evidence.uploaded(randomBytes(50), us)];
    const opened = jest.spyOn(evidence.blobs, 'open');
    expect((await evidence.post(url, us, body, key)).statusCode).toBe(200);
    expect((await evidence.post(url, us, body)).statusCode).toBe(200);
    expect(code(await evidence.post(url, us, second))).toBe('public-version-exists');
    expect(code(await evidence.post(`${exhibits(caseId)}/USA-9/public-version`, us, second))).toBe('unknown-exhibit');
    expect(
      code(await evidence.post(exhibits(caseId), us, exhibitBody(another, { claims: ['C99'], publicVersion: second }))),
    ).toBe('unknown-claim');
    expect(opened).not.toHaveBeenCalled();
    opened.mockRestore();
  });
});
