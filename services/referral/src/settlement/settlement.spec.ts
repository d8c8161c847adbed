import { intake, referral, told } from '@parley/contracts';
import { streamName } from '@parley/event-store';
import { finalFindings, publicEvent, untilSilence } from '../dossier/dossier-story.fixture';
import { text } from './settlement-story.fixture';
import { publishes } from '../referral/referral.tells';
import { ReferralApp } from '../referral-app.fixture';

interface Shown {
  readonly state: string;
  readonly texts: readonly {
    readonly digest: string;
    readonly onTheTable: boolean;
    readonly signatures: readonly object[];
  }[];
  readonly conciliations: readonly { readonly end: { readonly how: string; readonly at: string } | null }[];
  readonly settled: { readonly at: string } | null;
}

const NOW = '2025-03-20T09:00:00.000Z';
const code = (response: { json: () => unknown }): unknown => (response.json() as { code?: string }).code;

describe('a settlement over HTTP', () => {
  let app: ReferralApp;
  let cn: string;
  let us: string;
  let member: string;

  beforeAll(async () => {
    app = await ReferralApp.start(NOW);
    cn = await app.bearer('cn-desk', 'CN', 'desk');
    us = await app.bearer('us-desk', 'US', 'desk');
    member = await app.bearer('us-member', 'US', 'panel');
  });
  afterAll(() => app.stop());
  beforeEach(() => {
    app.time.now = NOW as never;
  });

  const pathOf = (caseId: string, rest = ''): string => `/v1/cases/${caseId}/settlement${rest}`;
  const shown = async (caseId: string): Promise<Shown> => (await app.get(pathOf(caseId), cn)).json();
  const eventsOf = async (caseId: string) =>
    (await app.store.read(streamName('referral.settlement', caseId))).flatMap(publishes);

  async function conciliation(): Promise<string> {
    const caseId = await app.caseOf(untilSilence);
    expect((await app.post(pathOf(caseId, '/conciliations'), us)).statusCode).toBe(201);
    expect((await app.post(pathOf(caseId, '/conciliations/1/acceptances'), cn)).statusCode).toBe(200);
    return caseId;
  }

  it('is signed by both desks over one digest, and told to the public as far as they agreed', async () => {
    const caseId = await conciliation();
    const tabled = await app.post(pathOf(caseId, '/texts'), us, text());
    expect([tabled.statusCode, tabled.json()]).toMatchObject([
      201,
      { state: 'conciliation', texts: [{ n: 1, onTheTable: true }] },
    ]);
    const digest = (await shown(caseId)).texts[0]?.digest;
    expect(code(await app.post(pathOf(caseId, '/texts/1/signatures'), us, { digest: 'a'.repeat(64) }))).toBe(
      'settlement-digest-differs',
    );
    const first = await app.post(pathOf(caseId, '/texts/1/signatures'), us, { digest });
    expect([first.statusCode, first.json()]).toMatchObject([
      200,
      { settled: null, texts: [{ signatures: [{ party: 'US' }] }] },
    ]);
    const second = await app.post(pathOf(caseId, '/texts/1/signatures'), cn, { digest });
    expect(second.json()).toMatchObject({
      state: 'settled',
      settled: { n: 1, at: NOW, digest, phase: 'conciliation' },
    });

    const events = await eventsOf(caseId);
    const signed = events.flatMap((event) => told(event, referral.SettlementSignedSchema) ?? []);
    expect(signed).toMatchObject([
      { signedAt: NOW, textIsPublic: true, obligations: [{ id: 'O1', owner: 'US', date: '2025-09-30' }, { id: 'O2' }] },
    ]);
    expect(events.filter(({ tier }) => tier === 'PUBLIC').map(({ type }) => type.split('.').at(-1))).toEqual([
      'ConciliationNoted',
      'ConciliationNoted',
      'SettlementSigned',
    ]);
  });

  it('is read by the parties, not by the panel, and the reading of texts is on record (I-40, I-45)', async () => {
    const caseId = await conciliation();
    await app.post(pathOf(caseId, '/texts'), us, text());
    expect((await app.get(pathOf(caseId), member)).statusCode).toBe(403);
    expect((await app.get(pathOf(caseId))).statusCode).toBe(401);
    const stranger = await app.bearer('xx-desk', 'XX', 'desk');
    expect((await app.get(pathOf(caseId), stranger)).statusCode).toBe(404);
    expect((await app.get(pathOf('11111111-1111-4111-8111-111111111111'), cn)).statusCode).toBe(404);
    const registry = await app.bearer('us-registry', 'US', 'registry');
    expect((await app.get(pathOf(caseId), registry)).statusCode).toBe(200);
    expect(code(await app.post(pathOf(caseId, '/conciliations/1/endings'), registry))).toBe('role-required');

    const auditor = await app.bearer('us-auditor', 'US', 'auditor');
    await app.get(pathOf(caseId), cn, { 'parley-purpose': 'Preparing a counter-proposal' });
    const { items } = (await app.get(pathOf(caseId, '/reads'), auditor)).json<{ items: readonly object[] }>();
    expect(items[0]).toMatchObject({
      personId: 'cn-desk',
      party: 'CN',
      what: 'text 1',
      tier: 'PARTIES',
      purpose: 'Preparing a counter-proposal',
    });
    expect((await app.get(pathOf(caseId, '/reads'), cn)).statusCode).toBe(403);
  });

  it('is refused with what is malformed, stale, or of another case', async () => {
    const caseId = await conciliation();
    const other = await app.caseOf(untilSilence);
    expect(code(await app.post(pathOf(caseId, '/texts'), us, { ...text(), more: 1 }))).toBe('invalid-fields');
    expect(
      code(
        await app.post(pathOf(caseId, '/texts'), us, {
          ...text(),
          text: [{ lang: 'en', text: 'English alone.', kind: 'authentic' }],
        }),
      ),
    ).toBe('invalid-fields');
    expect(code(await app.post(pathOf(caseId, '/texts'), us, { ...text(), obligations: [] }))).toBe('invalid-fields');
    expect((await app.post(pathOf(caseId, '/conciliations/1/endings'), us, {}, { 'if-match': '"0"' })).statusCode).toBe(
      412,
    );
    expect(code(await app.post(pathOf(other, '/conciliations/1/acceptances'), cn))).toBe('no-such-conciliation');
    expect(code(await app.post(pathOf(other, '/texts'), cn, text()))).toBe('no-conciliation-under-way');
    expect(code(await app.post(pathOf(caseId, '/conciliations/x/endings'), cn))).toBe('no-such-conciliation');
  });

  it('sent twice is one (I-28)', async () => {
    const caseId = await app.caseOf(untilSilence);
    const key = { 'idempotency-key': 'propose-once' };
    const [first, again] = [
      await app.post(pathOf(caseId, '/conciliations'), us, {}, key),
      await app.post(pathOf(caseId, '/conciliations'), us, {}, key),
    ];
    expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
    expect(code(await app.post(pathOf(caseId, '/conciliations'), cn))).toBe('conciliation-open');
  });

  it('records an unanswered proposal, and a window that passed, by itself and once (I-18)', async () => {
    const caseId = await app.caseOf(untilSilence);
    await app.post(pathOf(caseId, '/conciliations'), us);
    await app.firesAt('2025-04-10T09:00:00.000Z');
    expect((await shown(caseId)).conciliations).toMatchObject([
      { end: { how: 'unanswered', at: '2025-04-03T15:00:00.000Z' } },
    ]);

    await app.tell(caseId, [finalFindings]);
    expect(await shown(caseId)).toMatchObject({ state: 'window', window: { dueAt: '2025-07-21T15:00:00.000Z' } });
    await app.firesAt('2025-07-25T09:00:00.000Z');
    expect(await shown(caseId)).toMatchObject({ state: 'lapsed' });
    const lapsed = (await eventsOf(caseId)).filter(({ type }) => type.endsWith('SettlementWindowLapsed'));
    expect(lapsed.map(({ time }) => time)).toEqual(['2025-07-21T15:00:00.000Z']);
  });

  it('is not held to be unanswered before all that may move its clock was heard', async () => {
    const caseId = await app.caseOf(untilSilence);
    await app.post(pathOf(caseId, '/conciliations'), us);
    const at = '2025-03-24T09:00:00.000Z';
    await app.tell(caseId, [{ ...publicEvent(intake.ScreeningResumedSchema, at, 'PUBLIC', {}), data: Buffer.of(255) }]);
    await app.firesAt('2025-04-10T09:00:00.000Z');
    expect((await shown(caseId)).conciliations).toMatchObject([{ end: null }]);
  });

  it('is in a dossier as a fact, without what was said in it (I-45)', async () => {
    const caseId = await conciliation();
    await app.post(pathOf(caseId, '/texts'), us, text());
    await app.post(`/v1/cases/${caseId}/referral/exit-notices`, cn);
    const asked = {
      forum: 'WTO',
      consultationProvisions: [{ agreement: 'DSU', provision: '4' }],
      measures: ['M1'],
      claims: ['C1'],
      furtherClaimsReserved: true,
      statement: [],
      availableEvidence: [],
    };
    expect((await app.post(`/v1/cases/${caseId}/referral/dossiers`, cn, asked)).statusCode).toBe(201);
    await app.service.idle();
    const page = await app.get(`/v1/cases/${caseId}/referral/dossiers/1/documents/09-settlement-attempts.json`, cn);
    expect(page.json()).toMatchObject({
      attempts: [
        { kind: 'proposed', party: 'US', at: NOW },
        { kind: 'begun', at: NOW },
      ],
    });
    expect(page.body).not.toMatch(/schedule|税目表/);
    const record = await app.get(`/v1/cases/${caseId}/referral/dossiers/1/documents/events.jsonl`, cn);
    expect(record.body).not.toContain('Settlement');
  });
});
