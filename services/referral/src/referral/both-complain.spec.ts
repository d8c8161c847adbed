import { intake, referral, told } from '@parley/contracts';
import { streamName } from '@parley/event-store';
import { finalFindings, joinder, lapse, publicEvent, untilSilence } from '../dossier/dossier-story.fixture';
import { publishes } from './referral.tells';
import { ReferralApp } from '../referral-app.fixture';

const NOW = '2025-07-08T09:00:00.000Z';
const asked = {
  forum: 'WTO',
  consultationProvisions: [{ agreement: 'DSU', provision: '4' }],
  measures: ['M1'],
  claims: ['C1'],
  furtherClaimsReserved: true,
  statement: [],
  availableEvidence: [],
};
const askedByUs = {
  ...asked,
  measures: ['M2'],
  claims: ['U1'],
  statement: [{ lang: 'en', text: 'Our own words.', kind: 'original' }],
};
const code = (response: { json: () => unknown }): unknown => (response.json() as { code?: string }).code;

describe('a case that holds the measures of both, over HTTP', () => {
  let referralApp: ReferralApp;
  let [cn, us, cnCoHead, usCoHead]: string[] = [];
  beforeAll(async () => {
    referralApp = await ReferralApp.start(NOW);
    cn = await referralApp.bearer('cn-desk', 'CN', 'desk');
    us = await referralApp.bearer('us-desk', 'US', 'desk');
    cnCoHead = await referralApp.bearer('cn-cohead', 'CN', 'cohead');
    usCoHead = await referralApp.bearer('us-cohead', 'US', 'cohead');
  });
  afterAll(() => referralApp.stop());

  const pathOf = (caseId: string, rest = ''): string => `/v1/cases/${caseId}/referral${rest}`;
  const shown = async (caseId: string, n: number, bearer = us) =>
    (await referralApp.get(pathOf(caseId, `/dossiers/${String(n)}`), bearer)).json<{
      assembly: { digest: string } | null;
      draft: object | null;
    }>();

  async function sign(caseId: string, n: number): Promise<void> {
    const { assembly } = await shown(caseId, n, usCoHead);
    for (const coHead of [usCoHead, cnCoHead])
      await referralApp.post(pathOf(caseId, `/dossiers/${String(n)}/signatures`), coHead!, {
        digest: assembly?.digest,
      });
    await referralApp.service.idle();
  }

  it('refuses the respondent as long as it complains of nothing there, and says what it can do', async () => {
    const caseId = await referralApp.caseOf([...untilSilence, finalFindings]);
    for (const [act, body] of [
      ['/exit-notices', {}],
      ['/dossiers', askedByUs],
    ] as const) {
      const refused = await referralApp.post(pathOf(caseId, act), us!, body);
      expect([refused.statusCode, refused.json()]).toMatchObject([
        403,
        { code: 'no-claims-of-own', detail: expect.stringContaining('joinder') },
      ]);
    }
    expect((await referralApp.get(pathOf(caseId), us)).json()).toMatchObject({
      complaining: [{ party: 'CN', exitNoticeAt: null, basis: 'findings-final' }],
    });
  });

  it('lets either give an exit notice, which is a basis for itself alone (I-48, I-53)', async () => {
    const caseId = await referralApp.caseOf([...untilSilence, ...joinder]);
    const given = await referralApp.post(pathOf(caseId, '/exit-notices'), us!);
    expect([given.statusCode, given.json()]).toMatchObject([
      200,
      {
        complaining: [
          { party: 'CN', exitNoticeAt: null, basis: null },
          { party: 'US', exitNoticeAt: NOW, basis: 'exit-notice' },
        ],
      },
    ]);
    expect(code(await referralApp.post(pathOf(caseId, '/dossiers'), cn!, asked))).toBe('no-basis-for-a-dossier');
    expect((await referralApp.post(pathOf(caseId, '/dossiers'), us!, askedByUs)).statusCode).toBe(201);
  });

  it(
    'has a dossier of each side by side, whose draft nobody reads but its own side, and hands ' +
      'each over by whose it is',
    async () => {
      const caseId = await referralApp.caseOf([...untilSilence, ...joinder, finalFindings]);
      expect(
        code(
          await referralApp.post(pathOf(caseId, '/dossiers'), us!, {
            ...askedByUs,
            measures: ['M1', 'M2'],
            claims: ['U1', 'C1'],
          }),
        ),
      ).toBe('claim-of-the-other-party');
      await referralApp.post(pathOf(caseId, '/dossiers'), cn!, asked);
      const theirs = await referralApp.post(pathOf(caseId, '/dossiers'), us!, askedByUs);
      expect([theirs.headers['location'], theirs.json()]).toMatchObject([
        pathOf(caseId, '/dossiers/2'),
        { n: 2, party: 'US', status: 'signing' },
      ]);
      await referralApp.service.idle();
      const drafts = await Promise.all(
        [cn, us].flatMap((desk) => [1, 2].map(async (n) => (await shown(caseId, n, desk)).draft !== null)),
      );
      expect(drafts).toEqual([true, false, false, true]);

      await sign(caseId, 2);
      const { items } = (await referralApp.get(pathOf(caseId, '/dossiers'), cn)).json<{ items: object[] }>();
      expect(items).toMatchObject([
        { n: 1, party: 'CN', status: 'signing' },
        { n: 2, party: 'US', status: 'issued', draft: { statement: [{ text: 'Our own words.' }] } },
      ]);
      const handOver = (desk: string | undefined) =>
        referralApp.post(pathOf(caseId, '/dossiers/2/transmissions'), desk!, { handedOverAt: NOW });
      expect(code(await handOver(cn))).toBe('dossier-of-the-other-party');
      expect((await handOver(us)).json()).toMatchObject({ transmissions: [{ n: 2 }] });
      await sign(caseId, 1);
      expect((await shown(caseId, 1, us)).draft).toMatchObject({ claims: ['C1'] });
      const auditor = await referralApp.bearer('us-auditor', 'US', 'auditor');
      expect((await referralApp.get(pathOf(caseId, '/dossiers/2/rebuild'), auditor)).json()).toMatchObject({
        same: true,
      });
    },
  );

  it('holds the dossier of the one up in nothing where that of the other has lost its basis (I-19)', async () => {
    const caseId = await referralApp.caseOf([...untilSilence, ...joinder, lapse]);
    await referralApp.post(pathOf(caseId, '/exit-notices'), us!);
    await referralApp.post(pathOf(caseId, '/dossiers'), cn!, asked);
    await referralApp.post(pathOf(caseId, '/dossiers'), us!, askedByUs);
    await referralApp.service.idle();
    await referralApp.tell(caseId, [
      publicEvent(intake.LapseSetAsideSchema, '2025-07-07T14:00:00.000Z', 'PUBLIC', {
        caseId,
        at: '2025-07-07T14:00:00.000Z',
      }),
    ]);
    for (const n of [1, 2]) await sign(caseId, n);
    const { items } = (await referralApp.get(pathOf(caseId, '/dossiers'), us)).json<{ items: object[] }>();
    expect(items).toMatchObject([
      { n: 1, party: 'CN', status: 'closed' },
      { n: 2, party: 'US', status: 'issued', basis: 'exit-notice' },
    ]);
  });

  it('tells the public whose each act is, and of no draft', async () => {
    const caseId = await referralApp.caseOf([...untilSilence, ...joinder]);
    await referralApp.post(pathOf(caseId, '/exit-notices'), us!);
    await referralApp.post(pathOf(caseId, '/dossiers'), us!, askedByUs);
    await referralApp.service.idle();
    await sign(caseId, 1);
    await referralApp.post(pathOf(caseId, '/dossiers/1/transmissions'), us!, { handedOverAt: NOW });
    const events = (await referralApp.store.read(streamName('referral.referral', caseId)))
      .flatMap(publishes)
      .filter(({ tier }) => tier === 'PUBLIC');
    const schemas = [
      referral.ExitNoticeGivenSchema,
      referral.DossierRequestedSchema,
      referral.DossierIssuedSchema,
      referral.DossierTransmittedSchema,
    ];
    expect(
      schemas.map(
        (schema) => events.map((event) => told(event, schema)).find((message) => message !== undefined)?.party,
      ),
    ).toEqual(['US', 'US', 'US', 'US']);
    expect(events.some(({ data }) => Buffer.from(data).includes('Our own words.'))).toBe(false);
  });
});
