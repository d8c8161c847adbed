import type { PanelBody, ProposalBody } from '../disputes/bodies';
import { BEGUN, closed, commented, interimServed, reviewed, voted } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

const REASON = { en: 'The parties talk elsewhere.', 'zh-Hans': '双方另行商谈。' };

/** What was decided is issued: from the close of the deliberation on nothing is withdrawn or put off (I-68). */
describe('a complainant who reads findings and withdraws before they issue', () => {
  let dispute: Dispute;

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '683');
    await reviewed(dispute);
    await interimServed(dispute);
    await commented(dispute);
    await voted(dispute);
    await dispute.as('us-desk').act(dispute.path('suspensions'), { reason: REASON });
    await closed(dispute);
  });
  afterAll(() => dispute.end());

  const refusal = { status: 409, code: 'deliberation-closed-already', rule: 'I-68' };
  const panel = (): Promise<PanelBody> => dispute.as('cn-desk').read(dispute.path('panel'));

  it('finds no findings to read, and the long-stop runs no more', async () => {
    expect(await dispute.as('cn-desk').read(dispute.path('panel/findings'))).toMatchObject({ findings: null });
    expect(await dispute.due()).not.toHaveProperty('long-stop');
    expect((await dispute.docket()).line).toMatchObject({ nextDeadlines: [{ id: 'certification' }] });
  });

  it('is refused: the whole, the losing claims alone, a suspension, and one that was proposed before', async () => {
    expect(await dispute.refused('cn-desk', 'withdrawal')).toEqual(refusal);
    const { claims } = await panel();
    expect(await dispute.refused('cn-desk', 'claims/withdrawals', { claims: claims.slice(1) })).toEqual(refusal);
    const { items: proposals } = await dispute
      .as('cn-desk')
      .read<{ items: readonly ProposalBody[] }>(dispute.path('proposals'));
    const [suspension] = proposals;
    expect(
      await dispute.refused('cn-desk', `proposals/${suspension?.id ?? ''}/signatures`, { digest: suspension?.digest }),
    ).toEqual(refusal);
    const until = '2026-12-01';
    expect(await dispute.refused('cn-desk', 'suspensions', { until, reason: REASON })).toEqual(refusal);
  });

  it('gets the findings with everybody else, though neither co-head certifies', async () => {
    const due = (await panel()).deadlines.find(({ id }) => id === 'certification')?.dueAt ?? '';
    await dispute.moveTo(new Date(Date.parse(due) + 60_000).toISOString());
    expect(await dispute.shown()).toMatchObject({ status: 'ended', outcome: 'findings-issued' });
    expect(await dispute.as('us-desk').read(dispute.path('panel/findings'))).toMatchObject({
      issuedAt: due,
      missing: ['CN', 'US'],
      findings: [{ outcome: 'substantiated' }, { outcome: 'not-substantiated' }],
    });
  });

  it('is led by them to the proof of each event that made them, and a member of the panel nowhere', async () => {
    const linksTo = async (reader: 'cn-desk' | 'us-panel-1'): Promise<readonly string[]> => {
      const { headers } = await dispute.as(reader).get(dispute.path('panel/findings'));
      return [...(headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="[^"]+tlog-proof"/g)].map(([, to = '']) => to);
    };
    const types: unknown[] = [];
    for (const link of await linksTo('cn-desk')) {
      const { header } = await dispute.as('cn-desk').read<{ header: string }>(link);
      types.push((JSON.parse(header) as { type: string }).type);
    }
    expect(types).toEqual(['FindingsDecided', 'FindingsIssued']);
    expect(await linksTo('us-panel-1')).toEqual([]);
  });
});
