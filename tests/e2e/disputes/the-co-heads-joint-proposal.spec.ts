import { REPLY } from '../../support/cases-at-every-stage';
import { constructedGrievance } from '../../support/constructed';
import { everyItem } from '../../support/every-item';
import { wtoCase } from '../../support/wto-case';
import type { EventBody, NoticeBody } from './bodies';
import { Dispute } from './dispute';

interface JointProposal {
  readonly status: string;
  readonly dueAt: string | null;
  readonly signedBy: readonly string[];
  readonly text: object | null;
}

const PROPOSAL = 'consultations/joint-proposal';
const TEXT = { en: 'Both measures are phased out over two years.', 'zh-Hans': '两项措施均在两年内逐步取消。' };
const OTHER = { ...TEXT, en: 'Both measures end at once.' };
const END_OF_CONSULTATIONS = '2025-02-27T17:00:00+01:00';
const END_OF_PROPOSAL = '2025-03-06T17:00:00+01:00';

/**
 * S5: what consultations did not settle goes to the co-heads, who have five joint business days for a joint proposal.
 * The attacks of a co-head who puts one alone, of a party that puts one in their name, and of a side that has the panel
 * read it.
 */
describe('the co-heads’ joint proposal', () => {
  let dispute: Dispute;
  let silent: string;

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '53');
    silent = await dispute.register('cn-desk', constructedGrievance(wtoCase(615)));
    await dispute.settle();
    await dispute.compose(['us-panel-1', 'us-panel-2', 'cn-panel-1', 'cn-panel-2']);
    await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
    await dispute.settle();
    await dispute.act('us-desk', 'reply', REPLY);
  });
  afterAll(() => dispute.end());

  const shown = (user: string) => dispute.as(user).read<JointProposal>(dispute.path(PROPOSAL));
  const sign = (user: string, text: object) => dispute.refused(user, `${PROPOSAL}/signatures`, { text });
  const history = async (user: string) => everyItem<EventBody>(dispute.as(user), dispute.path('history'));
  const last = async (user: string) => (await history(user)).map(({ type }) => type);
  const docket = async () => (await dispute.docket()).entries.map(({ kind }) => kind);

  it('is no business of theirs before consultations have come to them', async () => {
    expect(await shown('us-cohead')).toMatchObject({ status: 'not-asked', dueAt: null });
    expect(await sign('us-cohead', TEXT)).toMatchObject({ status: 409, code: 'joint-proposal-not-asked', rule: 'S5' });
  });

  it('stands in both their agendas once S5 has ended with its time, and the review waits for nothing', async () => {
    await dispute.moveTo(END_OF_CONSULTATIONS);
    await dispute.settle();
    for (const user of ['us-cohead', 'cn-cohead'])
      expect(await everyItem(dispute.as(user), '/v1/agenda')).toContainEqual(
        expect.objectContaining({ case: dispute.id, deadline: 'joint-proposal', awaited: 'coheads' }),
      );
    expect(await shown('cn-desk')).toMatchObject({
      status: 'awaited',
      dueAt: new Date(END_OF_PROPOSAL).toISOString(),
    });
  });

  it('is nobody’s to put but both co-heads’, over the same letters', async () => {
    expect((await sign('us-desk', TEXT)).status).toBe(403);
    await dispute.act('us-cohead', `${PROPOSAL}/signatures`, { text: TEXT });
    expect(await shown('us-desk')).toMatchObject({ status: 'awaited', signedBy: ['US'], text: null });
    expect(await sign('us-cohead', TEXT)).toMatchObject({ code: 'signed-already' });
    expect(await sign('cn-cohead', OTHER)).toMatchObject({ status: 422, code: 'joint-proposal-differs', rule: 'I-04' });
    expect((await sign('cn-cohead', { en: TEXT.en })).status).toBe(422);
    for (const user of ['cn-desk', 'us-desk', 'us-auditor', 'cn-registry'])
      expect(JSON.stringify(await history(user))).not.toContain(TEXT.en);
  });

  it('is put to both sides at one instant by the second signature', async () => {
    await dispute.act('cn-cohead', `${PROPOSAL}/signatures`, { text: TEXT });
    expect(await sign('us-cohead', OTHER)).toMatchObject({ status: 409, code: 'joint-proposal-put' });
    for (const user of ['cn-desk', 'us-desk', 'cn-auditor', 'us-auditor'])
      expect(await shown(user)).toMatchObject({ status: 'put', dueAt: null, signedBy: ['US', 'CN'], text: TEXT });
    const sent = await Promise.all(
      ['cn-desk', 'us-desk'].map(async (user) => {
        const notices = await everyItem<NoticeBody>(dispute.as(user), '/v1/inbox');
        return notices.flatMap(({ of }) => (of.event === 'JointProposalServed' ? of.at : []));
      }),
    );
    expect(sent[0]).toHaveLength(1);
    expect(sent[1]).toEqual(sent[0]);
  });

  it('is a public fact, and its words are read by the desks, their auditors and the co-heads alone', async () => {
    expect(await docket()).toContain('joint-proposal-put');
    for (const user of ['us-desk', 'cn-auditor']) expect(await last(user)).toContain('JointProposalServed');
    expect(JSON.stringify(await history('us-registry'))).not.toContain(TEXT.en);
    for (const user of ['us-panel-1', 'cn-registry'])
      expect((await dispute.as(user).get(dispute.path(PROPOSAL))).status).toBeGreaterThanOrEqual(403);
  });

  it('is recorded as none, in public, where one co-head alone signed', async () => {
    dispute.turnTo(silent);
    await dispute.moveTo('2025-03-13T17:00:00+01:00');
    await dispute.settle();
    expect(await shown('us-desk')).toMatchObject({ status: 'awaited' });
    await dispute.act('cn-cohead', `${PROPOSAL}/signatures`, { text: TEXT });
    const { dueAt } = await shown('us-cohead');
    await dispute.moveTo(dueAt ?? '');
    await dispute.settle();
    expect(await sign('us-cohead', TEXT)).toMatchObject({ status: 409, code: 'joint-proposal-late' });
    expect(await shown('us-desk')).toMatchObject({ status: 'none', signedBy: ['CN'], text: null });
    expect(await docket()).toContain('no-joint-proposal');
    expect(await last('us-desk')).toContain('NoJointProposal');
  });
});
