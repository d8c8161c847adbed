import { REPLY } from '../../support/cases-at-every-stage';
import { DOSSIER, MEMBERS, words } from '../../support/cases-under-review';
import { constructedGrievance } from '../../support/constructed';
import { wtoCase } from '../../support/wto-case';
import type { DossierBody, PanelBody, ProposalBody } from './bodies';
import { Dispute } from './dispute';

/**
 * Title and legal basis are real. The day of filing is that of the request for consultations, 23 March 2018, moved by
 * 365 weeks to a year whose working days are known. The panel was asked for seven months later, which is past the
 * long-stop of a screening, so the time between is compressed. It is real that the complainant had the proceedings
 * suspended, and that they lapsed with the twelve months of DSU 12.12. Whatever a government or the panel says is
 * constructed.
 */
describe('DS542, China — Certain Measures Concerning the Protection of Intellectual Property Rights', () => {
  const reason = { en: '[constructed] The parties talk elsewhere.', 'zh-Hans': '［虚构］双方另行商谈。' };
  let dispute: Dispute;

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-03-21T09:00:00+01:00', '542');
  });
  afterAll(() => dispute.end());

  const panel = (): Promise<PanelBody> => dispute.as('cn-desk').read(dispute.path('panel'));

  it('21 March: the United States files, and all readers know of the case at once', async () => {
    await dispute.register('us-desk', constructedGrievance(wtoCase(542)));
    expect(await dispute.shown()).toMatchObject({
      status: 'registered',
      docketNumber: 'US-2025-0001',
      suspension: null,
    });
    const record = [
      'CaseRegistered',
      'DocketNumberAllocated',
      'GrievanceFiled',
      'GrievanceFoundComplete',
      'GrievanceServed',
      'PanelOpened',
    ];
    expect(await dispute.news()).toEqual({
      parties: record,
      auditors: record,
      notices: [
        'CaseRegistered',
        'DocumentNoted',
        'GrievanceFiled',
        'GrievanceFoundComplete',
        'GrievanceServed',
        'PanelOpened',
      ],
      public: ['case-registered', 'panel-opened'],
    });
  });

  it('1 April: China replies, and both sides name the panel', async () => {
    await dispute.moveTo('2025-04-01T10:00:00+02:00');
    await dispute.act('cn-desk', 'reply', REPLY);
    await dispute.compose(MEMBERS);
    const record = ['DisclosureMade ×4', 'MemberNominated ×4', 'ReplyFiled'];
    expect(await dispute.news()).toEqual({
      parties: record,
      auditors: record,
      notices: record,
      public: ['disclosure-made ×4', 'member-nominated ×4', 'reply-received'],
    });
  });

  it('24 April: the time for challenges and for consultations is over, and the review runs', async () => {
    await dispute.moveTo('2025-04-24T10:00:00+02:00');
    const record = [
      'ChallengeTimeEnded ×4',
      'ConsultationsClosed',
      'ConsultationsEscalated',
      'PanelConvened',
      'ReviewOpened',
      'TranslationMissing',
    ];
    expect(await dispute.news()).toMatchObject({
      parties: record,
      auditors: record,
      public: [
        'challenge-time-ended ×4',
        'consultations-closed',
        'consultations-escalated',
        'panel-convened',
        'review-opened',
      ],
    });
    expect((await panel()).deadlines.map(({ id }) => id)).toEqual(['terms', 'evidence', 'review']);
    expect((await dispute.docket()).line).toMatchObject({
      stage: 'S7',
      nextDeadlines: [
        { id: 'joint-proposal', awaits: 'coheads' },
        { id: 'terms', awaits: 'panel' },
      ],
      suspended: false,
    });
  });

  it('12 May: the United States asks for a suspension, and alone stops no clock', async () => {
    await dispute.moveTo('2025-05-12T10:00:00+02:00');
    const before = await dispute.due();
    await dispute.act('us-desk', 'suspensions', { reason });
    expect(await dispute.shown()).toMatchObject({ status: 'registered', suspension: null });
    expect(await dispute.due()).toEqual(before);
    expect(await dispute.news()).toEqual({
      parties: ['ConsentProposed', 'NoJointProposal', 'TermsNotSet'],
      auditors: ['ConsentProposed', 'NoJointProposal', 'TermsNotSet'],
      notices: ['ConsentProposed', 'NoJointProposal', 'TermsNotSet'],
      public: ['no-joint-proposal', 'terms-not-set'],
    });
  });

  it('12 May: it cannot sign for China, nor propose the same again', async () => {
    const [{ id, digest }] = await proposals();
    expect(await dispute.refused('us-desk', `proposals/${id}/signatures`, { digest })).toMatchObject({
      status: 403,
      code: 'own-proposal',
    });
    expect(await dispute.refused('us-desk', 'suspensions', { reason })).toMatchObject({
      status: 409,
      code: 'proposed-already',
    });
    expect(await dispute.refused('cn-desk', `proposals/${id}/signatures`, { digest: '0'.repeat(64) })).toMatchObject({
      status: 422,
    });
  });

  it('13 May: China agrees, and every clock stands still, those of the panel too', async () => {
    await dispute.moveTo('2025-05-13T10:00:00+02:00');
    const [{ id, digest }] = await proposals();
    await dispute.act('cn-desk', `proposals/${id}/signatures`, { digest });
    expect(await dispute.shown()).toMatchObject({ status: 'suspended', suspension: { until: null } });
    expect(await dispute.due()).toEqual({ suspension: '2026-05-13T15:00:00.000Z' });
    expect((await panel()).deadlines).toEqual([]);
    const record = ['ProposalSigned', 'ScreeningSuspended'];
    expect(await dispute.news()).toMatchObject({
      parties: record,
      auditors: record,
      public: ['panel-limits-moved', 'screening-suspended'],
    });
    expect((await dispute.docket()).line).toMatchObject({
      nextDeadlines: [{ id: 'suspension' }],
      suspended: true,
      stage: 'S7',
      outcome: null,
    });
  });

  it('2 June: neither the parties nor the panel go on with it, and no dossier has a basis yet', async () => {
    await dispute.moveTo('2025-06-02T10:00:00+02:00');
    const suspended = { status: 409, code: 'screening-suspended', rule: 'S11' };
    expect(await dispute.refused('us-desk', 'calls', { proposedFor: '2025-06-10T09:00:00Z' })).toEqual(suspended);
    expect(await dispute.refused('us-desk', 'suspensions', { reason })).toEqual(suspended);
    expect(
      await dispute.refused('cn-panel-1', 'panel/interim', {
        text: words('The panel sees it so far as follows.'),
        exhibits: [],
      }),
    ).toEqual(suspended);
    expect(await dispute.refused('us-desk', 'referral/dossiers', DOSSIER)).toEqual({
      status: 409,
      code: 'no-basis-for-a-dossier',
      rule: 'I-48',
    });
    expect(await dispute.news()).toEqual({ parties: [], auditors: [], notices: [], public: [] });
  });

  it('13 May of the year after: until the last minute of the twelve months nothing happens', async () => {
    await dispute.moveTo('2026-05-13T16:59:00+02:00');
    expect(await dispute.shown()).toMatchObject({ status: 'suspended', outcome: null });
    expect(await dispute.news()).toEqual({ parties: [], auditors: [], notices: [], public: [] });
  });

  it(
    '13 May, 17:00: nobody has gone on with it, and the screening lapses as of that instant, ' +
      'whenever anybody looks',
    async () => {
      await dispute.moveTo('2026-06-30T10:00:00+02:00');
      expect(await dispute.shown()).toMatchObject({
        status: 'ended',
        outcome: 'lapsed',
        endedAt: '2026-05-13T15:00:00.000Z',
        deadlines: [],
      });
      expect(await dispute.news()).toEqual({
        parties: ['ScreeningEnded'],
        auditors: ['ScreeningEnded'],
        notices: ['ScreeningEnded'],
        public: ['screening-ended'],
      });
      const { line, entries } = await dispute.docket();
      expect(line).toMatchObject({
        stage: 'S11',
        nextDeadlines: [],
        outcome: { code: 'lapsed', at: '2026-05-13T15:00:00.000Z' },
      });
      expect(entries.at(-1)).toMatchObject({ kind: 'screening-ended', at: '2026-05-13T15:00:00.000Z' });
    },
  );

  it('30 June: no right is lost, and the United States gets its dossier on the lapse', async () => {
    const request = await dispute.as('us-desk').act<DossierBody>(dispute.path('referral/dossiers'), {
      ...DOSSIER,
      consultationProvisions: [{ agreement: 'TRIPS', provision: '64.1' }],
    });
    expect(request.body).toMatchObject({ n: 1, basis: 'screening-lapsed' });
  });

  it('is shown to a reader of today as it stood while it was suspended', async () => {
    expect(await dispute.shown('2025-09-01T00:00:00Z')).toMatchObject({
      status: 'suspended',
      outcome: null,
      endedAt: null,
    });
  });

  async function proposals(): Promise<readonly [ProposalBody]> {
    return (await dispute.as('cn-desk').read<{ items: readonly [ProposalBody] }>(dispute.path('proposals'))).items;
  }
});
