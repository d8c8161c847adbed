import type { ProposalBody } from '../disputes/bodies';
import { BEGUN, interimServed, reviewed } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

const REASON = { en: 'The parties talk elsewhere.', 'zh-Hans': '双方另行商谈。' };

/** Who consents to a suspension does not consent to the lapse of the case: either party ends it by notice (S11). */
describe('consent to suspension, then no resumption', () => {
  let dispute: Dispute;

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '692');
    await reviewed(dispute);
    await dispute.agree('suspensions', { reason: REASON }, ['us-desk', 'cn-desk']);
  });
  afterAll(() => dispute.end());

  it('leaves the complainant with a proposal that nobody signs', async () => {
    expect(await dispute.shown()).toMatchObject({ status: 'suspended' });
    await dispute.moveTo('2026-06-01T10:00:00+02:00');
    await dispute.act('cn-desk', 'resumptions', { reason: REASON });
    const { items: proposals } = await dispute
      .as('cn-desk')
      .read<{ items: readonly ProposalBody[] }>(dispute.path('proposals'));
    await dispute.act('us-desk', `proposals/${proposals.at(-1)?.id ?? ''}/refusal`);
    expect(await dispute.shown()).toMatchObject({ status: 'suspended' });
  });

  it('is without effect: a notice of the complainant brings the screening back in five working days', async () => {
    await dispute.act('cn-desk', 'resumption-notices');
    expect(await dispute.due()).toEqual({ resumption: '2026-06-08T15:00:00.000Z' });
    expect((await dispute.docket()).line).toMatchObject({ suspended: true, nextDeadlines: [{ id: 'resumption' }] });
    expect(await dispute.refused('us-desk', 'resumption-notices')).toEqual({
      status: 409,
      code: 'resumption-noticed-already',
      rule: 'S11',
    });
    await dispute.moveTo('2026-06-08T17:01:00+02:00');
    expect(await dispute.shown()).toMatchObject({ status: 'registered', suspension: null });
    expect((await dispute.docket()).entries.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['resumption-notice-given', 'screening-resumed']),
    );
  });

  it('gives the panel back what was left of its time', async () => {
    await interimServed(dispute);
    expect((await dispute.docket()).line).toMatchObject({ stage: 'S8' });
  });

  it('is not repeated for longer: all suspensions of a case last twelve months together', async () => {
    // Sixty-eight days are used.
    const until = '2027-04-02';
    expect(await dispute.refused('us-desk', 'suspensions', { until, reason: REASON })).toEqual({
      status: 422,
      code: 'suspension-end-out-of-range',
      rule: 'S11',
    });
    expect(await dispute.refused('cn-desk', 'resumption-notices')).toMatchObject({ code: 'not-suspended' });
  });
});
