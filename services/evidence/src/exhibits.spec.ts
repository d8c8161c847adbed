import { randomBytes } from 'node:crypto';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { intake, panelReview, told } from '@parley/contracts';
import { domainEventOf, streamName } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import { EvidenceApp, exhibitBody, headerOf, LONG_STOP, sha256Of, START } from './evidence-app.fixture';
import { publishes } from './integration/publishes';

interface Shown {
  readonly number: string;
  readonly extent: string;
  readonly title: unknown;
  readonly file: unknown;
  readonly publicVersion: { readonly reason: string } | null;
  readonly damage: readonly { readonly copy: string }[];
}

const code = (response: { json: () => unknown }): unknown => (response.json() as { code?: string }).code;
const numbers = (response: { json: () => unknown }): readonly string[] => (response.json() as { items: Shown[] }).items.map(({ number }) => number);

describe('exhibits over HTTP', () => {
  let evidence: EvidenceApp;
  let us: string;
  let cn: string;
  let registry: string;
  let auditor: string;
  let member: string;

  beforeAll(async () => {
    evidence = await EvidenceApp.start();
    us = await evidence.bearer('us-desk', 'US', 'desk');
    cn = await evidence.bearer('cn-desk', 'CN', 'desk');
    registry = await evidence.bearer('us-registry', 'US', 'registry');
    auditor = await evidence.bearer('cn-auditor', 'CN', 'auditor');
    member = await evidence.bearer('us-member', 'US', 'panel');
  });
  afterAll(() => evidence.stop());
  beforeEach(() => {
    evidence.time.now = START;
  });

  const exhibitsOf = (caseId: string): string => `/v1/cases/${caseId}/exhibits`;
  const fileOf = (bytes: Buffer): string => path.join(evidence.folder, 'evidence', sha256Of(bytes).slice(0, 2), sha256Of(bytes));
  const recorded = (caseId: string) => evidence.store.read(streamName('evidence.exhibits', caseId));

  async function file(caseId: string, bytes = randomBytes(100), more: object = {}, bearer = us) {
    return evidence.post(exhibitsOf(caseId), bearer, exhibitBody(await evidence.uploaded(bytes, bearer), more));
  }

  describe('being filed', () => {
    it('are numbered by party, with the place where they stand', async () => {
      const caseId = await evidence.filedCase();
      const [first, theirs, second] = [await file(caseId), await file(caseId, randomBytes(9), {}, cn), await file(caseId)];
      expect([first, theirs, second].map((response) => response.json<Shown>().number)).toEqual(['USA-1', 'CHN-1', 'USA-2']);
      expect([second.statusCode, second.headers['location']]).toEqual([201, `${exhibitsOf(caseId)}/USA-2`]);
    });

    it('are one when the act is sent twice, also when the upload is gone by then', async () => {
      const caseId = await evidence.filedCase();
      const body = exhibitBody(await evidence.uploaded(randomBytes(9), us));
      const key = { 'idempotency-key': 'the-same' };
      const first = await evidence.post(exhibitsOf(caseId), us, body, key);
      await evidence.database.query('DELETE FROM evidence.uploads');
      const again = await evidence.post(exhibitsOf(caseId), us, body, key);
      expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
      expect(code(await evidence.post(exhibitsOf(caseId), us, { ...body, tier: 'PUBLIC' }, key))).toBe('idempotency-key-reused');
    });

    it('have one number each when many are filed at once', async () => {
      const caseId = await evidence.filedCase();
      const filed = await Promise.all(Array.from({ length: 6 }, () => file(caseId)));
      expect(filed.map((response) => response.json<Shown>().number).sort()).toEqual([1, 2, 3, 4, 5, 6].map((serial) => `USA-${serial}`));
    });

    const cases: readonly (readonly [string, object, string, string])[] = [
      ['a path as its name', { fileName: '../../x' }, '/fileName', 'wrong-form'],
      ['a backslash in its name', { fileName: 'a\\b' }, '/fileName', 'wrong-form'],
      ['a name that is none', { fileName: '..' }, '/fileName', 'wrong-form'],
      ['a hidden name', { fileName: '.profile' }, '/fileName', 'wrong-form'],
      ['a control character in its name', { fileName: 'a\u0000b' }, '/fileName', 'control-character'],
      ['a right-to-left override in its name', { fileName: 'a\u202egpj.exe' }, '/fileName', 'bidi-control'],
      ['an empty name', { fileName: '' }, '/fileName', 'empty'],
      ['a name that is too long', { fileName: 'x'.repeat(81) }, '/fileName', 'too-long'],
      ['no media type', { mediaType: undefined }, '/mediaType', 'required'],
      ['a media type with a line break', { mediaType: 'text/html\r\nset-cookie: x' }, '/mediaType', 'control-character'],
      ['a tier of deliberation', { tier: 'DELIBERATION' }, '/tier', 'not-one-of'],
      ['an unknown field', { secret: true }, '/secret', 'unknown-field'],
      ['a date that does not exist', { custody: { from: 'a', to: 'b', at: '2025-02-30T10:00:00Z', purpose: 'c' } }, '/custody/at', 'not-an-instant'],
      ['an upload id that is none', { uploadId: '../x' }, '/uploadId', 'not-a-uuid'],
      ['another digest than the upload', { digest: 'f'.repeat(64) }, '/digest', 'digest-differs'],
      ['an upload that does not exist', { uploadId: '00000000-0000-4000-8000-000000000000' }, '/uploadId', 'upload-unknown'],
      ['a claim that is not there', { claims: ['C9'] }, '/claims/0', 'unknown-claim'],
      ['a public version though it is public', { tier: 'PUBLIC', publicVersion: publicVersionBody() }, '/publicVersion', 'exhibit-is-public'],
    ];
    it.each(cases)('are refused with %s, and leave no trace', async (_what, more, at, expected) => {
      const caseId = await evidence.registeredCase();
      const before = (await recorded(caseId)).length;
      const response = await file(caseId, randomBytes(10), more);
      const problem = response.json<{ errors: { path: string; code: string }[] }>();
      expect(response.statusCode === 422 || response.statusCode === 409).toBe(true);
      expect(problem.errors).toContainEqual(expect.objectContaining({ path: at, code: expected }));
      expect((await recorded(caseId)).length).toBe(before);
    });

    it("cannot be made of the other party's upload", async () => {
      const caseId = await evidence.registeredCase();
      const response = await evidence.post(exhibitsOf(caseId), us, exhibitBody(await evidence.uploaded(randomBytes(5), cn)));
      expect([response.statusCode, code(response)]).toEqual([422, 'upload-unknown']);
    });

    it('need a desk, a case that is there, and time', async () => {
      const caseId = await evidence.registeredCase();
      expect((await file(caseId, randomBytes(9), {}, registry)).statusCode).toBe(403);
      expect((await file('00000000-0000-4000-8000-000000000000')).statusCode).toBe(404);
      expect((await file('not-an-id')).statusCode).toBe(404);
      evidence.time.now = LONG_STOP;
      expect(code(await file(caseId, randomBytes(9), { custody: { from: 'a', to: 'b', at: START, purpose: 'c' } }))).toBe('long-stop-passed');
    });

    it('are refused after the screening has ended', async () => {
      const caseId = await evidence.registeredCase();
      await evidence.hear(caseId, intake.ScreeningEndedSchema, { caseId, outcome: 'withdrawn' });
      expect(code(await file(caseId))).toBe('screening-ended');
      await evidence.hear(caseId, intake.LapseSetAsideSchema, { caseId });
      expect((await file(caseId)).statusCode).toBe(201);
    });

    it('honour If-Match', async () => {
      const caseId = await evidence.registeredCase();
      const etag = (await evidence.get(exhibitsOf(caseId), us)).headers['etag'] ?? '';
      const body = exhibitBody(await evidence.uploaded(randomBytes(9), us));
      await file(caseId);
      expect((await evidence.post(exhibitsOf(caseId), us, body, { 'if-match': etag })).statusCode).toBe(412);
    });
  });

  describe('being read', () => {
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
        const [sealed, missing] = [await evidence.get(`${exhibitsOf(caseId)}/USA-1${end}`), await evidence.get(`${exhibitsOf(caseId)}/USA-9${end}`)];
        const told = (response: typeof sealed) => ({ ...response.json<object>(), instance: '' });
        expect([sealed.statusCode, told(sealed)]).toEqual([404, told(missing)]);
      }
    });

    it('come with their digest and never as a page of ours', async () => {
      const caseId = await evidence.registeredCase();
      const bytes = randomBytes(200_000);
      await file(caseId, bytes, { fileName: '关税 (final).html', mediaType: 'text/html' });
      const response = await evidence.get(`${exhibitsOf(caseId)}/USA-1/content`, cn);
      expect(response.rawPayload).toEqual(bytes);
      expect(response.headers).toMatchObject({
        'content-type': 'text/html',
        'content-length': '200000',
        'repr-digest': headerOf(bytes),
        'x-content-type-options': 'nosniff',
        'content-disposition': `attachment; filename*=UTF-8''%E5%85%B3%E7%A8%8E%20%28final%29.html`,
      });
    });

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
  });

  describe('damaged where they are stored (I-33)', () => {
    const damages: readonly (readonly [string, number, (bytes: Buffer) => Promise<void>])[] = [
      ['changed', 500, async (bytes) => writeFile(fileOf(bytes), randomBytes(500))],
      ['cut short', 100_000, async (bytes) => truncate(fileOf(bytes), 99_999)],
      ['missing', 500, async (bytes) => rm(fileOf(bytes))],
    ];
    it.each(damages)('are not handed out when they are %s, which goes on record once', async (_what, size, damage) => {
      const caseId = await evidence.registeredCase();
      const bytes = randomBytes(size);
      await file(caseId, bytes);
      await damage(bytes);
      for (let read = 0; read < 2; read++) {
        const response = await evidence.get(`${exhibitsOf(caseId)}/USA-1/content`, us);
        expect([response.statusCode, code(response)]).toEqual([409, 'exhibit-corrupted']);
      }
      const found = (await recorded(caseId)).filter(({ type }) => type === 'ExhibitFoundCorrupt');
      expect(found).toHaveLength(1);
      expect((await evidence.get(`${exhibitsOf(caseId)}/USA-1`, us)).json<Shown>().damage).toMatchObject([{ copy: 'original' }]);
    });

    it('are cut off before their end when they are large, and then refused', async () => {
      const caseId = await evidence.registeredCase();
      const bytes = randomBytes(1_000_000);
      await file(caseId, bytes);
      const stored = await readFile(fileOf(bytes));
      stored.writeUInt8(stored.readUInt8(500_000) ^ 1, 500_000);
      await writeFile(fileOf(bytes), stored);
      await expect(evidence.get(`${exhibitsOf(caseId)}/USA-1/content`, us)).rejects.toThrow();
      while (!(await recorded(caseId)).some(({ type }) => type === 'ExhibitFoundCorrupt')) await new Promise((resolve) => setImmediate(resolve));
      expect(code(await evidence.get(`${exhibitsOf(caseId)}/USA-1/content`, us))).toBe('exhibit-corrupted');
    });
  });

  describe('read by somebody', () => {
    it('are logged with person, tier and purpose, for auditors alone (I-40)', async () => {
      const caseId = await evidence.registeredCase();
      await file(caseId);
      const exhibit = `${exhibitsOf(caseId)}/USA-1`;
      await evidence.get(`${exhibit}/content`, cn, { 'parley-purpose': 'Preparing the reply' });
      await evidence.get(exhibit, registry);
      await evidence.get(exhibitsOf(caseId), us);
      const reads = (await evidence.get(`${exhibit}/reads`, auditor)).json<{ items: object[] }>().items;
      expect(reads).toMatchObject([
        { personId: 'us-desk', party: 'US', tier: 'PARTIES', what: 'line', purpose: null },
        { personId: 'us-registry', what: 'particulars' },
        { personId: 'cn-desk', roles: ['desk'], tier: 'PARTIES', what: 'content', purpose: 'Preparing the reply', at: START },
      ]);
      expect((await evidence.get(`${exhibit}/reads`, us)).statusCode).toBe(403);
      expect((await evidence.get(`${exhibit}/reads`)).statusCode).toBe(401);
      const page = (await evidence.get(`${exhibit}/reads?limit=1`, auditor)).json<{ items: object[]; next: string }>();
      expect((await evidence.get(`${exhibit}/reads?limit=1&cursor=${page.next}`, auditor)).json<{ items: object[] }>().items).toEqual([reads[1]]);
    });

    it('are not logged when they are public, nor for a version that is', async () => {
      const caseId = await evidence.registeredCase();
      await file(caseId, randomBytes(9), { tier: 'PUBLIC' });
      await evidence.get(`${exhibitsOf(caseId)}/USA-1/content`, cn);
      expect((await evidence.get(`${exhibitsOf(caseId)}/USA-1/reads`, auditor)).json()).toEqual({ items: [], next: null });
    });

    it('stay logged: the log only grows', async () => {
      await expect(evidence.database.query('DELETE FROM evidence.reads')).rejects.toThrow('only grows');
      await expect(evidence.database.query(`UPDATE evidence.reads SET purpose = 'other'`)).rejects.toThrow('only grows');
      await expect(evidence.database.query('TRUNCATE evidence.reads')).rejects.toThrow('only grows');
    });

    it('need a purpose that can be written down, if one is given', async () => {
      const caseId = await evidence.registeredCase();
      await file(caseId);
      const response = await evidence.get(`${exhibitsOf(caseId)}/USA-1/content`, us, { 'parley-purpose': 'x'.repeat(201) });
      expect(response.statusCode).toBe(400);
    });
  });

  describe('after they were filed', () => {
    it('have a public version beside them, which is all that anybody else sees', async () => {
      const caseId = await evidence.registeredCase();
      await file(caseId, randomBytes(9), { title: [{ lang: 'en', text: 'A secret title', kind: 'original' }] });
      const redacted = randomBytes(8);
      const version = publicVersionBody(await evidence.uploaded(redacted, us));
      expect(code(await evidence.post(`${exhibitsOf(caseId)}/USA-1/public-version`, cn, version))).toBe('not-your-exhibit');
      expect((await evidence.post(`${exhibitsOf(caseId)}/USA-1/public-version`, us, version)).statusCode).toBe(200);
      const seen = await evidence.get(`${exhibitsOf(caseId)}/USA-1`);
      expect(seen.json()).toMatchObject({ number: 'USA-1', extent: 'public-version', title: null, file: null, publicVersion: { reason: 'business-confidential' } });
      expect(seen.body).not.toContain('secret');
      expect((await evidence.get(`${exhibitsOf(caseId)}/USA-1/public-version/content`)).rawPayload).toEqual(redacted);
      expect((await evidence.get(`${exhibitsOf(caseId)}/USA-1/content`)).statusCode).toBe(404);
    });

    it('pass from hand to hand in an unbroken chain', async () => {
      const caseId = await evidence.registeredCase();
      await file(caseId);
      const hand = { from: 'Registry', to: 'Laboratory', at: START, purpose: 'Study' };
      const custody = `${exhibitsOf(caseId)}/USA-1/custody`;
      expect((await evidence.post(custody, registry, hand)).json()).toMatchObject({ custody: [{ to: 'Registry' }, { to: 'Laboratory' }] });
      const broken = await evidence.post(custody, us, hand);
      expect([broken.statusCode, code(broken), broken.json<{ rule: string }>().rule]).toEqual([422, 'custody-chain-broken', 'I-34']);
      expect(code(await evidence.post(custody, cn, { ...hand, from: 'Laboratory' }))).toBe('not-your-exhibit');
    });

    it('are told to the other contexts at their own tier', async () => {
      const caseId = await evidence.registeredCase();
      await file(caseId, randomBytes(9), { tier: 'PANEL', claims: ['C1'] });
      const events = (await recorded(caseId)).flatMap(publishes);
      expect(events).toMatchObject([
        { type: 'parley.evidence.v1.ExhibitAccepted', subject: caseId, tier: 'PANEL' },
        { type: 'parley.evidence.v1.ClocksMoved', subject: caseId, tier: 'PARTIES' },
      ]);
    });
  });

  it('follow the panel as it changes', async () => {
    const caseId = await evidence.registeredCase();
    await file(caseId, randomBytes(9), { tier: 'PANEL' });
    const sees = async () => numbers(await evidence.get(exhibitsOf(caseId), member));
    expect(await sees()).toEqual([]);
    await evidence.hear(caseId, panelReview.PanelFactSchema, { caseId, kind: 'member-nominated', personId: 'us-member' });
    expect(await sees()).toEqual(['USA-1']);
    await evidence.hear(caseId, panelReview.PanelFactSchema, { caseId, kind: 'member-recused', personId: 'us-member' });
    expect(await sees()).toEqual([]);
  });

  it('are a function of their stream alone, which pins the rule set of the case', async () => {
    const caseId = await evidence.registeredCase();
    await file(caseId);
    const events = await recorded(caseId);
    expect(events.map(({ type }) => type)).toEqual(['CaseOpened', 'RegistrationNoted', 'ClaimsNoted', 'ExhibitAccepted']);
    expect(events.map((event) => domainEventOf(event).occurredAt)).toEqual(Array.from({ length: 4 }, (): Instant => START));
    expect(told(publishes(events[3]!)[0]!, intake.GrievanceFiledSchema)).toBeUndefined();
  });
});

function publicVersionBody(bytes = { uploadId: '00000000-0000-4000-8000-000000000000', digest: 'a'.repeat(64) }) {
  return { ...bytes, fileName: 'public.txt', mediaType: 'text/plain', reason: 'business-confidential', removed: [{ passage: 'A secret title', reason: 'business-confidential' }] };
}
