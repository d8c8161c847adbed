import { randomBytes } from 'node:crypto';
import { evidence as told, told as toldAs } from '@parley/contracts';
import { plusMillis, type CaseId } from '@parley/kernel';
import { exhibitsStream } from '../casefile/casefiles';
import { code, EvidenceApp, START } from '../evidence-app.fixture';
import { publishes } from '../casefile/evidence.tells';

const DAY = 86_400_000;

describe('what came by another channel, over HTTP', () => {
  let evidence: EvidenceApp;
  let us: string;
  let registry: string;
  let usCoHead: string;
  let cnCoHead: string;
  let caseId: string;

  beforeAll(async () => {
    evidence = await EvidenceApp.start();
    ({ us, registry } = await evidence.people());
    usCoHead = await evidence.bearer('us-cohead', 'US', 'cohead');
    cnCoHead = await evidence.bearer('cn-cohead', 'CN', 'cohead');
  });
  afterAll(() => evidence.stop());
  beforeEach(async () => {
    evidence.time.now = START;
    caseId = await evidence.registeredCase();
    await evidence.fileExhibit(caseId, us, randomBytes(50), { tier: 'PANEL' });
  });

  const came = { channel: 'Note handed over at the seat', cameAt: plusMillis(START, DAY) };
  const enter = (body: object, bearer = registry) =>
    evidence.post(`/v1/cases/${caseId}/evidence/fallback-entries`, bearer, { ...came, ...body });
  const recorded = async () => evidence.store.read(exhibitsStream(caseId as CaseId));

  async function passed(days: number): Promise<void> {
    evidence.time.now = plusMillis(START, days * DAY);
    for (let late = 0; late < 2; late++) await evidence.fireDue();
    await evidence.service.idle();
  }

  it('gives a translation that was missing, entered by the registry alone (I-19)', async () => {
    await passed(20);
    const sent = {
      ...(await evidence.uploaded(randomBytes(60), us)),
      fileName: 'notice-zh.pdf',
      mediaType: 'application/pdf',
      language: 'zh-Hans',
      divergences: [],
    };
    const translation = { from: 'us-desk', party: 'US', translation: { ...sent, number: 'USA-1' } };
    expect((await enter(translation, us)).statusCode).toBe(403);
    expect(code(await enter({ from: 'us-desk', party: 'US' }))).toBe('fallback-not-one-act');
    expect(code(await enter({ ...translation, party: 'CN' }))).toBe('not-your-exhibit');
    expect((await enter(translation)).json()).toEqual({
      number: 'USA-1',
      tier: 'PANEL',
      translations: [1],
      translationsMissing: [],
    });
    const events = (await recorded()).flatMap(publishes);
    expect(events.flatMap((event) => toldAs(event, told.FallbackEntryMadeSchema) ?? [])).toMatchObject([
      { act: 'translation', party: 'US', setsAside: true, at: came.cameAt },
    ]);
    expect(events.flatMap((event) => toldAs(event, told.ClocksMovedSchema)?.event ?? [])).toContain('DefaultSetAside');
  });

  it('takes readers away by the signature that silence had stood for', async () => {
    const url = `/v1/cases/${caseId}/exhibits/USA-1/readers`;
    const { digest } = (await evidence.get(`${url}/draft?to=PARTIES&reason=personal-data`, usCoHead)).json<{
      digest: string;
    }>();
    const readers = { to: 'PARTIES', reason: 'personal-data', digest };
    await evidence.post(`${url}/signatures`, usCoHead, readers);
    await passed(20);
    expect(code(await evidence.post(`${url}/signatures`, cnCoHead, { ...readers, digest: 'ab'.repeat(32) }))).toBe(
      'decision-digest-differs',
    );
    const signature = { from: 'cn-cohead', party: 'CN', readersSignature: { ...readers, exhibit: 'USA-1' } };
    expect(code(await enter({ ...signature, cameAt: plusMillis(START, 15 * DAY) }))).toBe(
      'fallback-receipt-out-of-time',
    );
    expect((await enter(signature)).json()).toMatchObject({ number: 'USA-1', tier: 'PARTIES' });
    expect(code(await enter(signature))).toBe('fallback-nothing-awaited');
  });
});
