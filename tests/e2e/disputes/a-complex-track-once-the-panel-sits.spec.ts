import { words } from '../../support/cases-under-review';
import type { PanelBody } from './bodies';
import { BEGUN, commented, endOf, interimServed, reviewed } from './decided';
import { Dispute } from './dispute';

const reason = { en: '[constructed] Many goods, many tariffs.', 'zh-Hans': '［虚构］货物和关税繁多。' };
const panelOf = (dispute: Dispute): Promise<PanelBody> => dispute.as('cn-desk').read(dispute.path('panel'));

/**
 * A panel of four sits when it shows that the case is a large one. The co-heads can lengthen it no more, since whoever
 * gains by sixty days more needs but one of them to be persuaded (I-20); both parties can, and then there are six.
 */
describe('a complex track once the panel sits', () => {
  let dispute: Dispute;
  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '686');
    await reviewed(dispute);
  });
  afterAll(() => dispute.end());

  it('is not opened by the co-heads, who leave the case as it is', async () => {
    const before = await dispute.due();
    for (const coHead of ['cn-cohead', 'us-cohead'])
      expect(await dispute.refused(coHead, 'complex-track', { reason })).toEqual({
        ...{ status: 409, code: 'panel-composed', rule: 'I-20' },
      });
    expect(await dispute.shown()).toMatchObject({ track: 'standard' });
    expect(await dispute.due()).toEqual(before);
  });

  it('is agreed on by both parties: 210 days, and a third pair of seats, for which the review waits', async () => {
    await dispute.agree('complex-track', { reason }, ['us-desk', 'cn-desk']);
    expect(await dispute.shown()).toMatchObject({ track: 'complex' });
    expect(await dispute.due()).toHaveProperty('long-stop', '2026-09-28T15:00:00.000Z');
    const { stage, seats, deadlines } = await panelOf(dispute);
    expect(stage).toBe('composing');
    expect(seats.map(({ member }) => member?.personId ?? null)).toEqual([
      ...['cn-panel-1', 'cn-panel-2', null],
      ...['us-panel-1', 'us-panel-2', null],
    ]);
    expect(deadlines.map(({ id }) => id).toSorted()).toEqual(['nomination:CN:3', 'nomination:US:3']);
    expect((await dispute.docket()).entries.at(-1)).toMatchObject({ kind: 'seats-opened' });
  });

  it('gives the six a review of its own length from when the third pair sits, with its day for evidence', async () => {
    await dispute.compose(['cn-panel-3', 'us-panel-3']);
    await dispute.moveTo(await endOf(dispute, 'challenge:CN:3', 60_000));
    const { stage, seats, deadlines } = await panelOf(dispute);
    expect([stage, seats.length]).toEqual(['reviewing', 6]);
    expect(seats.filter(({ member }) => member?.coChair).map(({ member }) => member?.personId)).toEqual([
      'cn-panel-1',
      'us-panel-1',
    ]);
    // The 30th and the 45th day on which both worked, after the 9th of April, on which the time for challenges ended.
    expect(Object.fromEntries(deadlines.map(({ id, dueAt }) => [id, dueAt]))).toMatchObject({
      evidence: '2026-05-27T15:00:00.000Z',
      review: '2026-06-17T15:00:00.000Z',
    });
  });
});

describe('a complex track while the findings are being made', () => {
  let dispute: Dispute;
  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '687');
    await reviewed(dispute);
    await interimServed(dispute);
  });
  afterAll(() => dispute.end());

  it('is agreed on while the interim text is open to comments, and not from S9 on', async () => {
    const { items: proposals } = (
      await dispute
        .as('cn-desk')
        .act<{ items: readonly { id: string; digest: string }[] }>(dispute.path('complex-track'), { reason })
    ).body;
    const [{ id, digest } = { id: '', digest: '' }] = proposals;
    await commented(dispute);
    expect(await dispute.refused('us-desk', `proposals/${id}/signatures`, { digest })).toEqual({
      ...{ status: 409, code: 'findings-begun', rule: 'complex' },
    });
    const other = { reason: { ...reason, en: '[constructed] There is too little time.' } };
    expect(await dispute.refused('us-desk', 'complex-track', other)).toMatchObject({ code: 'findings-begun' });
    expect((await panelOf(dispute)).seats).toHaveLength(4);
    await dispute.act('us-panel-1', 'panel/deliberation-notes', { text: words('We decide as we are.') });
  });
});
