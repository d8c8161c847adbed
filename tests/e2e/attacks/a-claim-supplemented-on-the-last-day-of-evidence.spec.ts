import { Client } from '../../support/client';
import { constructedGrievance } from '../../support/constructed';
import { words, wordsInBoth } from '../../support/cases-under-review';
import { wtoCase } from '../../support/wto-case';
import { certified } from '../disputes/certified';
import { BEGUN, closed, commented, endOf, exhibitOf, interimServed, reviewed, voted } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

const MINUTE = 60_000;
const EVIDENCE = 'evidence:S1';
const COMMENTS = 'late-claim-comments:S1';

interface Counted {
  readonly id: string;
  readonly record: { readonly trigger: { readonly event: string; readonly date: string } };
}

/**
 * The attack of a complainant: a new claim on the last day for evidence, so that what it forgot to file for the others
 * can still be filed, and the respondent has no time to comment on it (I-70).
 */
describe('a claim supplemented on the last day of evidence', () => {
  const whole = constructedGrievance(wtoCase(633));
  const [claim] = whole.claims;
  const late = { ...claim, id: 'C9', provision: 'XI:1' };
  let dispute: Dispute;
  const refused = async (desk: string, claims: readonly string[]) =>
    dispute.refused(desk, 'exhibits', await exhibitOf(dispute, desk, { claims }));
  const reasons = (on: string) => ({
    ...{ claim: on, supports: 'substantiated', exhibits: ['CHN-1'] },
    text: wordsInBoth('The data say so.', '数据表明如此。'),
  });
  const evidenceClosed = { status: 409, code: 'evidence-closed', rule: 'I-70' };
  const stillRuns = { status: 409, code: 'late-claim-evidence-runs', rule: 'I-70' };

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '716');
    await reviewed(dispute);
    await dispute.moveTo(await endOf(dispute, 'evidence', -10 * MINUTE));
    const supplemented = { ...whole, claims: [...whole.claims, late] };
    await dispute.act('cn-desk', 'amendments', await certified(dispute, supplemented, 'supplement'));
    await dispute.moveTo(await endOf(dispute, 'evidence'));
  });
  afterAll(() => dispute.end());

  it('reopens evidence on no claim but the new one', async () => {
    for (const desk of ['cn-desk', 'us-desk'])
      for (const claims of [[], ['C1'], ['C9', 'C1']]) expect(await refused(desk, claims)).toEqual(evidenceClosed);
    await dispute.act('cn-desk', 'exhibits', await exhibitOf(dispute, 'cn-desk', { claims: ['C9'] }));
  });

  it('has a last day of its own, five working days from its reply, that everybody sees', async () => {
    const counterStatements = [{ claim: 'C9', statement: words('It is no restriction.') }];
    await dispute.act('us-desk', 'amendments/S1/reply', { counterStatements });
    const due = await endOf(dispute, EVIDENCE);
    const { deadlines } = await dispute.as('cn-desk').read<{ deadlines: readonly Counted[] }>(dispute.path('panel'));
    const { trigger } = deadlines.find(({ id }) => id === EVIDENCE)!.record;
    expect(trigger.event).toBe('AmendmentAnswered');
    const asked = `/v1/procedure/deadline?clock=late-claim-evidence&day=${trigger.date}`;
    expect(await Client.public(dispute.url).read(asked)).toMatchObject({ dueAt: due });
    for (const desk of ['cn-desk', 'us-desk']) {
      const { items } = await dispute.as(desk).read<{ items: readonly object[] }>('/v1/agenda');
      expect(items).toContainEqual(expect.objectContaining({ deadline: EVIDENCE, dueAt: due, awaited: 'parties' }));
    }
    expect((await dispute.docket()).entries.map(({ kind }) => kind)).toContain('claim-evidence-opened');
  });

  it('gives the panel what came in those days for that claim only', async () => {
    await interimServed(dispute);
    await commented(dispute);
    await voted(dispute);
    expect(await dispute.refused('cn-panel-1', 'findings/reasons', reasons('C1'))).toEqual({
      ...{ status: 422, code: 'exhibit-for-late-claim-only', rule: 'I-70' },
    });
    await dispute.act('cn-panel-1', 'findings/reasons', reasons('C9'));
  });

  it('lets nothing come or go after that day, and nobody close before there was time to comment', async () => {
    expect(await dispute.refused('cn-panel-1', 'findings/close')).toEqual(stillRuns);
    await dispute.moveTo(await endOf(dispute, EVIDENCE));
    for (const desk of ['cn-desk', 'us-desk']) expect(await refused(desk, ['C9'])).toEqual(evidenceClosed);
    const taken = dispute.refused('cn-desk', 'exhibits/CHN-1/withdrawal', { reason: 'filed-by-mistake' });
    expect(await taken).toEqual(evidenceClosed);
    await dispute.moveTo(await endOf(dispute, COMMENTS, -MINUTE));
    expect(await dispute.refused('us-panel-1', 'findings/close')).toEqual(stillRuns);
    await dispute.moveTo(await endOf(dispute, COMMENTS));
    await closed(dispute);
    expect(await dispute.as('cn-desk').read(dispute.path('panel'))).toMatchObject({ stage: 'certifying' });
  });
});
