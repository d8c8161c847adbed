import { codeOf } from '../disputes/late-dispute';
import { RepudiatingDispute } from '../disputes/repudiating-dispute';

interface ReferralBody {
  readonly complaining: readonly { readonly party: string; readonly exitNoticeAt: string | null }[];
}
interface RegisterBody {
  readonly delegations: readonly { readonly personId: string; readonly endsAt: string | null }[];
}
interface DocketBody {
  readonly entries: readonly { readonly text: { readonly en: string } }[];
}

/**
 * The attack: an officer who is bought gives an exit notice in the name of his side, which is public at once and lets a
 * dossier go out. The head of the delegation repudiates it; nobody else does, and the side gains no time (I-67).
 */
describe('an exit notice that its side had not given', () => {
  let dispute: RepudiatingDispute;
  beforeAll(async () => {
    dispute = await RepudiatingDispute.start();
    await dispute.as['cn-desk-2'].act(`${dispute.path}/referral/exit-notices`);
  }, 120_000);
  afterAll(() => dispute.stop());

  const repudiate = (who: 'cn-desk' | 'cn-desk-2' | 'us-desk' | 'cn-registry') =>
    dispute.as[who].post(`${dispute.path}/referral/repudiations`, { act: 'exit-notice' });
  const noticeOfChina = async () =>
    (await dispute.as['us-desk'].read<ReferralBody>(`${dispute.path}/referral`)).complaining.find(
      ({ party }) => party === 'CN',
    )?.exitNoticeAt;

  it('is repudiated by the head of that side, and by nobody else', async () => {
    expect(codeOf(await repudiate('cn-desk-2'))).toBe('repudiated-by-its-head-alone');
    expect(codeOf(await repudiate('us-desk'))).toBe('act-of-the-other-side');
    expect((await repudiate('cn-registry')).status).toBe(403);
    expect(await noticeOfChina()).not.toBeNull();
    expect((await repudiate('cn-desk')).status).toBe(200);
    expect(await noticeOfChina()).toBeNull();
    expect(codeOf(await repudiate('cn-desk'))).toBe('repudiated-already');
  });

  it('is a fact on the docket, and ends the delegation under which it was given', async () => {
    await dispute.passTo('2026-03-02T11:20:00+01:00');
    const { delegations } = await dispute.as['cn-desk'].read<RegisterBody>('/v1/parties/CN/delegations');
    expect(delegations.find(({ personId }) => personId === 'cn-desk-2')?.endsAt).not.toBeNull();
    expect((await dispute.as['cn-desk-2'].post(`${dispute.path}/referral/exit-notices`, {})).status).toBe(403);
    const { docketNumber } = await dispute.as['cn-desk'].read<{ docketNumber: string }>(dispute.path);
    const { entries } = await dispute.as['cn-desk'].read<DocketBody>(`/v1/docket/${docketNumber}`);
    expect(JSON.stringify(entries)).toContain('that the exit notice of');
    expect(JSON.stringify(entries)).not.toContain('cn-desk-2');
  });

  it('bars no notice that the side does give (I-53)', async () => {
    expect((await dispute.as['cn-desk'].post(`${dispute.path}/referral/exit-notices`, {})).status).toBe(200);
    expect(await noticeOfChina()).not.toBeNull();
  });
});
