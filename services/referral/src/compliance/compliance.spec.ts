import { create, toBinary } from '@bufbuild/protobuf';
import { intake, referral, REGISTERS, told } from '@parley/contracts';
import { streamName } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { untilSilence } from '../dossier/dossier-story.fixture';
import { obligation, text } from '../settlement/settlement-story.fixture';
import { publishes } from '../referral/referral.tells';
import { ReferralApp } from '../referral-app.fixture';

interface Agreement {
  readonly agreementId: string;
  readonly state: string;
  readonly obligations: readonly {
    readonly id: string;
    readonly state: string;
    readonly what: readonly object[];
    readonly deadline: { readonly dueAt: string };
  }[];
}
interface Papers {
  readonly agreementId: string;
  readonly digest: string;
  readonly words: readonly object[];
}

const NOW = '2025-03-20T09:00:00.000Z';
const code = (response: { json: () => unknown }): unknown => (response.json() as { code?: string }).code;
const entry = {
  title: text().title,
  source: { citation: '2020 OJ 1', date: '2020-01-15' },
  obligations: [obligation('O1', 'US' as never, '2025-09-30')],
  publication: 'facts-only',
};

/** The intake declared an outage, as it tells it from its register. */
const declared = ({ outageId, from, to }: Readonly<Record<'outageId' | 'from' | 'to', string>>): PublicEvent => ({
  id: outageId,
  source: '/parley/intake',
  type: intake.OutageDeclaredSchema.typeName,
  subject: REGISTERS.outages,
  time: to as Instant,
  recordedat: to as Instant,
  sequence: 0,
  tier: 'PUBLIC',
  datacontenttype: 'application/protobuf',
  data: toBinary(
    intake.OutageDeclaredSchema,
    create(intake.OutageDeclaredSchema, {
      ...{ caseId: REGISTERS.outages, outageId, at: to, outageFrom: from, outageTo: to, declaredBy: 'heartbeat' },
    }),
  ),
});

