import { DOSSIER } from '../../support/cases-under-review';
import type { DossierBody } from '../disputes/bodies';
import { BEGUN, closed, commented, interimServed, reviewed, voted } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

interface Cover {
  readonly n: number;
  readonly earlier: readonly { readonly n: number; readonly forum: string; readonly packed: string }[];
}

/**
 * The attack: the complainant asks for a dossier of the claims that it won, so that no forum hears of the others. It
 * asks again, as if there had been no dossier before (S12).
 */
describe('a dossier of the won claims alone', () => {
  let dispute: Dispute;
  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '684');
    await reviewed(dispute);
    await interimServed(dispute);
    await commented(dispute);
    await voted(dispute);
    await closed(dispute);
    for (const coHead of ['cn-cohead', 'us-cohead']) {
      const { digest } = await dispute.as(coHead).read<{ digest: string }>(dispute.path('panel/findings'));
      await dispute.as(coHead).act(dispute.path('findings/certifications'), { digest });
    }
    await dispute.settle();
  });
  afterAll(() => dispute.end());

  /** Asks for a dossier of the first claim, which was substantiated, and waits until it goes out. */
  const issued = async (n: number): Promise<void> => {
    const claims = ['C1'];
    await dispute.act('cn-desk', 'referral/dossiers', { ...DOSSIER, claims });
    const dossier = () =>
      dispute
        .as('cn-desk')
        .read<DossierBody & { status: string; deadline: { dueAt: string } }>(
          dispute.path(`referral/dossiers/${String(n)}`),
        );
    const { dueAt } = (await dossier()).deadline;
    await dispute.moveTo(new Date(Date.parse(dueAt) + 60_000).toISOString());
    expect(await dossier()).toMatchObject({ n, basis: 'findings-final', status: 'issued' });
  };
  const document = <Read>(user: string, n: number, name: string): Promise<Read> =>
    dispute.as(user).read(dispute.path(`referral/dossiers/${String(n)}/documents/${name}.json`));

  it('holds all findings, the lost ones too, for both sides alike', async () => {
    await issued(1);
    for (const desk of ['cn-desk', 'us-desk'])
      expect(await document(desk, 1, '08-findings')).toMatchObject({
        findings: [{ outcome: 'substantiated' }, { outcome: 'not-substantiated' }],
      });
    expect((await document<Cover>('us-desk', 1, '01-cover')).earlier).toEqual([]);
  });

  it('is had again, numbered, and names the one before', async () => {
    await issued(2);
    expect(await document('cn-desk', 2, '01-cover')).toMatchObject({
      n: 2,
      earlier: [{ n: 1, forum: 'WTO', packed: expect.stringMatching(/^[0-9a-f]{64}$/) as string }],
    });
  });
});
