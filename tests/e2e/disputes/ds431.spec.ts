import { REPLY } from '../../support/cases-at-every-stage';
import { CONSTRUCTED, CONSTRUCTED_ZH, constructedGrievance } from '../../support/constructed';
import { wtoCase } from '../../support/wto-case';
import type { ProposalBody, TimetableBody } from './bodies';
import { Dispute } from './dispute';

/** The materials that the title names; each is the subject of a grievance of its own here. */
const MATERIALS = {
  rareEarths: ['rare earths', '稀土'],
  tungsten: ['tungsten', '钨'],
  molybdenum: ['molybdenum', '钼'],
} as const;
type Material = keyof typeof MATERIALS;

const whole = constructedGrievance(wtoCase(431));
const grievanceOn = (material: Material) => {
  const [en, zh] = MATERIALS[material];
  const publicSummary = [
    { lang: 'en', text: `${CONSTRUCTED}Export restrictions on ${en}.`, kind: 'original' },
    { lang: 'zh-Hans', text: `${CONSTRUCTED_ZH}${zh}出口限制。`, kind: 'translation', of: 'en' },
  ];
  return { ...whole, publicSummary };
};

/**
 * In the real dispute the United States, the European Union and Japan complained of one set of measures on one day, 13
 * March 2012, and shared one panel. There are two parties here, so the three cases are three grievances of the United
 * States, by material. They share what consolidation gives, one joint timetable. Title, legal basis and the one day are
 * real, moved by 678 weeks to a year whose working days are known. All else is constructed.
 */
