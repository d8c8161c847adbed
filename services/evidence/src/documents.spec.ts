import { randomBytes } from 'node:crypto';
import { intake } from '@parley/contracts';
import type { Instant } from '@parley/kernel';
import { plusMillis } from '@parley/kernel';
import { documentGaps } from '@parley/platform';
import { EvidenceApp, START } from './evidence-app.fixture';

interface Shown {
  readonly id: string;
  readonly translations: readonly { readonly n: number; readonly late: boolean; readonly challenges: readonly object[] }[];
  readonly translationsDue: readonly { readonly language: string; readonly missing: boolean; readonly deadline: { readonly dueAt: Instant } | null }[];
}

const code = (response: { json: () => unknown }): unknown => (response.json() as { code?: string }).code;
const english = [{ lang: 'en', text: 'x', kind: 'original', of: '' }];

describe('translations of what the parties wrote, over HTTP', () => {
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

  const documents = (caseId: string): string => `/v1/cases/${caseId}/documents`;
  const list = async (caseId: string, bearer: string) => (await evidence.get(documents(caseId), bearer)).json<{ readonly items: readonly Shown[]; readonly next: string | null }>();
  const translate = async (caseId: string, bearer: string, more: object = {}, id = 'reply', bytes = randomBytes(60)) =>
    evidence.post(`${documents(caseId)}/${id}/translations`, bearer, {
      ...(await evidence.uploaded(bytes, bearer)),
      ...{ fileName: 'reply-zh.pdf', mediaType: 'application/pdf', language: 'zh-Hans', divergences: [] },
      ...more,
    });

  /** The United States replied in English, to everybody, and wrote to the other party alone. */
  const answered = async (): Promise<string> => {
    const caseId = await evidence.registeredCase();
    await evidence.convenePanel(caseId, 'us-member');
    await evidence.hear(caseId, intake.ReplyServedSchema, { caseId, counterStatements: [{ claimId: 'C1', statement: english }] }, 'PANEL');
    await evidence.hear(caseId, intake.LetterServedSchema, { caseId, letterId: 'letter:US:1', party: 'US', text: english }, 'PARTIES');
    return caseId;
  };

  it('are due from its service, filed, challenged, answered, and read by whoever reads the original', async () => {
    const caseId = await answered();
    const { items } = await list(caseId, cn);
    expect(items).toMatchObject([{ id: 'reply', party: 'US', tier: 'PANEL' }, { id: 'letter:US:1', tier: 'PARTIES' }]);
    expect(items[0]?.translationsDue).toMatchObject([{ language: 'zh-Hans', missing: false, deadline: { dueAt: '2025-02-27T16:00:00.000Z' } }]);

    const bytes = randomBytes(70);
    const divergences = [{ place: 'page 1', note: [{ lang: 'en', text: 'No equal word', kind: 'original' }] }];
    expect((await translate(caseId, us, { divergences }, 'reply', bytes)).json()).toMatchObject({ id: 'reply', translations: [{ n: 1, late: false, divergences }] });
    const translation = `${documents(caseId)}/reply/translations/1`;
    expect((await evidence.post(`${translation}/challenges`, cn, { passages: [{ place: 'page 1', proposed: '应当' }] })).statusCode).toBe(200);
    const shown = await evidence.post(`${translation}/challenges/1/answer`, us, { answer: [{ lang: 'en', text: 'Faithful.', kind: 'original' }] });
    expect(shown.json<Shown>().translations[0]?.challenges).toMatchObject([{ party: 'CN', answer: { text: [{ text: 'Faithful.' }] } }]);
    for (const bearer of [cn, member]) expect((await evidence.get(`${translation}/content`, bearer, { 'parley-purpose': 'Study' })).rawPayload).toEqual(bytes);
  });

  it('are neither shown nor handed out to who may not read the original', async () => {
    const caseId = await answered();
    expect((await translate(caseId, us, {}, 'letter:US:1')).statusCode).toBe(200);
    expect((await list(caseId, member)).items.map(({ id }) => id)).toEqual(['reply']);
    expect((await evidence.get(`${documents(caseId)}/letter:US:1/translations/1/content`, member)).statusCode).toBe(404);
    const outsider = await evidence.bearer('us-outsider', 'US', 'panel');
    expect((await evidence.get(documents(caseId), outsider)).statusCode).toBe(404);
    expect((await evidence.get(documents(caseId), member)).headers['etag']).toBeUndefined();
  });

  it('are missing by themselves when their time has passed, and late after it', async () => {
    const caseId = await answered();
    const dueAt = (await list(caseId, us)).items[0]?.translationsDue[0]?.deadline?.dueAt ?? START;
    await evidence.service.idle();
    evidence.time.now = plusMillis(dueAt, 1);
    for (const timers of evidence.service.timers) await timers.fireDue();
    expect((await list(caseId, us)).items[0]?.translationsDue).toEqual([{ language: 'zh-Hans', missing: true, deadline: null }]);
    expect((await translate(caseId, us)).json<Shown>().translations).toMatchObject([{ late: true }]);
  });

  it('are refused to who did not write it, and of what is no document', async () => {
    const caseId = await answered();
    expect(code(await translate(caseId, cn))).toBe('not-your-document');
    expect(code(await translate(caseId, us, {}, 'letter:US:2'))).toBe('unknown-document');
    expect(code(await translate(caseId, us, { language: 'en' }))).toBe('translation-into-own-language');
    expect(code(await evidence.post(`/v1/cases/${caseId}/exhibits/reply/translations/1/challenges`, cn, { passages: [{ place: 'page 1', proposed: '应当' }] }))).toBe('unknown-exhibit');
    expect((await translate(caseId, member)).statusCode).toBe(403);
    expect(code(await evidence.get(`${documents(caseId)}/reply/translations/1/content`, cn))).toBe('unknown-translation');
  });

  it('are listed page by page', async () => {
    const caseId = await answered();
    const first = (await evidence.get(`${documents(caseId)}?limit=1`, us)).json<{ items: Shown[]; next: string }>();
    const second = (await evidence.get(`${documents(caseId)}?limit=1&cursor=${encodeURIComponent(first.next)}`, us)).json<{ items: Shown[]; next: string | null }>();
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(['reply', 'letter:US:1']);
    expect(second.next).toBeNull();
  });

  it('have every field and refusal in the document of the API', async () => {
    expect(documentGaps((await evidence.get('/openapi.json')).json())).toEqual([]);
  });
});
