import { Client } from '../../support/client';
import { codeOf } from './late-dispute';
import { RepudiatingDispute } from './repudiating-dispute';

interface ObligationBody {
  readonly id: string;
  readonly state: string;
  readonly reported: { readonly standing: string; readonly deadline: { readonly dueAt: string } | null } | null;
}
interface AgreementBody {
  readonly fulfilledAt: string | null;
  readonly obligations: readonly ObligationBody[];
  readonly repudiated: readonly { readonly kind: string; readonly party: string }[];
}
interface PapersBody {
  readonly agreementId: string;
  readonly digest: string;
  readonly status: string;
  readonly signatures: readonly { readonly party: string }[];
  readonly acts: readonly { readonly act: string; readonly party: string; readonly repudiatedAt: string | null }[];
}
interface RegisterBody {
  readonly delegations: readonly { readonly personId: string; readonly endsAt: string | null }[];
}
interface InboxBody {
  readonly items: readonly { readonly of: { readonly event: string } }[];
}
interface LogBody {
  readonly items: readonly { readonly kind: string; readonly texts: object }[];
}

const both = (en: string, zh: string) => [
  { lang: 'en', text: `[constructed] ${en}`, kind: 'authentic' },
  { lang: 'zh-Hans', text: `［虚构］${zh}`, kind: 'authentic' },
];
const PROPOSED = {
  title: both('Agreement on soybeans', '大豆协议'),
  source: { citation: '2020 OJ 1', date: '2020-01-15' },
  obligations: [
    {
      ...{ id: 'O1', owner: 'CN', date: '2026-12-15' },
      what: both('Publish the amended schedule.', '公布修订后的税目表。'),
      check: both('The schedule is in the official gazette.', '税目表载于官方公报。'),
    },
  ],
  publication: 'text',
};

/**
 * The attack: whoever holds one token of a desk binds its government to an agreement of the register, and verifies what
 * the other side owes, for ever (I-67, S13).
 */
describe('a signature of the register that its side had not given', () => {
  let dispute: RepudiatingDispute;
  let path: string;
  const repudiate = (who: keyof RepudiatingDispute['as'], act: string) =>
    dispute.as[who].post(`${path}/repudiations`, { act });
  const papers = () => dispute.as['us-desk'].read<PapersBody>(`${path}/papers`);
  const page = () => Client.public(dispute.url).read<AgreementBody>(path);
  const log = () => Client.public(dispute.url).read<LogBody>('/v1/docket/log');
  const owed = async (): Promise<readonly string[]> => {
    const { items } = await dispute.as['cn-desk'].read<{ items: readonly { clock: string }[] }>('/v1/agenda');
    return items.map(({ clock }) => clock);
  };
  const sign = async (who: 'us-desk' | 'us-desk-2' | 'cn-desk'): Promise<void> => {
    const { digest } = await papers();
    await dispute.as[who].act(`${path}/signatures`, { digest });
  };

  beforeAll(async () => {
    dispute = await RepudiatingDispute.start();
    const { body } = await dispute.as['cn-desk'].act<PapersBody>('/v1/agreements', PROPOSED);
    path = `/v1/agreements/${body.agreementId}`;
    await sign('cn-desk');
    await sign('us-desk-2');
    await dispute.passTo('2026-03-02T12:00:00+01:00');
  }, 120_000);
  afterAll(() => dispute.stop());

  it('binds until its head of delegation repudiates it, which nobody else does', async () => {
    expect((await page()).obligations).toMatchObject([{ id: 'O1', state: 'open' }]);
    expect(await owed()).toContain('obligation');
    expect((await papers()).acts.map(({ act, party }) => `${party} ${act}`)).toEqual([
      'CN agreement-signature',
      'US agreement-signature',
    ]);
    expect(codeOf(await repudiate('us-desk-2', 'agreement-signature'))).toBe('repudiated-by-its-head-alone');
    expect((await repudiate('us-registry', 'agreement-signature')).status).toBe(403);
    expect(codeOf(await repudiate('us-desk', 'verification:O1:1'))).toBe('unknown-act-to-repudiate');
    expect((await repudiate('us-desk', 'agreement-signature')).status).toBe(200);
    expect(codeOf(await repudiate('us-desk', 'agreement-signature'))).toBe('repudiated-already');
  });

  it('counts as not given: nobody owes anything, and the proposal awaits that signature alone', async () => {
    await dispute.passTo('2026-03-02T13:00:00+01:00');
    expect((await Client.public(dispute.url).get(path)).status).toBe(404);
    const { status, signatures } = await papers();
    expect([status, signatures.map(({ party }) => party)]).toEqual(['proposed', ['CN']]);
    expect(await owed()).not.toContain('obligation');
  });

  it('is told to both sides and to everybody, and ends the delegation under which it was given', async () => {
    for (const desk of ['us-desk', 'cn-desk'] as const) {
      const { items } = await dispute.as[desk].read<InboxBody>('/v1/inbox');
      expect(items.map(({ of }) => of.event)).toContain('ActRepudiated');
    }
    const told = (await log()).items.find(({ kind }) => kind === 'agreement-signature-repudiated');
    expect(JSON.stringify(told)).toContain('the signature of an agreement of the register');
    expect(JSON.stringify(told)).not.toContain('us-desk-2');
    const { delegations } = await dispute.as['us-desk'].read<RegisterBody>('/v1/parties/US/delegations');
    expect(delegations.find(({ personId }) => personId === 'us-desk-2')?.endsAt).not.toBeNull();
  });

  it('can be given anew; and an answer that was not its own fulfils nothing, and gives no time', async () => {
    await sign('us-desk');
    await dispute.as['cn-desk'].act(`${path}/reviews/1/status-reports`, {
      entries: [{ obligation: 'O1', says: 'done', note: [] }],
    });
    const end = (await page()).obligations[0]?.reported?.deadline?.dueAt;
    await dispute.as['us-desk'].act(`${path}/obligations/O1/verifications`, {
      ...{ says: 'done', verdict: 'verified', note: [] },
    });
    expect((await page()).fulfilledAt).not.toBeNull();
    expect(codeOf(await repudiate('cn-desk', 'status-report:1:1'))).toBe('report-answered');
    expect(codeOf(await repudiate('cn-desk', 'verification:O1:1'))).toBe('act-of-the-other-side');
    await dispute.passTo('2026-03-03T12:00:00+01:00');
    expect((await repudiate('us-desk', 'verification:O1:1')).status).toBe(200);
    const { fulfilledAt, obligations, repudiated } = await page();
    expect([fulfilledAt, obligations, repudiated]).toMatchObject([
      null,
      [{ state: 'open', reported: { standing: 'awaited', deadline: { dueAt: end } } }],
      [
        { kind: 'agreement-signature', party: 'US' },
        { kind: 'verification', party: 'US' },
      ],
    ]);
  });
});
