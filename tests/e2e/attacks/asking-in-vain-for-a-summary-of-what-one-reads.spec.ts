import { MEMBERS, words, wordsInBoth } from '../../support/cases-under-review';
import { CONSTRUCTED } from '../../support/constructed';
import { BEGUN, closed, commented, exhibitOf, interimServed, reviewed } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

/**
 * The attack of a respondent against whom an exhibit speaks that it reads itself: it asks for a summary without what is
 * confidential on the eve of the interim text, and holds that no finding rests on what the complainant was asked in
 * vain to summarise. Or the complainant itself would take an exhibit off the record by declining. That rule is about
 * what the asking party may not read, and what is before the panel both parties read.
 */
describe('asking in vain for a summary of what one reads', () => {
  let dispute: Dispute;
  let claims: readonly string[] = [];
  const ask = () => dispute.act('us-desk', 'summaries', { of: 'CHN-1', reasons: words('It is confidential.') });
  const panel = () =>
    dispute.as('us-panel-1').read<{ claims: readonly string[]; exhibits: readonly string[] }>(dispute.path('panel'));
  const reasons = (claim: string | undefined) => ({
    ...{ claim, supports: 'substantiated', exhibits: ['CHN-1'] },
    text: wordsInBoth('The data show it.', '数据表明如此。'),
  });

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '688');
    await reviewed(dispute);
    await dispute.act('cn-desk', 'exhibits', await exhibitOf(dispute, 'cn-desk'));
    await ask();
    await ask();
    ({ claims } = await panel());
  });
  afterAll(() => dispute.end());

  it('is in vain in public, whether it is declined or nobody answers', async () => {
    expect((await dispute.as('us-desk').get(dispute.path('exhibits/CHN-1/content'))).status).toBe(200);
    await dispute.act('cn-desk', 'summaries/summary:CN:1/answer', { answer: 'declined', text: words('You read it.') });
    await dispute.moveTo('2026-04-02T10:00:00+02:00');
    await interimServed(dispute);
    await commented(dispute);
    const summaries = (await dispute.docket()).entries.filter(({ kind }) => kind.startsWith('summary-'));
    expect(summaries.map(({ kind, texts }) => [kind, texts.en])).toEqual([
      ['summary-requested', 'The United States asked the other party for a non-confidential summary.'],
      ['summary-requested', 'The United States asked the other party for a non-confidential summary.'],
      ['summary-declined', 'The request of the United States for a non-confidential summary was declined.'],
    ]);
    expect(JSON.stringify(summaries)).not.toContain(CONSTRUCTED);
  });

  it('takes the exhibit from no reasons, given before the time for the other answer ends or behind it', async () => {
    expect(await panel()).toMatchObject({ exhibits: ['CHN-1'] });
    await dispute.as('us-panel-1').act(dispute.path('findings/reasons'), reasons(claims[0]));
    await dispute.moveTo((await dispute.due())['summary:CN:2'] ?? '');
    expect((await dispute.docket()).entries.at(-1)).toMatchObject({ kind: 'summary-unanswered' });
    await dispute.as('us-panel-1').act(dispute.path('findings/reasons'), reasons(claims[1]));
    expect(await panel()).toMatchObject({ exhibits: ['CHN-1'] });
    for (const member of MEMBERS)
      for (const claim of claims)
        await dispute.as(member).act(dispute.path('panel/votes'), { claim, on: 'substantiated' });
    await closed(dispute);
    expect(await panel()).toMatchObject({ stage: 'certifying' });
  });
});
