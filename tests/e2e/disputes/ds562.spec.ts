import { REPLY } from '../../support/cases-at-every-stage';
import { MEMBERS, words } from '../../support/cases-under-review';
import { CONSTRUCTED, constructedGrievance } from '../../support/constructed';
import { wtoCase } from '../../support/wto-case';
import type { ClaimBody, FindingsBody, PanelBody } from './bodies';
import { certified } from './certified';
import { Dispute } from './dispute';

const wto = wtoCase(562);
const filed = constructedGrievance(wto);
/** The consultations were on SG 4.2 as a whole, and only 4.2(b) was laid before the panel. */
const narrowed = {
  ...filed,
  claims: filed.claims.map((claim) =>
    claim.agreement === 'SG' && claim.provision === '4.2'
      ? {
          ...claim,
          provision: '4.2(b)',
          because: [
            {
              lang: 'en',
              text: `${CONSTRUCTED}The measure is said to be inconsistent with SG 4.2(b).`,
              kind: 'original',
            },
          ],
        }
      : claim,
  ),
};
const laidBeforePanel = (wto.agreementsInPanelRequest ?? []).flatMap(({ code, articles }) =>
  articles.map((article) => `${code} ${article}`),
);
const nameOf = ({ agreement, provision = '' }: ClaimBody): string => `${agreement} ${provision}`;
const givenUp = narrowed.claims.filter((claim) => !laidBeforePanel.includes(nameOf(claim))).map(({ id }) => id);
const CO_CHAIRS = ['cn-panel-1', 'us-panel-1'] as const;

/**
 * Both sets of claims are real: sixteen in the request for consultations of 14 August 2018, five in the panel request
 * of 11 July 2019. The day of filing is moved by 365 weeks to a year whose working days are known; the panel request
 * came past the long-stop of a screening, so from there on the days are compressed. Whatever the parties, the panel and
 * its members say is constructed.
 */
