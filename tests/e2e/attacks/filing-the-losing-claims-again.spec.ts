import { aboutAnother, CONTACT, constructedGrievance } from '../../support/constructed';
import { wtoCase } from '../../support/wto-case';
import { certified } from '../disputes/certified';
import { BEGUN, closed, commented, interimServed, reviewed, voted } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

interface CheckBody {
  readonly digest: string;
  readonly complete: boolean;
  readonly defects: readonly { readonly code: string; readonly path: string; readonly en: string }[];
}

/** Who has read the interim text cannot take the losing claims out of reach of the findings to try them anew (I-68). */
describe('withdrawing the losing claims alone, or filing them again', () => {
  let dispute: Dispute;
  let first: string;
  const whole = constructedGrievance(wtoCase(633));
  const [winning, losing] = whole.claims as [(typeof whole.claims)[number], (typeof whole.claims)[number]];
  const losingAlone = { ...whole, claims: [losing] };
  const barred = { status: 422, code: 'claim-barred', path: '/grievance/claims/0' };

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '691');
    await reviewed(dispute);
    first = dispute.id;
    await interimServed(dispute);
  });
  afterAll(() => dispute.end());

  const check = async (grievance: object): Promise<CheckBody> =>
    (await dispute.as('cn-desk').act<CheckBody>('/v1/grievances/checks', { grievance, contact: CONTACT })).body;
  const filed = async (grievance: object, more: object = {}, desk = 'cn-desk') => {
    const certification = { digest: (await check(grievance)).digest };
    const { status, body } = await dispute.as(desk).post<{
      code: string;
      errors?: readonly { path: string }[];
    }>('/v1/cases', { grievance, contact: CONTACT, certification, ...more });
    return { status, code: body.code, path: body.errors?.[0]?.path };
  };
  const kinds = async () => (await dispute.docket()).entries.map(({ kind }) => kind);

  it('is refused before the withdrawal as well, when the interim text has been read', async () => {
    expect(await filed(losingAlone)).toEqual(barred);
    expect(await check(losingAlone)).toMatchObject({
      complete: false,
      defects: [
        { code: 'claim-barred', path: '/claims/0', en: expect.stringContaining('has reached its interim text') },
      ],
    });
  });

  it('is said in public to have been withdrawn after the review', async () => {
    await dispute.act('cn-desk', 'claims/withdrawals', { claims: [losing.id] });
    expect((await dispute.shown()).status).toBe('registered');
    const { entries } = await dispute.docket();
    const said = entries.find(({ kind }) => kind === 'withdrawn-after-review')?.texts;
    expect(said?.en).toContain(`${losing.id} withdrawn after the review`);
    expect(said?.['zh-Hans']).toContain('审查后撤回');
  });

  it('brings nothing back for twelve months, however the measure and the provision are written', async () => {
    const [measure] = whole.measures as [(typeof whole.measures)[number]];
    const written = [
      { ...measure, number: measure.number.toLowerCase().replaceAll('/', ' — ') },
      { ...measure, number: '  ＷＴ／ＤＳ６３３／１', title: [{ lang: 'en', text: 'Other words', kind: 'original' }] },
      { ...measure, number: 'Request for consultations', issuer: 'another' },
    ];
    for (const each of written) expect(await filed({ ...losingAlone, measures: [each] })).toEqual(barred);
    const wider = losing.provision === undefined ? {} : { provision: losing.provision.replace(/:.*$/, '') };
    expect(await filed({ ...losingAlone, claims: [{ ...losing, ...wider, id: 'C77' }] })).toEqual(barred);
    expect((await check(losingAlone)).defects).toMatchObject([
      { code: 'claim-barred', en: expect.stringMatching(/^It is claim C2 of CN-2026-0001.* after 2027-04-01,/) },
    ]);
  });

  it('brings nothing back by a supplement or a replacement of another case, or by a counter-grievance', async () => {
    await dispute.register('cn-desk', aboutAnother(whole, 2));
    const other = aboutAnother(whole, 2);
    const [measure] = whole.measures;
    const more = {
      ...other,
      measures: [...other.measures, { ...measure, id: 'M2' }],
      claims: [...other.claims, { ...losing, id: 'C77', measure: 'M2' }],
    };
    for (const kind of ['supplement', 'replacement'] as const)
      expect(await dispute.refused('cn-desk', 'amendments', await certified(dispute, more, kind))).toEqual({
        status: 422,
        code: 'claim-barred',
        rule: 'I-68',
      });
    await dispute.register('us-desk', constructedGrievance(wtoCase(542)));
    const counterTo = { case: dispute.id, relation: 'distinct' };
    expect(await filed(losingAlone, { counterTo })).toEqual(barred);
    dispute.turnTo(first);
  });

  it('goes on only with the respondent’s consent, which is public and names the claims', async () => {
    const consent = { claims: [losing.id] };
    expect(await dispute.refused('cn-desk', 'claims/refilings', consent)).toEqual({
      status: 422,
      code: 'claim-not-held',
      rule: 'I-30',
    });
    await dispute.act('us-desk', 'claims/refilings', consent);
    expect(await kinds()).toContain('refiling-consented');
    expect(await filed(losingAlone)).toMatchObject({ status: 201 });
  });

  it('is no way around the findings either: what was found on is barred for twelve months', async () => {
    const winningAlone = { ...whole, claims: [winning] };
    await commented(dispute);
    await voted(dispute);
    await closed(dispute);
    const { deadlines } = await dispute
      .as('cn-desk')
      .read<{ deadlines: readonly { id: string; dueAt: string }[] }>(dispute.path('panel'));
    const due = deadlines.find(({ id }) => id === 'certification')?.dueAt ?? '';
    await dispute.moveTo(new Date(Date.parse(due) + 60_000).toISOString());
    expect(await dispute.shown()).toMatchObject({ outcome: 'findings-issued' });
    expect(await filed(winningAlone)).toEqual(barred);
  });
});
