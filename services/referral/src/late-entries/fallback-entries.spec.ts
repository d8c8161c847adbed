import { referral, told } from '@parley/contracts';
import { streamName } from '@parley/event-store';
import { finalFindings, untilSilence } from '../dossier/dossier-story.fixture';
import { text } from '../settlement/settlement-story.fixture';
import { publishes } from '../referral/referral.tells';
import { ReferralApp } from '../referral-app.fixture';

const NOW = '2025-03-20T09:00:00.000Z';
const code = (response: { json: () => unknown }): unknown => (response.json() as { code?: string }).code;

describe('what came by another channel, over HTTP', () => {
  let app: ReferralApp;
  let cn: string;
  let us: string;
  let registry: string;

  beforeAll(async () => {
    app = await ReferralApp.start(NOW);
    cn = await app.bearer('cn-desk', 'CN', 'desk');
    us = await app.bearer('us-desk', 'US', 'desk');
    registry = await app.bearer('us-registry', 'US', 'registry');
  });
  afterAll(() => app.stop());
  beforeEach(() => {
    app.time.now = NOW as never;
  });

  const entry = {
    channel: 'Note handed over at the seat',
    cameAt: '2025-03-21T09:00:00Z',
    from: 'cn-desk',
    party: 'CN',
  };

  it('begins a conciliation that silence had ended, entered by the registry alone (I-19)', async () => {
    const caseId = await app.caseOf(untilSilence);
    const url = `/v1/cases/${caseId}/settlement`;
    await app.post(`${url}/conciliations`, us);
    await app.firesAt('2025-04-10T09:00:00.000Z');
    expect((await app.post(`${url}/fallback-entries`, cn, { ...entry, conciliation: 1 })).statusCode).toBe(403);
    expect(code(await app.post(`${url}/fallback-entries`, registry, { ...entry, conciliation: 2 }))).toBe(
      'fallback-nothing-awaited',
    );
    expect(code(await app.post(`${url}/fallback-entries`, registry, { ...entry, party: 'FR', conciliation: 1 }))).toBe(
      'not-a-party',
    );
    expect((await app.post(`${url}/fallback-entries`, registry, { ...entry, conciliation: 1 })).json()).toMatchObject({
      state: 'conciliation',
      conciliations: [{ end: null }],
    });
    const events = (await app.store.read(streamName('referral.settlement', caseId))).flatMap(publishes);
    expect(events.flatMap((event) => told(event, referral.FallbackEntryMadeSchema) ?? [])).toMatchObject([
      { act: 'conciliation-answer', party: 'CN', setsAside: true, at: '2025-03-21T09:00:00.000Z' },
    ]);
    const moved = events.flatMap((event) => told(event, referral.ClocksMovedSchema) ?? []);
    expect(moved.map(({ event }) => event)).toContain('DefaultSetAside');
  });

  it(
    'settles a case whose window had lapsed with the signatures of both, and tells ' + 'nobody of one alone (I-45)',
    async () => {
      const caseId = await app.caseOf(untilSilence);
      const url = `/v1/cases/${caseId}/settlement`;
      await app.tell(caseId, [finalFindings]);
      app.time.now = '2025-06-25T09:00:00.000Z' as never;
      const { texts } = (await app.post(`${url}/texts`, us, text())).json<{ texts: readonly { digest: string }[] }>();
      await app.firesAt('2025-07-25T09:00:00.000Z');
      const signature = { text: 1, digest: texts[0]?.digest };
      const enter = (body: object) =>
        app.post(`${url}/fallback-entries`, registry, { ...entry, cameAt: '2025-07-10T09:00:00Z', ...body });
      expect(code(await enter({}))).toBe('fallback-not-one-act');
      expect(code(await enter({ conciliation: 1, signature }))).toBe('fallback-not-one-act');
      expect(code(await enter({ cameAt: '2025-07-22T09:00:00Z', signature }))).toBe('fallback-receipt-out-of-time');
      expect((await enter({ signature })).json()).toMatchObject({ state: 'lapsed', settled: null });
      expect((await enter({ from: 'us-desk', party: 'US', signature })).json()).toMatchObject({
        state: 'settled',
        settled: { at: '2025-07-10T09:00:00.000Z', phase: 'window' },
      });
      const events = (await app.store.read(streamName('referral.settlement', caseId))).flatMap(publishes);
      const entries = events.flatMap((event) =>
        [told(event, referral.FallbackEntryMadeSchema) ?? []].flat().map(({ party }) => [event.tier, party]),
      );
      expect(entries).toEqual([
        ['PARTIES', ''],
        ['PUBLIC', 'US'],
      ]);
    },
  );

  it('gives the report that was missing in public', async () => {
    const caseId = await app.caseOf(untilSilence);
    const url = `/v1/cases/${caseId}/settlement`;
    await app.post(`${url}/conciliations`, us);
    await app.post(`${url}/conciliations/1/acceptances`, cn);
    const { texts } = (await app.post(`${url}/texts`, us, text())).json<{ texts: readonly { digest: string }[] }>();
    for (const who of [us, cn]) await app.post(`${url}/texts/1/signatures`, who, { digest: texts[0]?.digest });
    await app.service.idle();
    await app.firesAt('2025-09-10T09:00:00.000Z');
    const shown = async () =>
      (await app.get(`/v1/agreements/${caseId}`)).json<{ reports: readonly { party: string; state: string }[] }>()
        .reports;
    expect((await shown()).find(({ party }) => party === 'CN')?.state).toBe('missing');
    const report = {
      ...entry,
      cameAt: '2025-08-20T09:00:00Z',
      review: 1,
      entries: [{ obligation: 'O2', says: 'on-course', note: [] }],
    };
    expect((await app.post(`/v1/agreements/${caseId}/fallback-entries`, cn, report)).statusCode).toBe(403);
    expect((await app.post(`/v1/agreements/${caseId}/fallback-entries`, registry, report)).statusCode).toBe(200);
    expect((await shown()).find(({ party }) => party === 'CN')?.state).toBe('given');
  });

  it('names no dossier that there is none of', async () => {
    const caseId = await app.caseOf(untilSilence);
    const signature = {
      ...entry,
      cameAt: '2025-03-19T09:00:00Z',
      from: 'cn-cohead',
      dossier: 1,
      digest: 'ab'.repeat(32),
    };
    expect(code(await app.post(`/v1/cases/${caseId}/referral/fallback-entries`, registry, signature))).toBe(
      'fallback-nothing-awaited',
    );
    expect((await app.post(`/v1/cases/${caseId}/referral/fallback-entries`, us, signature)).statusCode).toBe(403);
  });
});