describe('compliance over HTTP', () => {
  let app: ReferralApp;
  let cn: string;
  let us: string;

  beforeAll(async () => {
    app = await ReferralApp.start(NOW);
    cn = await app.bearer('cn-desk', 'CN', 'desk');
    us = await app.bearer('us-desk', 'US', 'desk');
  });
  afterAll(() => app.stop());
  beforeEach(() => {
    app.time.now = NOW as never;
  });

  const agreementOf = (id: string, rest = ''): string => `/v1/agreements/${id}${rest}`;
  const shown = async (id: string): Promise<Agreement> => (await app.get(agreementOf(id))).json();
  const dashboard = async (): Promise<readonly Agreement[]> => {
    await app.service.idle();
    return (await app.get('/v1/compliance')).json<{ items: readonly Agreement[] }>().items;
  };
  async function settled(): Promise<string> {
    const caseId = await app.caseOf(untilSilence);
    const path = `/v1/cases/${caseId}/settlement`;
    await app.post(`${path}/conciliations`, us);
    await app.post(`${path}/conciliations/1/acceptances`, cn);
    const { texts } = (await app.post(`${path}/texts`, us, text())).json<{ texts: readonly { digest: string }[] }>();
    for (const desk of [us, cn])
      expect((await app.post(`${path}/texts/1/signatures`, desk, { digest: texts[0]?.digest })).statusCode).toBe(200);
    await app.service.idle();
    return caseId;
  }

  async function entered(): Promise<string> {
    const { agreementId, digest } = (await app.post('/v1/agreements', us, entry)).json<Papers>();
    for (const desk of [us, cn])
      expect((await app.post(agreementOf(agreementId, '/signatures'), desk, { digest })).statusCode).toBe(200);
    return agreementId;
  }

  it('begins with the signed settlement, in sight of everybody (I-54)', async () => {
    const caseId = await settled();
    expect(await shown(caseId)).toMatchObject({
      docketNumber: 'CN-2025-0001',
      state: 'on-course',
      stateName: { en: 'on course', 'zh-Hans': '正常履行' },
      obligations: [
        { id: 'O1', owner: 'US', date: '2025-09-30', state: 'open', what: [{ lang: 'en' }, { lang: 'zh-Hans' }] },
        { id: 'O2', owner: 'CN' },
      ],
      review: { n: 1, date: '2025-09-20' },
    });
    expect((await dashboard()).map(({ agreementId }) => agreementId)).toContain(caseId);
    const events = (await app.store.read(streamName('referral.compliance', caseId))).flatMap(publishes);
    expect(events.flatMap((event) => told(event, referral.AgreementEnteredSchema) ?? [])).toMatchObject([
      { textIsPublic: true, obligations: [{ id: 'O1' }, { id: 'O2' }] },
    ]);
  });

  it('shows a missed report and a missed date by itself, at once and once (I-18, I-54)', async () => {
    const caseId = await settled();
    app.time.now = '2025-09-30T15:00:00.000Z' as never;
    expect(await shown(caseId)).toMatchObject({
      state: 'overdue',
      obligations: [{ state: 'overdue', stateName: { 'zh-Hans': '逾期' } }, { state: 'open' }],
      reports: [{ state: 'missing' }, { state: 'missing' }],
    });
    await app.firesAt('2025-10-01T09:00:00.000Z');
    const types = (await app.store.read(streamName('referral.compliance', caseId))).map(
      ({ type, occurredAt }) => `${type} ${occurredAt}`,
    );
    expect(types).toEqual([
      `AgreementEntered ${NOW}`,
      'StatusReportMissed 2025-09-08T15:00:00.000Z',
      'StatusReportMissed 2025-09-08T15:00:00.000Z',
      'ReviewClosed 2025-09-22T15:00:00.000Z',
      'ObligationOverdue 2025-09-30T15:00:00.000Z',
    ]);
    expect((await dashboard()).find(({ agreementId }) => agreementId === caseId)).toMatchObject({ state: 'overdue' });
  });

  it('ends when every obligation was reported done and verified by the other side', async () => {
    const caseId = await settled();
    const body = { says: 'done', verdict: 'verified', note: [] };
    for (const [id, owner, other] of [
      ['O1', us, cn],
      ['O2', cn, us],
    ] as const) {
      const entries = [{ obligation: id, says: 'done', note: [] }];
      await app.post(agreementOf(caseId, '/reviews/1/status-reports'), owner, { entries });
      await app.post(agreementOf(caseId, `/obligations/${id}/verifications`), other, body);
    }
    expect(await shown(caseId)).toMatchObject({
      state: 'fulfilled',
      obligations: [{ state: 'fulfilled' }, { state: 'fulfilled' }],
    });
    expect(code(await app.post(agreementOf(caseId, '/obligations/O1/verifications'), us, body))).toBe(
      'agreement-fulfilled',
    );
  });

  it('takes reports, later dates and notices from the desks alone', async () => {
    const caseId = await settled();
    const entries = [
      { obligation: 'O1', says: 'delayed', note: [{ lang: 'en', text: 'The gazette is late.', kind: 'original' }] },
    ];
    const reported = await app.post(agreementOf(caseId, '/reviews/1/status-reports'), us, { entries });
    expect([reported.statusCode, reported.json()]).toMatchObject([
      200,
      {
        reports: [
          { party: 'CN', state: 'due' },
          { party: 'US', state: 'given', entries: [{ says: 'delayed' }] },
        ],
      },
    ]);
    const reason = [{ lang: 'en', text: 'The gazette appears quarterly.', kind: 'original' }];
    expect(
      (await app.post(agreementOf(caseId, '/obligations/O1/dates'), us, { date: '2025-12-31', reason })).statusCode,
    ).toBe(200);
    expect((await app.get(agreementOf(caseId, '/papers'), cn)).json()).toMatchObject({
      dateProposals: [{ obligation: 'O1', party: 'US', date: '2025-12-31' }],
    });
    expect(
      (await app.post(agreementOf(caseId, '/obligations/O1/dates/acceptances'), cn, { date: '2025-12-31' })).json(),
    ).toMatchObject({
      obligations: [
        { firstDate: '2025-09-30', date: '2025-12-31', moves: [{ from: '2025-09-30', to: '2025-12-31' }] },
        {},
      ],
    });
    expect(
      (await app.post(agreementOf(caseId, '/obligations/O1/non-performance-notices'), cn, { text: reason })).json(),
    ).toMatchObject({ obligations: [{ notices: [{ n: 1, party: 'CN' }] }, {}] });
    const registry = await app.bearer('us-registry', 'US', 'registry');
    expect(
      (
        await app.post(agreementOf(caseId, '/obligations/O1/verifications'), registry, {
          says: 'delayed',
          verdict: 'verified',
          note: [],
        })
      ).statusCode,
    ).toBe(403);
    expect(
      (
        await app.post(
          agreementOf(caseId, '/obligations/O1/verifications'),
          cn,
          { says: 'delayed', verdict: 'verified', note: [] },
          { 'if-match': '"0"' },
        )
      ).statusCode,
    ).toBe(412);
    expect(
      code(
        await app.post(agreementOf(caseId, '/obligations/O9/verifications'), us, {
          says: 'done',
          verdict: 'verified',
          note: [],
        }),
      ),
    ).toBe('no-such-obligation');
  });

  describe('the register', () => {
    it('holds an existing agreement once both desks signed it, and tells of its clocks alone, to no case', async () => {
      const proposed = await app.post('/v1/agreements', us, entry);
      const { agreementId, digest } = proposed.json<Papers>();
      expect([proposed.statusCode, proposed.headers['location']]).toEqual([
        201,
        `/v1/agreements/${agreementId}/papers`,
      ]);
      expect((await app.get(agreementOf(agreementId))).statusCode).toBe(404);
      await app.service.idle();
      expect(
        (await app.get('/v1/agreements/proposals', cn))
          .json<{ items: readonly Papers[] }>()
          .items.map((papers) => papers.agreementId),
      ).toContain(agreementId);
      expect((await app.get('/v1/agreements/proposals')).statusCode).toBe(401);
      expect(code(await app.post(agreementOf(agreementId, '/signatures'), cn, { digest: 'a'.repeat(64) }))).toBe(
        'agreement-digest-differs',
      );
      for (const desk of [us, cn]) await app.post(agreementOf(agreementId, '/signatures'), desk, { digest });
      expect(await shown(agreementId)).toMatchObject({
        docketNumber: null,
        source: null,
        title: [],
        obligations: [{ id: 'O1', owner: 'US', what: [] }],
      });
      const [clocks, ...more] = (await app.store.read(streamName('referral.agreement', agreementId))).flatMap(
        publishes,
      );
      const moved = clocks && told(clocks, referral.ClocksMovedSchema);
      expect([moved?.ofRegister, moved?.opens.map(({ awaits }) => awaits), more]).toEqual([
        true,
        ['party:US', 'party:US', undefined],
        [],
      ]);
    });

    it(
      'moves what ended in an outage that was declared, and its default waits, though it ' +
        'belongs to no case (I-61)',
      async () => {
        const agreementId = await entered();
        await app.service.idle();
        const dueNow = async () => (await shown(agreementId)).obligations[0]?.deadline.dueAt ?? '';
        const due = await dueNow();
        const outage = {
          outageId: 'o1',
          from: new Date(Date.parse(due) - 60_000).toISOString(),
          to: new Date(Date.parse(due) + 3_600_000).toISOString(),
        };
        app.time.now = outage.to as never;
        await app.tell(REGISTERS.outages, [declared(outage)]);
        await app.firesAt(outage.to);
        expect((await shown(agreementId)).obligations[0]).toMatchObject({
          state: 'open',
          deadline: { record: { firstDueAt: due } },
        });
        expect((await dueNow()) > outage.to).toBe(true);
      },
    );

    it('keeps from the public the words that the parties keep, and shows them to both', async () => {
      const id = await entered();
      const note = [{ lang: 'en', text: 'Seen at the border.', kind: 'original' }];
      const entries = [{ obligation: 'O1', says: 'done', note: [] }];
      await app.post(agreementOf(id, '/reviews/1/status-reports'), us, { entries });
      await app.post(agreementOf(id, '/obligations/O1/verifications'), cn, { says: 'done', verdict: 'refused', note });
      expect(JSON.stringify(await shown(id))).not.toMatch(/border|schedule/);
      expect((await app.get(agreementOf(id, '/papers'), us)).json<Papers>().words).toMatchObject([
        { of: 'verification', about: 'O1', party: 'CN', words: note },
      ]);
      const stranger = await app.bearer('xx-desk', 'XX', 'desk');
      expect((await app.get(agreementOf(id, '/papers'), stranger)).statusCode).toBe(404);
    });

    it('tracks it as it does a settlement', async () => {
      const id = await entered();
      await app.firesAt('2025-10-01T09:00:00.000Z');
      expect(await shown(id)).toMatchObject({ state: 'overdue', obligations: [{ state: 'overdue' }] });
    });

    it('takes one proposal for one key, and leaves out what a desk declined', async () => {
      const key = { 'idempotency-key': 'enter-once' };
      const [first, again] = [
        await app.post('/v1/agreements', us, entry, key),
        await app.post('/v1/agreements', us, entry, key),
      ];
      expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
      const { agreementId, digest } = first.json<Papers>();
      expect((await app.post(agreementOf(agreementId, '/refusals'), cn)).json()).toMatchObject({ status: 'declined' });
      expect(code(await app.post(agreementOf(agreementId, '/signatures'), us, { digest }))).toBe(
        'agreement-not-proposed',
      );
    });

    it('shows its pages one after another', async () => {
      await entered();
      await app.service.idle();
      const first = (await app.get('/v1/compliance?limit=1')).json<{ items: readonly Agreement[]; next: string }>();
      const second = (await app.get(`/v1/compliance?limit=1&cursor=${first.next}`)).json<{
        items: readonly Agreement[];
      }>();
      expect(first.items[0]?.agreementId).not.toBe(second.items[0]?.agreementId);
      expect((await app.get('/v1/compliance?cursor=x')).statusCode).toBe(400);
    });
  });
});
