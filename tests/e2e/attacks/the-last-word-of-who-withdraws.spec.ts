import { readDocument } from '../../support/api-document';
import { Client } from '../../support/client';
import { constructedGrievance } from '../../support/constructed';
import { listRosters } from '../../support/rosters';
import { everythingReadBy } from '../../support/what-is-read';
import { wtoCase } from '../../support/wto-case';
import { Dispute } from '../disputes/dispute';

/**
 * The attack of a complainant that is about to lose: it withdraws and says why, so that its words stand last, in
 * public or before the panel, where nobody can answer them (I-43).
 */
describe('the last word of who withdraws', () => {
  let dispute: Dispute;
  const log: string[] = [];
  const WORDS = ['the panel was about to see how weak their defence is', '专家组即将看到其抗辩何等薄弱'] as const;

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '43', listRosters, {
      log: (line) => log.push(line),
    });
    await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
    await dispute.compose(['cn-panel-1', 'cn-panel-2', 'us-panel-1', 'us-panel-2']);
    await dispute.act('cn-desk', 'withdrawal', { reason: { en: WORDS[0], 'zh-Hans': WORDS[1] } });
  });
  afterAll(() => dispute.end());

  const readBy = async (client: Client) =>
    everythingReadBy(client, await readDocument(dispute.url), {
      ...{ caseId: [dispute.id], number: ['CN-2025-0001'], docketNumber: ['CN-2025-0001'] },
      ...{ party: ['CN', 'US'], n: ['1'], lang: ['en', 'zh-Hans'] },
    });
  const holds = (text: string) => WORDS.some((words) => text.includes(words));

  it('is read by the people of both parties and by the registry, in the case and in its history', async () => {
    for (const user of ['cn-desk', 'us-desk', 'us-registry', 'us-auditor', 'us-cohead']) {
      const found = (await readBy(dispute.as(user))).filter(({ text }) => holds(text)).map(({ path }) => path);
      expect(found).toContain(`/v1/cases/${dispute.id}`);
      expect(found).toContain(dispute.path('history'));
    }
    const { items } = await dispute
      .as('us-desk')
      .read<{ items: readonly { type: string; sentence: object }[] }>(dispute.path('history?limit=200'));
    expect(items.find(({ type }) => type === 'WithdrawalReasonGiven')?.sentence).toEqual({
      en: 'China said why it withdrew.',
      'zh-Hans': '中国说明了撤回的理由。',
    });
  });

  it('is read by no member of the panel, by nobody else who is asked, and not by the public', async () => {
    const others = [
      ...['cn-panel-1', 'us-panel-1', 'us-panel-2', 'operator', 'expert', 'third-party'].map((id) => dispute.as(id)),
      Client.public(dispute.url),
    ];
    for (const client of others) {
      const said = await readBy(client);
      expect(said.filter(({ status }) => status === 200).length).toBeGreaterThan(20);
      expect(said.filter(({ text }) => holds(text)).map(({ path }) => path)).toEqual([]);
    }
    for (const lang of ['en', 'zh-Hans'])
      for (const page of ['/docket', '/docket/log', '/docket/CN-2025-0001', '/v1/docket/log'])
        expect(JSON.stringify(await Client.public(dispute.url).get(`${page}?lang=${lang}`))).not.toMatch(
          new RegExp(WORDS.join('|')),
        );
  });

  it('is not even counted for who may not read it', async () => {
    const { items } = await dispute
      .as('us-panel-1')
      .read<{ items: readonly { type: string }[] }>(dispute.path('history?limit=200'));
    expect(items.map(({ type }) => type)).toContain('ScreeningEnded');
    expect(items.map(({ type }) => type)).not.toContain('WithdrawalReasonGiven');
    expect(await dispute.as('us-panel-1').read(`/v1/cases/${dispute.id}`)).toMatchObject({ withdrawalReason: null });
  });

  it('stands in no line that the system writes about itself', () => {
    expect(log.length).toBeGreaterThan(0);
    expect(log.filter(holds)).toEqual([]);
  });
});
