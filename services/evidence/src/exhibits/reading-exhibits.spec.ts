import { randomBytes, randomUUID } from 'node:crypto';
import { intake } from '@parley/contracts';
import { code, english, EvidenceApp, headerOf, numbers, publicVersionBody, START } from '../evidence-app.fixture';

describe('exhibits being read over HTTP', () => {
  let evidence: EvidenceApp;
  let us: string;
  let cn: string;
  let registry: string;
  let auditor: string;
  let member: string;

  beforeAll(async () => {
    evidence = await EvidenceApp.start();
    ({ us, cn, registry, auditor, member } = await evidence.people());
  });
  afterAll(() => evidence.stop());
  beforeEach(() => {
    evidence.time.now = START;
  });

  const exhibitsOf = (caseId: string): string => `/v1/cases/${caseId}/exhibits`;
  const file = (caseId: string, bytes = randomBytes(100), more: object = {}, bearer = us) =>
    evidence.fileExhibit(caseId, bearer, bytes, more);

  it('are seen by those whose tier they are, and not counted for anybody else', async () => {
    const caseId = await evidence.registeredCase();
    await evidence.convenePanel(caseId, 'us-member');
    for (const tier of ['PUBLIC', 'PARTIES', 'PANEL']) await file(caseId, randomBytes(9), { tier });
    const seen = async (bearer?: string) => numbers(await evidence.get(exhibitsOf(caseId), bearer));
    expect(await seen(us)).toEqual(['USA-1', 'USA-2', 'USA-3']);
    expect(await seen(cn)).toEqual(['USA-1', 'USA-2', 'USA-3']);
    expect(await seen(registry)).toEqual(['USA-1', 'USA-2', 'USA-3']);
    expect(await seen(auditor)).toEqual(['USA-1', 'USA-2', 'USA-3']);
    expect(await seen(member)).toEqual(['USA-1', 'USA-3']);
    expect(await seen(await evidence.bearer('other-member', 'CN', 'panel'))).toEqual(['USA-1']);
    expect(await seen()).toEqual(['USA-1']);
    const open = await evidence.get(exhibitsOf(caseId));
    expect(open.headers['etag']).toBeUndefined();
    expect(open.json<{ next: unknown }>().next).toBeNull();
  });

  it('do not exist for outsiders before the case is registered, be they public', async () => {
    const caseId = await evidence.filedCase();
    const bytes = randomBytes(9);
    await file(caseId, bytes, { tier: 'PUBLIC' });
    const missing = await evidence.get(exhibitsOf('00000000-0000-4000-8000-000000000000'));
    const hidden = await evidence.get(exhibitsOf(caseId));
    expect([hidden.statusCode, code(hidden)]).toEqual([missing.statusCode, code(missing)]);
    expect((await evidence.get(`${exhibitsOf(caseId)}/USA-1/content`)).statusCode).toBe(404);
    expect((await evidence.get(`${exhibitsOf(caseId)}/USA-1/content`, cn)).rawPayload).toEqual(bytes);
  });

  it('of another tier answer as those that are not there', async () => {
    const caseId = await evidence.registeredCase();
    await file(caseId);
    for (const end of ['', '/content', '/public-version/content']) {
      const [sealed, missing] = [
        await evidence.get(`${exhibitsOf(caseId)}/USA-1${end}`),
        await evidence.get(`${exhibitsOf(caseId)}/USA-9${end}`),
      ];
      const told = (response: typeof sealed) => ({ ...response.json<object>(), instance: '' });
      expect([sealed.statusCode, told(sealed)]).toEqual([404, told(missing)]);
    }
  });

  it('come with their digest', async () => {
    const caseId = await evidence.registeredCase();
    const bytes = randomBytes(200_000);
    await file(caseId, bytes, { fileName: '关税 (final).html', mediaType: 'text/html' });
    const response = await evidence.get(`${exhibitsOf(caseId)}/USA-1/content`, cn);
    expect(response.rawPayload).toEqual(bytes);
    expect(response.headers).toMatchObject({
      'content-length': '200000',
      'repr-digest': headerOf(bytes),
      'content-disposition': `attachment; filename*=UTF-8''%E5%85%B3%E7%A8%8E%20%28final%29.html`,
    });
  });

  it.each(['text/html', 'text/javascript', 'application/xhtml+xml'])(
    'of the type %s run in nobody’s browser, nor do their public versions and translations',
    async (mediaType) => {
      const caseId = await evidence.registeredCase();
      const asFiled = { fileName: 'page', mediaType };
      const page = (): Promise<object> => evidence.uploaded(Buffer.from(`<script>${randomUUID()}</script>`), us);
      await file(caseId, randomBytes(9), asFiled);
      await evidence.post(`${exhibitsOf(caseId)}/USA-1/public-version`, us, {
        ...publicVersionBody(await page()),
        ...asFiled,
      });
      const translation = { ...asFiled, language: 'zh-Hans', divergences: [] };
      await evidence.post(`${exhibitsOf(caseId)}/USA-1/translations`, us, { ...(await page()), ...translation });
      await evidence.hear(caseId, intake.ReplyServedSchema, {
        caseId,
        counterStatements: [{ claimId: 'C1', statement: english('x') }],
      });
      const reply = `/v1/cases/${caseId}/documents/reply`;
      await evidence.post(`${reply}/translations`, us, { ...(await page()), ...translation });
      const exhibit = `${exhibitsOf(caseId)}/USA-1`;
      for (const url of [
        exhibit,
        `${exhibit}/public-version`,
        `${exhibit}/translations/1`,
        `${reply}/translations/1`,
      ]) {
        const { statusCode, headers } = await evidence.get(`${url}/content`, us);
        expect([url, statusCode, headers]).toEqual([
          url,
          200,
          expect.objectContaining({
            'content-type': 'application/octet-stream',
            'content-disposition': expect.stringMatching(/^attachment; /),
            'content-security-policy': "default-src 'none'; sandbox",
            'x-content-type-options': 'nosniff',
          }),
        ]);
      }
    },
  );

  it('are listed in pages', async () => {
    const caseId = await evidence.registeredCase();
    for (let filed = 0; filed < 3; filed++) await file(caseId);
    const first = await evidence.get(`${exhibitsOf(caseId)}?limit=2`, us);
    const { next } = first.json<{ next: string }>();
    expect(numbers(first)).toEqual(['USA-1', 'USA-2']);
    const rest = await evidence.get(`${exhibitsOf(caseId)}?limit=2&cursor=${next}`, us);
    expect([numbers(rest), rest.json<{ next: unknown }>().next]).toEqual([['USA-3'], null]);
    expect(code(await evidence.get(`${exhibitsOf(caseId)}?cursor=made-up`, us))).toBe('cursor-invalid');
  });

  describe('and their reads', () => {
    it('are logged with person, tier and purpose, for auditors alone (I-40)', async () => {
      const caseId = await evidence.registeredCase();
      await file(caseId);
      const exhibit = `${exhibitsOf(caseId)}/USA-1`;
      await evidence.get(`${exhibit}/content`, cn, { 'parley-purpose': 'Preparing the reply' });
      await evidence.get(exhibit, registry);
      await evidence.get(exhibitsOf(caseId), us);
      const reads = (await evidence.get(`${exhibit}/reads`, auditor)).json<{ items: object[] }>().items;
      expect(reads).toMatchObject([
        { personId: 'us-desk', party: 'US', tier: 'PARTIES', what: 'line', purpose: 'Taking part' },
        { personId: 'us-registry', what: 'particulars' },
        {
          personId: 'cn-desk',
          roles: ['desk'],
          tier: 'PARTIES',
          what: 'content',
          purpose: 'Preparing the reply',
          at: START,
        },
      ]);
      expect((await evidence.get(`${exhibit}/reads`, us)).statusCode).toBe(403);
      expect((await evidence.get(`${exhibit}/reads`)).statusCode).toBe(401);
      const page = (await evidence.get(`${exhibit}/reads?limit=1`, auditor)).json<{ items: object[]; next: string }>();
      expect(
        (await evidence.get(`${exhibit}/reads?limit=1&cursor=${page.next}`, auditor)).json<{ items: object[] }>().items,
      ).toEqual([reads[1]]);
    });

    it('are not logged when they are public, nor for a version that is', async () => {
      const caseId = await evidence.registeredCase();
      await file(caseId, randomBytes(9), { tier: 'PUBLIC' });
      await evidence.get(`${exhibitsOf(caseId)}/USA-1/content`, cn);
      expect((await evidence.get(`${exhibitsOf(caseId)}/USA-1/reads`, auditor)).json()).toEqual({
        items: [],
        next: null,
        asOf: null,
      });
    });

    it('stay logged: the log only grows', async () => {
      await expect(evidence.database.query('DELETE FROM evidence.reads')).rejects.toThrow('only grows');
      await expect(evidence.database.query(`UPDATE evidence.reads SET purpose = 'other'`)).rejects.toThrow(
        'only grows',
      );
      await expect(evidence.database.query('TRUNCATE evidence.reads')).rejects.toThrow('only grows');
    });

    it('need a purpose that can be written down, if one is given', async () => {
      const caseId = await evidence.registeredCase();
      await file(caseId);
      const response = await evidence.get(`${exhibitsOf(caseId)}/USA-1/content`, us, {
        'parley-purpose': 'x'.repeat(201),
      });
      expect(response.statusCode).toBe(400);
    });
  });
});
