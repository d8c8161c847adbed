import { codeOf } from './late-dispute';
import { RepudiatingDispute } from './repudiating-dispute';

interface SettlementBody {
  readonly state: string;
  readonly texts: readonly { readonly digest: string; readonly signatures: readonly { readonly party: string }[] }[];
  readonly undone: readonly { readonly n: number; readonly party: string }[];
}
interface RegisterBody {
  readonly delegations: readonly { readonly personId: string; readonly endsAt: string | null }[];
}
interface AgendaBody {
  readonly items: readonly { readonly clock: string; readonly awaited: string }[];
}

const both = (en: string, zh: string) => [
  { lang: 'en', text: `[constructed] ${en}`, kind: 'authentic' },
  { lang: 'zh-Hans', text: `［虚构］${zh}`, kind: 'authentic' },
];
const TEXT = {
  ...{ title: both('Understanding', '谅解'), text: both('The parties agree as follows.', '双方达成如下一致。') },
  obligations: [
    {
      ...{ id: 'O1', owner: 'US', date: '2026-12-15' },
      what: both('Publish the amended schedule.', '公布修订后的税目表。'),
      check: both('The schedule is in the official gazette.', '税目表载于官方公报。'),
    },
  ],
  publication: 'facts-only',
};

/**
 * The attack: an officer who is bought signs away his side's case. And the other way round: a side signs a settlement
 * so that the screening stops, and takes the signature back when what it owed has fallen due (I-67, I-47, I-26).
 */
describe('a signature of a settlement that its side had not given', () => {
  let dispute: RepudiatingDispute;
  const settlement = () => dispute.as['cn-desk'].read<SettlementBody>(`${dispute.path}/settlement`);
  const repudiate = (who: keyof RepudiatingDispute['as'], act = 'text:1') =>
    dispute.as[who].post(`${dispute.path}/settlement/repudiations`, { act });
  const docket = async (): Promise<string> => {
    const { docketNumber } = await dispute.as['cn-desk'].read<{ docketNumber: string }>(dispute.path);
    return JSON.stringify(await dispute.as['cn-desk'].read(`/v1/docket/${docketNumber}`));
  };
  const agreement = () => dispute.as['cn-desk'].get(`/v1/agreements/${dispute.path.split('/').at(-1) ?? ''}`);
  async function sign(n: number, ...desks: readonly (keyof RepudiatingDispute['as'])[]): Promise<void> {
    const { texts } = await settlement();
    for (const desk of desks)
      await dispute.as[desk].act(`${dispute.path}/settlement/texts/${String(n)}/signatures`, {
        digest: texts[n - 1]?.digest,
      });
  }
  let replyDue: string;

  beforeAll(async () => {
    dispute = await RepudiatingDispute.start();
    replyDue = (await dispute.due('reply')) ?? '';
    await dispute.as['cn-desk'].act(`${dispute.path}/settlement/conciliations`);
    await dispute.as['us-desk'].act(`${dispute.path}/settlement/conciliations/1/acceptances`);
    await dispute.as['us-desk-2'].act(`${dispute.path}/settlement/texts`, TEXT);
    await sign(1, 'cn-desk', 'us-desk-2');
    await dispute.passTo('2026-03-02T12:00:00+01:00');
  }, 120_000);
  afterAll(() => dispute.stop());

  it('settles the case until its head of delegation repudiates it, which nobody else does', async () => {
    expect(await settlement()).toMatchObject({ state: 'settled' });
    expect(await dispute.shown()).toMatchObject({ outcome: 'settled' });
    expect((await agreement()).status).toBe(200);
    expect(codeOf(await repudiate('us-desk-2'))).toBe('repudiated-by-its-head-alone');
    expect((await repudiate('us-registry')).status).toBe(403);
    expect(codeOf(await repudiate('us-desk', 'text:9'))).toBe('unknown-act-to-repudiate');
    expect((await repudiate('us-desk')).status).toBe(200);
    expect(codeOf(await repudiate('us-desk'))).toBe('repudiated-already');
  });

  it('counts as not given: the screening goes on, nobody owes anything, and the docket says so', async () => {
    await dispute.passTo('2026-03-02T13:00:00+01:00');
    const { state, texts, undone } = await settlement();
    expect([state, texts[0]?.signatures.map(({ party }) => party), undone]).toMatchObject([
      'conciliation',
      ['CN'],
      [{ n: 1, party: 'US' }],
    ]);
    expect(await dispute.shown()).toMatchObject({ status: 'registered', exchange: { stage: 'awaiting-reply' } });
    expect((await agreement()).status).toBe(404);
    const said = await docket();
    expect(said).toContain('the signature of a settlement text of');
    expect(said).toContain('the settlement that ended it counts no more');
    expect(said).toContain('nobody owes what it obliged to');
    expect(said).not.toContain('us-desk-2');
  });

  it('ends the delegation under which it was given, and the reply is due when it was', async () => {
    const { delegations } = await dispute.as['us-desk'].read<RegisterBody>('/v1/parties/US/delegations');
    expect(delegations.find(({ personId }) => personId === 'us-desk-2')?.endsAt).not.toBeNull();
    expect(await dispute.due('reply')).toBe(replyDue);
    const { items } = await dispute.as['us-desk'].read<AgendaBody>('/v1/agenda');
    expect(items.map(({ clock, awaited }) => `${clock} ${awaited}`)).toContain('reply respondent');
  });

  it('gives no time to the side that signs and repudiates to gain it', async () => {
    await dispute.passTo(new Date(Date.parse(replyDue) - 3_600_000).toISOString());
    await dispute.as['us-desk'].act(`${dispute.path}/settlement/texts`, TEXT);
    await sign(2, 'cn-desk', 'us-desk');
    await dispute.passTo(new Date(Date.parse(replyDue) + 24 * 3_600_000).toISOString());
    expect(await dispute.shown()).toMatchObject({ outcome: 'settled' });
    expect((await repudiate('us-desk', 'text:2')).status).toBe(200);
    await dispute.passTo(new Date(Date.parse(replyDue) + 25 * 3_600_000).toISOString());
    expect(await dispute.shown()).toMatchObject({ status: 'registered', exchange: { unanswered: true } });
    expect(await docket()).not.toContain('"awaited":"respondent"');
  });
});
