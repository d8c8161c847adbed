import { randomBytes } from 'node:crypto';
import type { Instant } from '@parley/kernel';
import { plusMillis } from '@parley/kernel';
import { documentGaps } from '@parley/platform';
import { EvidenceApp, exhibitBody, START } from './evidence-app.fixture';

interface Shown {
  readonly number: string;
  readonly corrects: string | null;
  readonly correctedBy: string | null;
  readonly translations: readonly { readonly n: number; readonly late: boolean; readonly challenges: readonly { readonly answer: unknown }[] }[] | null;
  readonly translationsDue: readonly { readonly language: string; readonly missing: boolean; readonly deadline: { readonly dueAt: Instant } | null }[] | null;
}

const code = (response: { json: () => unknown }): unknown => (response.json() as { code?: string }).code;

describe('translations and corrections over HTTP', () => {
  let evidence: EvidenceApp;
  let us: string;
  let cn: string;
  let member: string;

  beforeAll(async () => {
    evidence = await EvidenceApp.start();
    us = await evidence.bearer('us-desk', 'US', 'desk');
    cn = await evidence.bearer('cn-desk', 'CN', 'desk');
    member = await evidence.bearer('us-member', 'US', 'panel');
  });
  afterAll(() => evidence.stop());
  beforeEach(() => {
    evidence.time.now = START;
  });

  const exhibits = (caseId: string): string => `/v1/cases/${caseId}/exhibits`;
  const file = async (caseId: string, more: object = {}) => evidence.post(exhibits(caseId), us, exhibitBody(await evidence.uploaded(randomBytes(60), us), more));
  const read = async (caseId: string, number = 'USA-1', bearer = us) => (await evidence.get(`${exhibits(caseId)}/${number}`, bearer)).json<Shown>();
  const translate = async (caseId: string, bytes = randomBytes(60), more: object = {}, bearer = us) =>
    evidence.post(`${exhibits(caseId)}/USA-1/translations`, bearer, {
      ...(await evidence.uploaded(bytes, bearer)),
      fileName: 'notice-zh.pdf',
      mediaType: 'application/pdf',
      language: 'zh-Hans',
      divergences: [],
      ...more,
    });

  it('are due from the original, filed with their divergences, challenged and answered side by side, and read at the tier of the exhibit', async () => {
    const caseId = await evidence.registeredCase();
    await evidence.convenePanel(caseId, 'us-member');
    await file(caseId);
    expect((await read(caseId)).translationsDue).toMatchObject([{ language: 'zh-Hans', missing: false, deadline: { dueAt: '2025-02-27T16:00:00.000Z' } }]);

    const bytes = randomBytes(70);
    const divergences = [{ place: 'page 1', note: [{ lang: 'en', text: 'No equal word', kind: 'original' }] }];
    expect((await translate(caseId, bytes, { divergences })).json()).toMatchObject({ translations: [{ n: 1, late: false, divergences }] });
    const translation = `${exhibits(caseId)}/USA-1/translations/1`;
    expect((await evidence.post(`${translation}/challenges`, cn, { passages: [{ place: 'page 1', proposed: '应当' }] })).statusCode).toBe(200);
    const answered = await evidence.post(`${translation}/challenges/1/answer`, us, { answer: [{ lang: 'en', text: 'Faithful.', kind: 'original' }] });
    expect(answered.json<Shown>().translations?.[0]?.challenges).toMatchObject([{ party: 'CN', answer: { text: [{ text: 'Faithful.' }] } }]);

    expect((await evidence.get(`${translation}/content`, cn, { 'parley-purpose': 'Study' })).rawPayload).toEqual(bytes);
    expect((await evidence.get(`${translation}/content`, member)).statusCode).toBe(404);
    expect(code(await evidence.get(`${exhibits(caseId)}/USA-1/translations/2/content`, cn))).toBe('unknown-translation');
  });

  it('is missing by itself when its time has passed, though nobody acts', async () => {
    const caseId = await evidence.registeredCase();
    await file(caseId);
    const dueAt = (await read(caseId)).translationsDue?.[0]?.deadline?.dueAt ?? START;
    await evidence.service.idle();
    evidence.time.now = plusMillis(dueAt, -1);
    for (const timers of evidence.service.timers) await timers.fireDue();
    expect((await read(caseId)).translationsDue).toMatchObject([{ missing: false }]);
    evidence.time.now = dueAt;
    for (const timers of evidence.service.timers) await timers.fireDue();
    expect((await read(caseId)).translationsDue).toEqual([{ language: 'zh-Hans', missing: true, deadline: null }]);
    expect((await translate(caseId)).json<Shown>().translations).toMatchObject([{ late: true }]);
  });

  it('are refused by the wrong side, with unknown fields, to a stale revision, and of another case', async () => {
    const [caseId, other] = [await evidence.registeredCase(), await evidence.registeredCase()];
    await file(caseId);
    await translate(caseId);
    expect(code(await translate(caseId, randomBytes(9), {}, cn))).toBe('not-your-exhibit');
    expect((await translate(caseId, randomBytes(9), { approved: true })).statusCode).toBe(422);
    expect(code(await translate(other))).toBe('unknown-exhibit');
    const challenge = { passages: [{ place: 'page 1', proposed: 'x' }] };
    expect(code(await evidence.post(`${exhibits(caseId)}/USA-1/translations/1/challenges`, us, challenge))).toBe('your-own-translation');
    expect((await evidence.post(`${exhibits(caseId)}/USA-1/translations/1/challenges`, member, challenge)).statusCode).toBe(403);
    expect((await evidence.post(`${exhibits(caseId)}/USA-1/translations/1/challenges`, cn, challenge, { 'if-match': '"0"' })).statusCode).toBe(412);
  });

  it('point from the wrong exhibit to the right one and back, for who may see both', async () => {
    const caseId = await evidence.registeredCase();
    await evidence.convenePanel(caseId, 'us-member');
    await file(caseId);
    const corrected = await file(caseId, { tier: 'PANEL', corrects: 'USA-1' });
    expect(corrected.json()).toMatchObject({ number: 'USA-2', corrects: 'USA-1', correctedBy: null });
    expect(await read(caseId)).toMatchObject({ correctedBy: 'USA-2' });
    expect(await read(caseId, 'USA-2', member)).toMatchObject({ number: 'USA-2', corrects: null });
    expect(code(await file(caseId, { corrects: 'CHN-1' }))).toBe('unknown-corrected');
  });

  it('are described, with all of the evidence, so that a client can be generated from it', async () => {
    const document = (await evidence.get('/openapi.json')).json<Parameters<typeof documentGaps>[0]>();
    expect(documentGaps(document)).toEqual([]);
  });
});