describe('DS431, China — Measures Related to the Exportation of Rare Earths, Tungsten and Molybdenum', () => {
  const reason = { en: '[constructed] The same restrictions.', 'zh-Hans': '［虚构］同一限制措施。' };
  const quiet = { parties: [], auditors: [], notices: [], public: [] };
  const cases = new Map<Material, string>();
  let dispute: Dispute;

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-03-11T09:00:00+01:00', '431');
  });
  afterAll(() => dispute.end());

  const idOf = (material: Material): string => cases.get(material) ?? '';
  const turnTo = (material: Material): void => {
    dispute.turnTo(idOf(material));
  };
  /** What each of the three cases shows, one after the other. */
  async function ofEach<Seen>(see: () => Promise<Seen>): Promise<Readonly<Record<Material, Seen>>> {
    const seen = new Map<Material, Seen>();
    for (const material of cases.keys()) {
      turnTo(material);
      seen.set(material, await see());
    }
    return Object.fromEntries(seen) as Record<Material, Seen>;
  }
  const timetable = (): Promise<TimetableBody> => dispute.as('cn-desk').read(dispute.path('timetable'));
  const jointDate = async (id: string): Promise<string | undefined> =>
    (await timetable()).dates.find((date) => date.id === id)?.dueAt;

  it('11 March: the United States files three grievances, which are three cases with clocks of their own', async () => {
    for (const material of Object.keys(MATERIALS) as Material[])
      cases.set(material, await dispute.register('us-desk', grievanceOn(material)));
    const shown = await ofEach(() => dispute.shown());
    expect(Object.values(shown).map(({ docketNumber }) => docketNumber)).toEqual([
      'US-2025-0001',
      'US-2025-0002',
      'US-2025-0003',
    ]);
    expect(Object.values(shown).map(({ consolidatedWith }) => consolidatedWith)).toEqual([[], [], []]);
    const record = [
      'CaseRegistered',
      'DocketNumberAllocated',
      'GrievanceFiled',
      'GrievanceFoundComplete',
      'GrievanceServed',
      'PanelOpened',
    ];
    for (const news of Object.values(await ofEach(() => dispute.news())))
      expect(news).toMatchObject({ parties: record, auditors: record, public: ['case-registered', 'panel-opened'] });
  });

  it(
    '18 March: China has a reply extended in one of them, and replies in another: ' + 'each case goes its own way',
    async () => {
      await dispute.moveTo('2025-03-18T10:00:00+01:00');
      turnTo('tungsten');
      await dispute.agree('extensions', { deadline: 'reply', by: 5, reason }, ['cn-desk', 'us-desk']);
      turnTo('molybdenum');
      await dispute.act('cn-desk', 'reply', REPLY);
      expect(await ofEach(() => dispute.due())).toMatchObject({
        rareEarths: { reply: '2025-03-25T16:00:00.000Z' },
        tungsten: { reply: '2025-04-01T15:00:00.000Z' },
        molybdenum: { consultations: expect.any(String) },
      });
      const { rareEarths, tungsten, molybdenum } = await ofEach(() => dispute.news());
      expect([rareEarths, tungsten.public, molybdenum.public]).toEqual([
        quiet,
        ['deadline-extended'],
        ['reply-received'],
      ]);
    },
  );

  it('20 March: the United States proposes to consolidate the three, and alone changes nothing', async () => {
    await dispute.moveTo('2025-03-20T10:00:00+01:00');
    turnTo('rareEarths');
    expect(await dispute.refused('us-desk', 'consolidations', { reason, cases: [{ case: dispute.id }] })).toEqual({
      status: 422,
      code: 'no-case-to-consolidate',
      rule: 'I-31',
    });
    await dispute.act('us-desk', 'consolidations', {
      reason,
      cases: [{ case: idOf('tungsten') }, { case: idOf('molybdenum') }],
    });
    expect(
      Object.values(await ofEach(() => dispute.shown())).flatMap(({ consolidatedWith }) => consolidatedWith),
    ).toEqual([]);
    const { rareEarths, ...others } = await ofEach(() => dispute.news());
    expect(rareEarths).toEqual({
      parties: ['ConsentProposed'],
      auditors: ['ConsentProposed'],
      notices: ['ConsentProposed'],
      public: [],
    });
    expect(others).toEqual({ tungsten: quiet, molybdenum: quiet });
  });

  it(
    '21 March: China signs; they go on side by side, each with its number, its ' + 'claims and its clocks (I-31)',
    async () => {
      await dispute.moveTo('2025-03-21T10:00:00+01:00');
      const before = await ofEach(() => dispute.shown());
      turnTo('rareEarths');
      const { items: proposals } = await dispute
        .as('cn-desk')
        .read<{ items: readonly ProposalBody[] }>(dispute.path('proposals'));
      await dispute.act('cn-desk', `proposals/${proposals.at(-1)?.id ?? ''}/signatures`, {
        digest: proposals.at(-1)?.digest,
      });
      const after = await ofEach(() => dispute.shown());
      for (const material of cases.keys()) {
        const { docketNumber, grievance, deadlines } = before[material];
        expect(after[material]).toMatchObject({ docketNumber, grievance, deadlines });
      }
      expect(
        Object.values(after).map(({ consolidatedWith }) => consolidatedWith.map(({ docketNumber }) => docketNumber)),
      ).toEqual([
        ['US-2025-0002', 'US-2025-0003'],
        ['US-2025-0001', 'US-2025-0003'],
        ['US-2025-0001', 'US-2025-0002'],
      ]);
      const { rareEarths, ...others } = await ofEach(() => dispute.news());
      expect(rareEarths).toMatchObject({
        parties: ['CasesConsolidated', 'ProposalSigned'],
        auditors: ['CasesConsolidated', 'ProposalSigned'],
        public: ['cases-consolidated'],
      });
      const told = {
        parties: ['CasesConsolidated'],
        auditors: ['CasesConsolidated'],
        notices: ['CasesConsolidated'],
        public: ['cases-consolidated'],
      };
      expect(others).toEqual({ tungsten: told, molybdenum: told });
    },
  );

  it('have one joint timetable, of which no date is later than the latest of the cases’ own (I-31)', async () => {
    const own = await ofEach(() => dispute.due());
    for (const { dates } of Object.values(await ofEach(timetable))) {
      for (const { id, dueAt } of dates)
        expect([id, dueAt]).toEqual([
          id,
          Object.values(own)
            .flatMap((due) => due[id] ?? [])
            .sort()
            .at(-1),
        ]);
      expect(dates.map(({ id }) => id)).toEqual(expect.arrayContaining(['reply', 'consultations', 'long-stop']));
    }
    turnTo('rareEarths');
    expect(await jointDate('reply')).toBe('2025-04-01T15:00:00.000Z');
  });

  it(
    '25 March, 17:00: the time to reply and to name a panel ends in the first, whatever ' + 'the joint timetable says',
    async () => {
      await dispute.moveTo('2025-03-25T17:01:00+01:00');
      const { rareEarths, tungsten } = await ofEach(() => dispute.shown());
      expect([rareEarths.exchange, tungsten.exchange]).toMatchObject([
        { unanswered: true },
        { unanswered: false, stage: 'awaiting-reply' },
      ]);
      expect((await ofEach(() => dispute.news())).rareEarths.public).toEqual(['member-drawn ×4', 'reply-lapsed']);
    },
  );

  it('26 March: the United States withdraws the third; the two others live on (I-30)', async () => {
    await dispute.moveTo('2025-03-26T10:00:00+01:00');
    turnTo('molybdenum');
    await dispute.act('us-desk', 'withdrawal');
    expect(Object.values(await ofEach(() => dispute.shown())).map(({ status, outcome }) => [status, outcome])).toEqual([
      ['registered', null],
      ['registered', null],
      ['ended', 'withdrawn'],
    ]);
    const { molybdenum, ...others } = await ofEach(() => dispute.news());
    expect(molybdenum).toMatchObject({
      parties: ['ScreeningEnded'],
      auditors: ['ScreeningEnded'],
      public: ['panel-limits-moved', 'screening-ended'],
    });
    expect(others).toEqual({ rareEarths: quiet, tungsten: quiet });
  });

  it('27 March: both sides undo it, and each goes on by itself again with the clocks that it always had', async () => {
    await dispute.moveTo('2025-03-27T10:00:00+01:00');
    const before = await ofEach(() => dispute.due());
    turnTo('tungsten');
    await dispute.agree('consolidations/undoing', { reason }, ['cn-desk', 'us-desk']);
    expect(
      Object.values(await ofEach(() => dispute.shown())).flatMap(({ consolidatedWith }) => consolidatedWith),
    ).toEqual([]);
    expect(await ofEach(() => dispute.due())).toEqual(before);
    turnTo('rareEarths');
    expect((await timetable()).cases).toEqual([idOf('rareEarths')]);
    expect(Object.values(await ofEach(() => dispute.news())).map((news) => news.public)).toEqual([
      ['consolidation-undone'],
      ['consolidation-undone'],
      ['consolidation-undone'],
    ]);
  });
});