describe('DS562, United States — Safeguard Measure on Imports of Crystalline Silicon Photovoltaic Products', () => {
  let dispute: Dispute;

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-08-12T09:00:00+02:00', '562');
  });
  afterAll(() => dispute.end());

  const panel = (): Promise<PanelBody> => dispute.as('us-desk').read(dispute.path('panel'));
  const findings = (): Promise<FindingsBody> => dispute.as('us-desk').read(dispute.path('panel/findings'));
  const claims = async (asOf?: string): Promise<readonly string[]> =>
    (await dispute.shown(asOf)).grievance.claims.map(nameOf);

  it('12 August: China files sixteen claims', async () => {
    await dispute.register('cn-desk', filed);
    expect(await claims()).toEqual(filed.claims.map(nameOf));
    expect(await claims()).toHaveLength(16);
    const record = [
      'CaseRegistered',
      'DocketNumberAllocated',
      'GrievanceFiled',
      'GrievanceFoundComplete',
      'GrievanceServed',
      'PanelOpened',
    ];
    expect(await dispute.news()).toMatchObject({
      parties: record,
      auditors: record,
      public: ['case-registered', 'panel-opened'],
    });
  });

  it('25 August: the United States replies, and both sides name the panel', async () => {
    await dispute.moveTo('2025-08-25T10:00:00+02:00');
    await dispute.act('us-desk', 'reply', REPLY);
    await dispute.compose(MEMBERS);
    const record = ['DisclosureMade ×4', 'MemberNominated ×4', 'ReplyFiled'];
    expect(await dispute.news()).toMatchObject({
      parties: record,
      auditors: record,
      public: ['disclosure-made ×4', 'member-nominated ×4', 'reply-received'],
    });
  });

  it('22 September: in review, China narrows one claim; that one alone is to be answered anew (I-24)', async () => {
    await dispute.moveTo('2025-09-22T10:00:00+02:00');
    await dispute.news();
    const before = await dispute.due();
    await dispute.act('cn-desk', 'amendments', await certified(dispute, narrowed, 'replacement'));
    expect((await dispute.shown()).amendments).toMatchObject([{ id: 'R1', replaced: ['C10'], added: [], dropped: [] }]);
    expect(await dispute.due()).toEqual({ ...before, 'reply:R1': '2025-10-15T15:00:00.000Z' });
    const record = ['AmendmentServed', 'ClaimEvidenceOpened', 'GrievanceAmended'];
    expect(await dispute.news()).toEqual({
      parties: record,
      auditors: record,
      notices: ['AmendmentServed', 'ClaimEvidenceOpened', 'DocumentNoted', 'GrievanceAmended'],
      public: ['claim-evidence-opened', 'grievance-amended'],
    });
  });

  it('23 September: China gives up eleven claims; the five others go on, and no clock moves (I-30)', async () => {
    await dispute.moveTo('2025-09-23T10:00:00+02:00');
    const [before, review] = [await dispute.due(), (await panel()).deadlines];
    await dispute.act('cn-desk', 'claims/withdrawals', { claims: givenUp });
    expect(givenUp).toHaveLength(11);
    expect(await claims()).toEqual(laidBeforePanel);
    expect((await panel()).claims).toEqual(['C3', 'C5', 'C7', 'C8', 'C10']);
    expect([await dispute.due(), (await panel()).deadlines]).toEqual([before, review]);
    expect(await dispute.news()).toEqual({
      parties: ['ClaimsWithdrawn'],
      auditors: ['ClaimsWithdrawn'],
      notices: ['ClaimsWithdrawn'],
      public: ['claims-withdrawn'],
    });
    const { line, entries } = await dispute.docket();
    expect(line).toMatchObject({ stage: 'S7', outcome: null });
    expect(entries.at(-1)?.texts.en).toContain(givenUp.join(', '));
  });

  it('23 September: what is given up stays so, and nobody gives up what is another’s', async () => {
    const notHeld = { status: 422, code: 'claim-not-held', rule: 'I-30' };
    expect(await dispute.refused('cn-desk', 'claims/withdrawals', { claims: ['C1'] })).toEqual(notHeld);
    expect((await dispute.refused('us-desk', 'claims/withdrawals', { claims: ['C3'] })).status).toBeGreaterThanOrEqual(
      403,
    );
    expect(
      await dispute.refused('cn-desk', 'amendments', await certified(dispute, filed, 'replacement')),
    ).toMatchObject({ rule: 'I-24' });
    expect(await claims()).toEqual(laidBeforePanel);
  });

  it('26 September: the United States answers the claim as narrowed', async () => {
    await dispute.moveTo('2025-09-26T10:00:00+02:00');
    await dispute.act('us-desk', 'amendments/R1/reply', {
      counterStatements: [{ claim: 'C10', statement: words('The report states the factors.') }],
    });
    const record = ['AmendmentAnswered', 'ClaimEvidenceOpened', 'NoJointProposal', 'TermsNotSet'];
    expect(await dispute.news()).toEqual({
      parties: record,
      auditors: record,
      notices: ['AmendmentAnswered', 'ClaimEvidenceOpened', 'DocumentNoted', 'NoJointProposal', 'TermsNotSet'],
      public: ['amendment-reply-received', 'claim-evidence-opened', 'no-joint-proposal', 'terms-not-set'],
    });
  });

  it('29 September: the panel’s interim text goes to the parties alone, and both comment', async () => {
    await dispute.moveTo('2025-09-29T10:00:00+02:00');
    await dispute
      .as('cn-panel-1')
      .act(dispute.path('panel/interim'), { text: words('The panel sees it so far as follows.'), exhibits: [] });
    const { draft } = await dispute.as('cn-panel-1').read<{ draft: { digest: string } }>(dispute.path('panel/votes'));
    for (const coChair of CO_CHAIRS)
      await dispute.as(coChair).act(dispute.path('panel/interim/signatures'), { digest: draft.digest });
    await dispute.settle();
    expect(await dispute.news()).toEqual({
      parties: ['EvidenceClosed', 'InterimIssued'],
      auditors: ['EvidenceClosed', 'InterimIssued'],
      notices: ['EvidenceClosed', 'InterimIssued', 'InterimServed'],
      public: ['evidence-closed', 'interim-issued'],
    });
    expect(JSON.stringify(await dispute.docket())).not.toContain('so far as follows');
    for (const desk of ['cn-desk', 'us-desk']) {
      await dispute.as(desk).act(dispute.path('panel/interim/comments'), { comment: words('No comment.') });
      await dispute.as(desk).act(dispute.path('panel/interim/done'));
    }
    await dispute.settle();
    expect((await dispute.news()).public).toEqual(['commenting-finished ×2', 'interim-comments-closed']);
  });

  it(
    '6 October: the panel votes on the five claims, on no other, and nobody else ' + 'sees it do so (I-14, I-30)',
    async () => {
      await dispute.moveTo('2025-10-06T10:00:00+02:00');
      expect(await dispute.refused('us-panel-1', 'panel/votes', { claim: 'C1', on: 'not-substantiated' })).toEqual({
        status: 409,
        code: 'claim-withdrawn',
        rule: 'I-30',
      });
      const { claims: open } = await panel();
      for (const member of MEMBERS)
        for (const claim of open)
          await dispute.as(member).act(dispute.path('panel/votes'), { claim, on: 'not-substantiated' });
      await dispute.settle();
      expect(await dispute.news()).toEqual({ parties: [], auditors: [], notices: [], public: [] });
    },
  );

  it('22 October: it closes once evidence on the claim as narrowed was taken and commented on (I-70)', async () => {
    expect(await dispute.refused('cn-panel-1', 'findings/close', {})).toMatchObject({
      code: 'late-claim-evidence-runs',
      rule: 'I-70',
    });
    await dispute.moveTo('2025-10-22T10:00:00+02:00');
    await dispute.settle();
    expect((await dispute.news()).public).toEqual([
      'claim-comments-closed',
      'claim-evidence-closed',
      'evidence-answers-closed',
    ]);
    for (const coChair of CO_CHAIRS) await dispute.as(coChair).act(dispute.path('findings/close'), {});
    await dispute.settle();
    expect(await dispute.news()).toEqual({
      parties: ['FindingsDecided'],
      auditors: ['FindingsDecided'],
      notices: ['CloseNoted', 'FindingsDecided'],
      public: ['findings-decided'],
    });
  });

  it('23 October: both co-heads certify, and the findings are issued: one on each claim that stands', async () => {
    await dispute.moveTo('2025-10-23T10:00:00+02:00');
    const { digest } = await findings();
    for (const coHead of ['cn-cohead', 'us-cohead'])
      await dispute.as(coHead).act(dispute.path('findings/certifications'), { digest });
    await dispute.settle();
    expect((await findings()).findings.map(({ claimId, outcome }) => `${claimId} ${outcome}`)).toEqual(
      ['C3', 'C5', 'C7', 'C8', 'C10'].map((id) => `${id} not-substantiated`),
    );
    const record = [
      ...['FindingsCertified ×2', 'FindingsIssued', 'ScreeningEnded', 'SettlementWindowOpened'],
      'TranslationMissing ×2',
    ];
    expect(await dispute.news()).toMatchObject({
      parties: record,
      auditors: record,
      public: ['findings-certified ×2', 'findings-issued', 'screening-ended', 'settlement-window-opened'],
    });
    expect(await dispute.shown()).toMatchObject({ status: 'ended', outcome: 'findings-issued' });
    expect((await dispute.docket()).line).toMatchObject({ stage: 'S11', outcome: { code: 'findings-issued' } });
  });

  it('keeps both sets of claims: those consulted on stand in the case as it was then', async () => {
    expect(await claims('2025-09-01T00:00:00Z')).toEqual(filed.claims.map(nameOf));
    expect(await claims()).toEqual(laidBeforePanel);
  });
});
