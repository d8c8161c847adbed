import { sha256, streamName } from '@parley/event-store';
import { panelReview, referral, told } from '@parley/contracts';
import { publishes } from './referral.tells';
import { finalFindings, lapse, publicEvent, untilSilence } from '../dossier/dossier-story.fixture';
import { unpacked } from '../dossier/unpacked.fixture';
import { ReferralApp } from '../referral-app.fixture';

interface Shown {
  readonly n: number;
  readonly status: string;
  readonly basis: string;
  readonly draft: object | null;
  readonly assembly: { readonly digest: string } | null;
  readonly missing: readonly string[];
  readonly packed: { readonly digest: string; readonly issuedAt: string } | null;
  readonly documents: readonly string[];
}

const NOW = '2025-07-08T09:00:00.000Z';
const asked = {
  forum: 'WTO',
  consultationProvisions: [{ agreement: 'DSU', provision: '4' }],
  measures: ['M1'],
  claims: ['C1', 'C2'],
  furtherClaimsReserved: true,
  statement: [],
  availableEvidence: [],
};
const code = (response: { json: () => unknown }): unknown => (response.json() as { code?: string }).code;

describe('a referral over HTTP', () => {
  let referralApp: ReferralApp;
  let cn: string;
  let us: string;
  let cnCoHead: string;
  let usCoHead: string;
  let member: string;

  beforeAll(async () => {
    referralApp = await ReferralApp.start(NOW);
    cn = await referralApp.bearer('cn-desk', 'CN', 'desk');
    us = await referralApp.bearer('us-desk', 'US', 'desk');
    cnCoHead = await referralApp.bearer('cn-cohead', 'CN', 'cohead');
    usCoHead = await referralApp.bearer('us-cohead', 'US', 'cohead');
    member = await referralApp.bearer('us-member', 'US', 'panel');
  });
  afterAll(() => referralApp.stop());
  beforeEach(() => {
    referralApp.time.now = NOW as never;
  });

  const pathOf = (caseId: string, rest = ''): string => `/v1/cases/${caseId}/referral${rest}`;
  const shown = async (caseId: string, bearer = cn): Promise<Shown> =>
    (await referralApp.get(pathOf(caseId, '/dossiers/1'), bearer)).json();

  async function requested(...more: Parameters<ReferralApp['caseOf']>[0]): Promise<string> {
    const caseId = await referralApp.caseOf([...untilSilence, ...more]);
    const response = await referralApp.post(pathOf(caseId, '/dossiers'), cn, asked);
    expect([response.statusCode, response.headers['location']]).toEqual([201, pathOf(caseId, '/dossiers/1')]);
    await referralApp.service.idle();
    return caseId;
  }

  describe('before there is a basis', () => {
    let caseId: string;
    beforeAll(async () => {
      caseId = await referralApp.caseOf(untilSilence);
    });

    it('refuses a dossier, and takes an exit notice that makes one possible (I-48, I-53)', async () => {
      expect(code(await referralApp.post(pathOf(caseId, '/dossiers'), cn, asked))).toBe('no-basis-for-a-dossier');
      const notice = await referralApp.post(pathOf(caseId, '/exit-notices'), cn);
      expect([notice.statusCode, notice.json()]).toMatchObject([
        200,
        { complaining: [{ party: 'CN', exitNoticeAt: NOW, basis: 'exit-notice' }], dossiers: [] },
      ]);
      expect(notice.headers['etag']).toMatch(/^"\d+\.\d+"$/);
    });

    it('leaves the exit notice to the complainant', async () => {
      const refused = await referralApp.post(pathOf(caseId, '/exit-notices'), us);
      expect([refused.statusCode, code(refused)]).toEqual([403, 'no-claims-of-own']);
    });

    it('is not there for who may not see the case (I-43)', async () => {
      expect((await referralApp.get(pathOf(caseId), member)).statusCode).toBe(404);
      expect((await referralApp.get(pathOf('11111111-1111-4111-8111-111111111111'), cn)).statusCode).toBe(404);
      expect((await referralApp.get(pathOf(caseId))).statusCode).toBe(401);
    });

    it.each([
      ['the World Bank', { forum: 'WORLD_BANK' }, 409, 'no-basis-for-a-dossier'],
      ['an unknown forum', { forum: 'ICJ' }, 422, 'invalid-fields'],
      ['no measure', { measures: [] }, 422, 'invalid-fields'],
      ['an unknown field', { more: 1 }, 422, 'invalid-fields'],
      [
        'a text that reverses the direction of writing',
        { statement: [{ lang: 'en', text: 'a\u202eb', kind: 'original' }] },
        422,
        'invalid-fields',
      ],
    ])('refuses a request with %s', async (_name, changes, status, expected) => {
      const other = await referralApp.caseOf(untilSilence.slice(0, 3));
      const response = await referralApp.post(pathOf(other, '/dossiers'), cn, { ...asked, ...changes });
      expect([response.statusCode, code(response)]).toEqual([status, expected]);
    });
  });

  describe('a dossier that both co-heads sign', () => {
    let caseId: string;
    beforeAll(async () => {
      caseId = await requested(finalFindings);
    });

    it('is read before it is issued by the people of the side that asked for it alone (I-76)', async () => {
      const document = pathOf(caseId, '/dossiers/1/documents/01-cover.html');
      const read = await referralApp.get(document, cn);
      expect([read.statusCode, read.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(read.body).toContain('案件 CN-2025-0001');
      const ofOthers = [
        us,
        usCoHead,
        ...(await Promise.all([
          referralApp.bearer('us-registry', 'US', 'registry'),
          referralApp.bearer('cn-cohead', 'CN', 'cohead'),
          referralApp.bearer('us-auditor', 'US', 'auditor'),
        ])),
      ];
      for (const other of ofOthers) {
        expect(code(await referralApp.get(document, other))).toBe('dossier-not-issued');
        expect(await shown(caseId, other)).toMatchObject({
          draft: null,
          inputs: null,
          documents: [],
          assembly: { digest: expect.any(String), inputsDigest: null, files: null, octets: null, withheld: null },
        });
      }
      const ownOfficer = await referralApp.bearer('cn-registry', 'CN', 'registry');
      expect((await referralApp.get(document, ownOfficer)).statusCode).toBe(200);
      expect(code(await referralApp.get(pathOf(caseId, '/dossiers/1/content'), cn))).toBe('dossier-not-issued');
      expect([(await shown(caseId, cn)).draft === null, (await shown(caseId, us)).draft === null]).toEqual([
        false,
        true,
      ]);
    });

    it(
      'tells a member of the panel nothing of what is put together and signed, nor how ' + 'much is withheld (I-43)',
      async () => {
        const at = '2025-03-20T10:00:00.000Z';
        const members = [{ personId: 'us-member' }];
        await referralApp.tell(caseId, [
          publicEvent(panelReview.PanelConvenedSchema, at, 'PUBLIC', { caseId, convenedAt: at, members }),
        ]);
        expect((await shown(caseId, cn)).assembly).toMatchObject({ withheld: expect.any(Number) });
        for (const rest of ['', '/dossiers', '/dossiers/1']) {
          const seen = await referralApp.get(pathOf(caseId, rest), member);
          expect([seen.statusCode, seen.headers['etag'], seen.body.includes('withheld')]).toEqual([
            200,
            undefined,
            false,
          ]);
        }
        expect(await shown(caseId, member)).toMatchObject({
          status: 'signing',
          assembly: null,
          signatures: [],
          missing: [],
          documents: [],
        });
      },
    );

    it('is read by nobody who left the panel, from that moment on (I-43)', async () => {
      const at = '2025-03-20T11:00:00.000Z';
      expect((await referralApp.get(pathOf(caseId), member)).statusCode).toBe(200);
      await referralApp.tell(caseId, [
        publicEvent(panelReview.PanelFactSchema, at, 'PUBLIC', {
          caseId,
          at,
          kind: 'disclosure-made',
          personId: 'us-member',
        }),
      ]);
      expect((await referralApp.get(pathOf(caseId), member)).statusCode).toBe(200);
      await referralApp.tell(caseId, [
        publicEvent(panelReview.PanelFactSchema, at, 'PUBLIC', {
          caseId,
          at,
          kind: 'member-recused',
          personId: 'us-member',
        }),
      ]);
      for (const rest of ['', '/dossiers', '/dossiers/1'])
        expect((await referralApp.get(pathOf(caseId, rest), member)).statusCode).toBe(404);
    });

    it('goes out at the second signature, the same bytes to both desks', async () => {
      const { assembly } = await shown(caseId, usCoHead);
      const body = { digest: assembly?.digest };
      expect(
        code(await referralApp.post(pathOf(caseId, '/dossiers/1/signatures'), usCoHead, { digest: 'a'.repeat(64) })),
      ).toBe('dossier-digest-differs');
      expect(code(await referralApp.post(pathOf(caseId, '/dossiers/1/signatures'), us, body))).toBe('role-required');
      await referralApp.post(pathOf(caseId, '/dossiers/1/signatures'), usCoHead, body);
      const signed = await referralApp.post(pathOf(caseId, '/dossiers/1/signatures'), cnCoHead, {
        ...body,
      });
      expect(signed.statusCode).toBe(200);
      expect(signed.json()).toMatchObject({ signatures: [{ coHead: expect.any(String) }, { party: 'CN' }] });
      await referralApp.service.idle();

      const [theirs, ours] = [
        await referralApp.get(pathOf(caseId, '/dossiers/1/content'), cn),
        await referralApp.get(pathOf(caseId, '/dossiers/1/content'), us),
      ];
      const dossier = await shown(caseId, us);
      expect(dossier).toMatchObject({
        status: 'issued',
        basis: 'findings-final',
        missing: [],
        packed: { digest: sha256(theirs.rawPayload), issuedAt: NOW },
      });
      expect(theirs.rawPayload.equals(ours.rawPayload)).toBe(true);
      expect(theirs.headers).toMatchObject({
        'content-type': 'application/zip',
        'content-disposition': 'attachment; filename="CN-2025-0001-dossier-1.zip"',
      });
      const files = await unpacked(theirs.rawPayload);
      expect(sha256(files.get('manifest-sha256.txt') ?? Buffer.alloc(0))).toBe(assembly?.digest);
    });

    it('names its documents, and knows no other', async () => {
      const { documents } = await shown(caseId, us);
      expect(documents).toContain('11-verification.pdf');
      expect(code(await referralApp.get(pathOf(caseId, '/dossiers/1/documents/..%2F..%2Fx'), us))).toBe(
        'no-such-document',
      );
      expect(code(await referralApp.get(pathOf(caseId, '/dossiers/2'), us))).toBe('no-such-dossier');
    });

    it('leaves on record who has read it and for what, for auditors (I-40)', async () => {
      const auditor = await referralApp.bearer('us-auditor', 'US', 'auditor');
      await referralApp.get(pathOf(caseId, '/dossiers/1/documents/03-measures.pdf'), us, {
        'parley-purpose': 'Preparing the reply',
      });
      const reads = await referralApp.get(pathOf(caseId, '/dossiers/1/reads?limit=2'), auditor);
      const { items, next } = reads.json<{ items: readonly object[]; next: string }>();
      expect(items[0]).toEqual({
        personId: 'us-desk',
        party: 'US',
        roles: ['desk'],
        subject: 'dossier 1',
        tier: 'PARTIES',
        what: '03-measures.pdf',
        purpose: 'Preparing the reply',
        at: NOW,
      });
      expect((await referralApp.get(pathOf(caseId, `/dossiers/1/reads?cursor=${next}`), auditor)).json()).toMatchObject(
        { next: null },
      );
      expect((await referralApp.get(pathOf(caseId, '/dossiers/1/reads'), us)).statusCode).toBe(403);
      expect(
        (await referralApp.get(pathOf(caseId, '/dossiers/1/content'), us, { 'parley-purpose': 'ü' })).statusCode,
      ).toBe(400);
    });

    it('is shown as it was at a past instant', async () => {
      const before = await referralApp.get(pathOf(caseId, '?asOf=2025-07-08T08:59:59Z'), us);
      expect(before.statusCode).toBe(404);
      expect((await referralApp.get(pathOf(caseId, `?asOf=${NOW}`), us)).json()).toMatchObject({
        dossiers: [{ status: 'issued' }],
      });
    });

    it('points on to the forum once it was handed over', async () => {
      const later = '2025-07-20T09:00:00.000Z';
      referralApp.time.now = later as never;
      const handed = await referralApp.post(pathOf(caseId, '/dossiers/1/transmissions'), cn, {
        handedOverAt: '2025-07-16T11:00:00+02:00',
        receipt: '24-1234',
      });
      expect([handed.statusCode, handed.json()]).toMatchObject([
        200,
        { transmissions: [{ n: 1, handedOverAt: '2025-07-16T09:00:00.000Z', receipt: '24-1234', recordedAt: later }] },
      ]);
      const event = {
        forum: 'WTO',
        kind: 'consultations-requested',
        symbol: 'WT/DS633/1',
        communicatedOn: '2025-07-16',
        title: [{ lang: 'en', text: 'Request', kind: 'original' }],
      };
      expect(
        code(await referralApp.post(pathOf(caseId, '/dossiers/1/transmissions'), us, { handedOverAt: later })),
      ).toBe('dossier-of-the-other-party');
      expect((await referralApp.post(pathOf(caseId, '/forum-events'), us, event)).json()).toMatchObject({
        forumEvents: [{ symbol: 'WT/DS633/1', circulatedOn: null, notedBy: 'US' }],
      });
      expect(
        (await referralApp.post(pathOf(caseId, '/forum-events'), cn, { ...event, circulatedOn: '2025-07-18' })).json(),
      ).toMatchObject({ forumEvents: [{ circulatedOn: '2025-07-18' }] });
      expect(code(await referralApp.post(pathOf(caseId, '/forum-events'), cn, { ...event, symbol: 'DS 633' }))).toBe(
        'symbol-malformed',
      );
    });

    it('is told to the public as a fact, and its clock to the parties when it starts and when it ends', async () => {
      const everything = (await referralApp.store.read(streamName('referral.referral', caseId))).flatMap(publishes);
      const moves = everything.flatMap((event) => told(event, referral.ClocksMovedSchema) ?? []);
      expect(moves.map(({ event, opens, closes }) => [event, opens.map(({ clock }) => clock), closes.length])).toEqual([
        ['DossierRequested', ['dossier'], 0],
        ['DossierSigningClosed', [], 1],
      ]);
      // The other services alone are told who signed (I-05).
      const own: readonly string[] = [referral.ClocksMovedSchema.typeName, referral.PersonActedSchema.typeName];
      const events = everything.filter(({ type }) => !own.includes(type));
      const issued = events.flatMap((event) => told(event, referral.DossierIssuedSchema) ?? []);
      expect(issued).toMatchObject([{ forum: 'WTO', basis: 'findings-final', issuedAt: NOW, missing: [] }]);
      expect(new Set(events.map(({ tier }) => tier))).toEqual(new Set(['PUBLIC']));
    });
  });

  describe('a dossier that nobody signs', () => {
    it('goes out when its time is up, once, though nobody is logged on (I-18)', async () => {
      const caseId = await requested(lapse);
      await referralApp.firesAt('2025-07-20T09:00:00.000Z');
      expect(await shown(caseId, us)).toMatchObject({
        status: 'issued',
        basis: 'screening-lapsed',
        missing: ['CN', 'US'],
        packed: { issuedAt: '2025-07-15T15:00:00.000Z' },
      });
      const types = (await referralApp.store.read(streamName('referral.referral', caseId))).map(({ type }) => type);
      expect(types.filter((type) => type === 'DossierIssued')).toHaveLength(1);
      expect(
        code(await referralApp.post(pathOf(caseId, '/dossiers/1/signatures'), usCoHead, { digest: 'a'.repeat(64) })),
      ).toBe('dossier-signing-closed');
    });
  });

  describe('an act sent twice', () => {
    it('is one, and the same key with another body is refused (I-28)', async () => {
      const caseId = await referralApp.caseOf([...untilSilence, lapse]);
      const key = { 'idempotency-key': 'the-same' };
      const first = await referralApp.post(pathOf(caseId, '/dossiers'), cn, asked, key);
      const again = await referralApp.post(pathOf(caseId, '/dossiers'), cn, asked, key);
      expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
      expect(code(await referralApp.post(pathOf(caseId, '/dossiers'), cn, { ...asked, claims: ['C1'] }, key))).toBe(
        'idempotency-key-reused',
      );
      expect((await referralApp.post(pathOf(caseId, '/exit-notices'), cn, {}, { 'if-match': '"0"' })).statusCode).toBe(
        412,
      );
      expect(code(await referralApp.post(pathOf(caseId, '/dossiers'), cn, asked))).toBe('dossier-pending');
    });
  });

  describe('a request for the World Bank', () => {
    it('is refused with its reason, and leaves no trace (I-49)', async () => {
      const caseId = await referralApp.caseOf([...untilSilence, lapse]);
      const before = (await referralApp.get(pathOf(caseId), cn)).headers['etag'];
      const response = await referralApp.post(pathOf(caseId, '/dossiers'), cn, { ...asked, forum: 'WORLD_BANK' });
      expect([response.statusCode, response.json()]).toMatchObject([409, { code: 'forum-hears-no-state' }]);
      expect(JSON.stringify(response.json())).toContain('affected people');
      expect((await referralApp.get(pathOf(caseId), cn)).headers['etag']).toBe(before);
    });
  });

  describe('a draft of another kind', () => {
    const words = [{ lang: 'en', text: 'In its own words.', kind: 'original' }];
    const panelRequest = {
      consultations: { symbol: 'WT/DS633/1', requestedOn: '2025-02-04', heldOn: ['2025-03-14'] },
      withoutConsultations: [],
      earlierBecause: [],
      summary: words,
    };
    const channel = {
      channel: 'cao',
      institution: 'IFC',
      project: { id: '12345', name: 'Port' },
      requester: 'affected-people',
      people: 1,
      raisedWithManagement: false,
      harm: words,
    };

    it('is asked for a panel, with every field that it needs (DSU 6.2)', async () => {
      const caseId = await referralApp.caseOf([...untilSilence, lapse]);
      const unknown = { ...asked, panelRequest: { ...panelRequest, more: 1 } };
      const { summary: _summary, ...without } = panelRequest;
      expect(code(await referralApp.post(pathOf(caseId, '/dossiers'), cn, unknown))).toBe('invalid-fields');
      expect(code(await referralApp.post(pathOf(caseId, '/dossiers'), cn, { ...asked, panelRequest: without }))).toBe(
        'invalid-fields',
      );
      const response = await referralApp.post(pathOf(caseId, '/dossiers'), cn, {
        ...asked,
        consultationProvisions: [],
        panelRequest,
      });
      expect([response.statusCode, response.json()]).toMatchObject([201, { forum: 'WTO', draft: { panelRequest } }]);
      await referralApp.service.idle();
      expect((await referralApp.get(pathOf(caseId, '/dossiers/1/documents/02-panel-request.html'), cn)).body).toContain(
        'WT/DS633/1',
      );
    });

    it('is asked for those whom a channel of the World Bank hears (I-49)', async () => {
      const caseId = await referralApp.caseOf([...untilSilence, lapse]);
      const toBank = { ...asked, forum: 'WORLD_BANK', consultationProvisions: [], channel };
      expect(
        code(
          await referralApp.post(pathOf(caseId, '/dossiers'), cn, {
            ...toBank,
            channel: { ...channel, channel: 'inspection-panel', institution: 'IBRD' },
          }),
        ),
      ).toBe('too-few-affected-people');
      const response = await referralApp.post(pathOf(caseId, '/dossiers'), cn, toBank);
      expect([response.statusCode, response.json()]).toMatchObject([
        201,
        { forum: 'WORLD_BANK', draft: { channel: { channel: 'cao', closedOn: null } } },
      ]);
    });
  });

  it('shows everybody the rules of the forums', async () => {
    const response = await referralApp.get('/v1/forums');
    expect(response.json()).toMatchObject({
      current: '2026-1',
      versions: [
        { version: '1995-1' },
        { version: '2020-1', from: '2020-09-08' },
        { forums: [{ code: 'WTO', kind: 'open' }, { code: 'WORLD_BANK', kind: 'channels' }, { code: 'CAPITALS' }] },
      ],
    });
  });
});
