import { randomBytes } from 'node:crypto';
import { intake } from '@parley/contracts';
import { code, english, EvidenceApp, START } from '../evidence-app.fixture';

describe('what the parties wrote in a case, with its translations, over HTTP', () => {
  let evidence: EvidenceApp;
  let us: string;
  let cn: string;
  let member: string;
  let caseId: string;
  let documents: string;

  beforeAll(async () => {
    evidence = await EvidenceApp.start();
    ({ us, cn, member } = await evidence.people());
  });
  afterAll(() => evidence.stop());
  /** The United States replied to everybody in English, and wrote to the other party alone. */
  beforeEach(async () => {
    evidence.time.now = START;
    caseId = await evidence.registeredCase();
    documents = `/v1/cases/${caseId}/documents`;
    await evidence.convenePanel(caseId, 'us-member');
    await evidence.hear(
      caseId,
      intake.ReplyServedSchema,
      { caseId, counterStatements: [{ claimId: 'C1', statement: english('x') }] },
      'PANEL',
    );
    await evidence.hear(
      caseId,
      intake.LetterServedSchema,
      { caseId, letterId: 'letter:US:1', party: 'US', text: english('x') },
      'PARTIES',
    );
  });

  const list = async (bearer: string, query = '') =>
    (await evidence.get(`${documents}${query}`, bearer)).json<{
      readonly items: readonly { readonly id: string }[];
      readonly next: string | null;
    }>();
  const ids = async (bearer: string) => (await list(bearer)).items.map(({ id }) => id);
  const translate = async (id: string, bytes = randomBytes(60)) =>
    evidence.post(`${documents}/${id}/translations`, us, {
      ...(await evidence.uploaded(bytes, us)),
      ...{ fileName: 'reply-zh.pdf', mediaType: 'application/octet-stream', language: 'zh-Hans', divergences: [] },
    });

  it('is read, and so are its translations, by whoever reads the original', async () => {
    expect((await list(cn)).items).toMatchObject([
      { id: 'reply', party: 'US', tier: 'PANEL' },
      { id: 'letter:US:1', tier: 'PARTIES' },
    ]);
    const bytes = randomBytes(70);
    expect((await translate('reply', bytes)).json()).toMatchObject({ id: 'reply', translations: [{ n: 1 }] });
    for (const bearer of [cn, member])
      expect((await evidence.get(`${documents}/reply/translations/1/content`, bearer)).rawPayload).toEqual(bytes);
  });

  it('is neither shown nor handed out to who may not read the original', async () => {
    expect((await translate('letter:US:1')).statusCode).toBe(200);
    expect(await ids(member)).toEqual(['reply']);
    expect((await evidence.get(`${documents}/letter:US:1/translations/1/content`, member)).statusCode).toBe(404);
    const outsider = await evidence.bearer('us-outsider', 'US', 'panel');
    expect((await evidence.get(documents, outsider)).statusCode).toBe(404);
    expect((await evidence.get(documents, member)).headers['etag']).toBeUndefined();
  });

  it('is no exhibit, and an exhibit is none of it', async () => {
    const challenge = { passages: [{ place: 'page 1', proposed: '应当' }] };
    expect(
      code(await evidence.post(`/v1/cases/${caseId}/exhibits/reply/translations/1/challenges`, cn, challenge)),
    ).toBe('unknown-exhibit');
    expect(code(await translate('USA-1'))).toBe('unknown-document');
    expect(code(await translate('letter:US:2'))).toBe('unknown-document');
  });

  it('is listed page by page', async () => {
    const first = await list(us, '?limit=1');
    const second = await list(us, `?limit=1&cursor=${encodeURIComponent(String(first.next))}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(['reply', 'letter:US:1']);
    expect(second.next).toBeNull();
  });
});
