import { words } from '../../support/cases-under-review';
import { constructedGrievance } from '../../support/constructed';
import { wtoCase } from '../../support/wto-case';
import type { FindingsBody, PanelBody } from './bodies';
import { Dispute } from './dispute';

/** The panelists on duty for urgent matters this month, as each side has filed them. */
const ON_DUTY = { US: ['us-panel-4', 'us-panel-5'], CN: ['cn-panel-4', 'cn-panel-5'] } as const;
const urgency = { ground: 'perishable', reasons: words('The fruit is held at the port and spoils within weeks.') };

/**
 * Constructed on the legal basis of DS633: perishable goods, filed on a Friday evening when both capitals have gone
 * home.
 */
describe('an urgent case', () => {
  let dispute: Dispute;
  let members: readonly string[] = [];

  beforeAll(async () => {
    dispute = await Dispute.begin('2026-03-06T16:00:00+01:00', '20');
    for (const [party, serving] of Object.entries(ON_DUTY))
      await dispute
        .as(`${party.toLowerCase()}-desk`)
        .act(`/v1/rosters/${party}/duty-rosters`, { month: '2026-03', members: serving });
  });
  afterAll(() => dispute.end());

  const panel = (): Promise<PanelBody> => dispute.as('us-desk').read(dispute.path('panel'));
  const findings = (): Promise<FindingsBody> => dispute.as('us-desk').read(dispute.path('panel/findings'));
  const panelDue = async (): Promise<readonly string[]> =>
    (await panel()).deadlines.map(({ id, dueAt }) => `${id} ${dueAt.slice(0, 10)}`);

  it(
    'Friday 6 March, 18:00: is filed as urgent and is so at once, on clocks of ' + 'hours that know no weekend',
    async () => {
      await dispute.moveTo('2026-03-06T18:00:00+01:00');
      await dispute.file('cn-desk', constructedGrievance(wtoCase(633)), { urgency });
      const shown = await dispute.shown();
      expect(shown).toMatchObject({ status: 'filed', track: 'urgent', urgency: { status: 'claimed' } });
      expect(shown.deadlines.map(({ id, dueAt }) => `${id} ${dueAt.slice(0, 16)}`)).toEqual([
        'completeness 2026-03-07T17:00',
        'urgency-refusal 2026-03-07T17:00',
      ]);
    },
  );

  it('Friday evening: one co-head alone refuses nothing', async () => {
    const { digest } = await dispute.as('us-cohead').read<{ digest: string }>(dispute.path('urgency'));
    await dispute.act('us-cohead', 'urgency/refusals', { digest });
    expect(await dispute.refused('us-cohead', 'urgency/refusals', { digest })).toMatchObject({
      status: 409,
      code: 'signed-already',
    });
    expect(await dispute.refused('cn-cohead', 'urgency/refusals', { digest: '0'.repeat(64) })).toMatchObject({
      status: 422,
    });
    expect(await dispute.shown()).toMatchObject({ track: 'urgent', urgency: { status: 'claimed' } });
  });

  it('Saturday, 18:00: nobody looked at it, so it is complete, granted and registered by itself', async () => {
    await dispute.moveTo('2026-03-07T18:02:00+01:00');
    expect(await dispute.shown()).toMatchObject({
      status: 'registered',
      track: 'urgent',
      urgency: { status: 'granted' },
      docketNumber: 'CN-2026-0001',
    });
    expect(Object.entries(await dispute.due()).map(([id, dueAt]) => `${id} ${dueAt.slice(0, 10)}`)).toEqual([
      'first-call 2026-03-08',
      'reply 2026-03-10',
      'consultations 2026-03-22',
      'long-stop 2026-04-06',
    ]);
    expect(await panelDue()).toEqual(['nomination:CN:1 2026-03-10', 'nomination:US:1 2026-03-10']);
    const record = [
      'CaseRegistered',
      'DocketNumberAllocated',
      'GrievanceFiled',
      'GrievanceFoundComplete',
      'GrievanceServed',
      'PanelOpened',
      'UrgencyGranted',
      'UrgencyRefusalSigned',
    ];
    expect(await dispute.news()).toMatchObject({
      parties: record,
      auditors: record,
      public: ['case-registered', 'panel-opened'],
    });
    expect((await dispute.docket()).line.nextDeadlines).toMatchObject([{ id: 'first-call' }]);
  });

  it('Saturday: China offers the first call, and on Sunday everybody knows that it was not answered', async () => {
    await dispute.act('cn-desk', 'calls', { proposedFor: '2026-03-08T09:00:00+01:00' });
    expect(await dispute.due()).not.toHaveProperty('first-call');
    expect((await dispute.news()).public).toEqual(['call-offered']);
    await dispute.moveTo('2026-03-08T12:00:00+01:00');
    expect(await dispute.news()).toEqual({
      parties: ['CallUnanswered'],
      auditors: ['CallUnanswered'],
      notices: ['CallUnanswered'],
      public: ['call-unanswered'],
    });
  });

  it(
    'Tuesday 10 March: the United States has not replied, nobody has named anybody, and one member a side ' +
      'is drawn from who is on duty',
    async () => {
      await dispute.moveTo('2026-03-10T18:00:00+01:00');
      expect(await dispute.shown()).toMatchObject({ exchange: { stage: 'consultations', unanswered: true } });
      const { seats } = await panel();
      members = seats.flatMap(({ member }) => member?.personId ?? []);
      expect(seats.map(({ side, member }) => [side, member?.chosenBy])).toEqual([
        ['complainant', 'lot'],
        ['respondent', 'lot'],
      ]);
      expect(ON_DUTY.CN).toContain(members[0]);
      expect(ON_DUTY.US).toContain(members[1]);
      const record = ['MemberDrawn ×2', 'ReplyLapsed'];
      expect(await dispute.news()).toEqual({
        parties: record,
        auditors: record,
        notices: record,
        public: ['member-drawn ×2', 'reply-lapsed'],
      });
    },
  );

  it(
    'within a day each: both disclose, nobody challenges, and the panel of one and one stands on the ' +
      'fifth day (I-01, I-03)',
    async () => {
      for (const member of members)
        await dispute.as(member).act(dispute.path('panel/disclosures'), { statement: words('Nothing to disclose.') });
      await dispute.moveTo('2026-03-12T10:00:00+01:00');
      const { stage, seats } = await panel();
      expect(stage).toBe('reviewing');
      expect(seats.map(({ member }) => member?.coChair)).toEqual([true, true]);
      expect(await panelDue()).toEqual([
        'terms 2026-03-12',
        'urgency-confirmation 2026-03-14',
        'evidence 2026-03-17',
        'review 2026-03-22',
      ]);
      const record = ['ChallengeTimeEnded ×2', 'DisclosureMade ×2', 'PanelConvened', 'ReviewOpened'];
      expect(await dispute.news()).toEqual({
        parties: record,
        auditors: record,
        notices: record,
        public: ['challenge-time-ended ×2', 'disclosure-made ×2', 'panel-convened', 'review-opened'],
      });
    },
  );

  it('12 March: the panel confirms the urgency behind closed doors, and then everybody knows it', async () => {
    const [first = '', second = ''] = members;
    await dispute.act(first, 'panel/urgency', { verdict: 'confirmed' });
    expect(await dispute.news()).toEqual({ parties: [], auditors: [], notices: [], public: [] });
    await dispute.act(second, 'panel/urgency', { verdict: 'confirmed' });
    expect(await dispute.news()).toEqual({
      parties: ['UrgencyDecided'],
      auditors: ['UrgencyDecided'],
      notices: ['UrgencyDecided'],
      public: ['urgency-confirmed'],
    });
    expect(await dispute.refused(first, 'panel/urgency', { verdict: 'refused' })).toMatchObject({
      status: 409,
      code: 'urgency-decided',
    });
  });

  it('day 15, Sunday 22 March: the interim text goes out, to be commented on within 48 hours', async () => {
    await dispute.moveTo('2026-03-22T12:00:00+01:00');
    const [first = ''] = members;
    await dispute
      .as(first)
      .act(dispute.path('panel/interim'), { text: words('The panel sees it so far as follows.'), exhibits: [] });
    const { draft } = await dispute.as(first).read<{ draft: { digest: string } }>(dispute.path('panel/votes'));
    for (const member of members)
      await dispute.as(member).act(dispute.path('panel/interim/signatures'), { digest: draft.digest });
    await dispute.settle();
    expect((await panel()).deadlines.map(({ id, dueAt }) => `${id} ${dueAt.slice(0, 13)}`)).toEqual([
      'interim-comments 2026-03-24T11',
    ]);
    expect((await dispute.news()).public).toEqual([
      'evidence-answers-closed',
      'evidence-closed',
      'interim-issued',
      'terms-not-set',
    ]);
  });

  it('day 17: both are silent, the interim text is final, and findings are due on day 20', async () => {
    await dispute.moveTo('2026-03-24T13:00:00+01:00');
    expect(await panelDue()).toEqual(['findings 2026-03-27']);
    expect((await dispute.news()).public).toEqual(['consultations-closed', 'interim-final', 'no-joint-proposal']);
  });

  it('day 20, Friday 27 March: the panel decides on every claim, and the co-heads certify', async () => {
    await dispute.moveTo('2026-03-27T10:00:00+01:00');
    const { claims } = await panel();
    for (const member of members)
      for (const claim of claims)
        await dispute.as(member).act(dispute.path('panel/votes'), { claim, on: 'substantiated' });
    for (const member of members) await dispute.as(member).act(dispute.path('findings/close'), {});
    await dispute.settle();
    const { digest } = await findings();
    for (const coHead of ['cn-cohead', 'us-cohead'])
      await dispute.as(coHead).act(dispute.path('findings/certifications'), { digest });
    await dispute.settle();
    expect((await findings()).findings.map(({ claimId, outcome }) => `${claimId} ${outcome}`)).toEqual([
      'C1 substantiated',
      'C2 substantiated',
    ]);
    const record = [
      'FindingsCertified ×2',
      'FindingsDecided',
      'FindingsIssued',
      'ScreeningEnded',
      'SettlementWindowOpened',
    ];
    expect(await dispute.news()).toMatchObject({
      parties: record,
      auditors: record,
      public: [
        'findings-certified ×2',
        'findings-decided',
        'findings-issued',
        'screening-ended',
        'settlement-window-opened',
      ],
    });
    expect(await dispute.shown()).toMatchObject({ status: 'ended', outcome: 'findings-issued' });
    expect((await dispute.docket()).line.outcome).toMatchObject({
      code: 'findings-issued',
      at: expect.stringMatching(/^2026-03-27/),
    });
  });
});
