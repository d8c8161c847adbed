import { CONTACT, constructedGrievance } from '../../support/constructed';
import { wtoCase } from '../../support/wto-case';
import { certified } from '../disputes/certified';
import { Dispute } from '../disputes/dispute';

/**
 * The attack of a desk: it files a measure of a third country, becomes the complainant of a case against the other
 * party, and has it registered.
 */
describe('a measure of a third country', () => {
  const whole = constructedGrievance(wtoCase(633));
  const [measure] = whole.measures;
  const [claim] = whole.claims;
  const of = (wtoMember: string, more: object = {}) => ({ ...whole, ...more, measures: [{ ...measure, wtoMember }] });
  const beside = (wtoMember: string, claimant: object = {}) => ({
    ...whole,
    measures: [...whole.measures, { ...measure, id: 'M2', number: 'No. 18', wtoMember }],
    claims: [...whole.claims, { ...claim, id: 'C9', measure: 'M2', ...claimant }],
  });
  const another = { status: 422, code: 'measure-of-another-member', rule: 'S2' };
  const own = { status: 422, code: 'measure-of-own-side', rule: 'S2' };
  let dispute: Dispute;

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '166');
  });
  afterAll(() => dispute.end());

  interface Check {
    readonly digest: string;
    readonly complete: boolean;
    readonly defects: readonly { readonly code: string; readonly path: string; readonly en: string }[];
  }
  const check = async (grievance: object): Promise<Check> =>
    (await dispute.as('cn-desk').act<Check>('/v1/grievances/checks', { grievance, contact: CONTACT })).body;
  const filing = async (grievance: object, desk = 'cn-desk') => {
    const { digest } = await check(grievance);
    const sent = { grievance, contact: CONTACT, certification: { digest } };
    return dispute.as(desk).post<{ code: string; errors?: readonly { path: string }[] }>('/v1/cases', sent);
  };

  it('is named by the check before filing, which says that only two parties are in this procedure', async () => {
    const checked = await check(beside('EU'));
    expect([checked.complete, checked.defects]).toMatchObject([
      false,
      [{ code: 'measure-of-another-member', path: '/measures/1/wtoMember' }],
    ]);
    expect(checked.defects[0]?.en).toContain('This procedure is between its two parties only');
    expect((await check(of('CN'))).defects).toMatchObject([
      { code: 'measure-of-own-side', path: '/measures/0/wtoMember' },
    ]);
  });

  it('makes no case, nor does a measure of one’s own, or of who is no Member of the WTO', async () => {
    for (const [grievance, code, path] of [
      [of('JP'), 'measure-of-another-member', '/grievance/measures/0/wtoMember'],
      [beside('TPKM'), 'measure-of-another-member', '/grievance/measures/1/wtoMember'],
      [beside('CN'), 'measure-of-own-side', '/grievance/measures/1/wtoMember'],
    ] as const) {
      const { status, body } = await filing(grievance);
      expect([status, body.code, body.errors?.map((error) => error.path)]).toEqual([422, code, [path]]);
    }
    const sent = { grievance: of('XX'), contact: CONTACT, certification: { digest: 'a'.repeat(64) } };
    expect((await dispute.as('cn-desk').post('/v1/cases', sent)).body).toMatchObject({
      code: 'invalid-fields',
      errors: [{ path: '/grievance/measures/0/wtoMember' }],
    });
    await dispute.settle();
    for (const desk of ['cn-desk', 'us-desk'])
      expect(await dispute.as(desk).read('/v1/cases')).toMatchObject({ items: [] });
  });

  it('does not come in while the form is checked, by an amendment or a cure', async () => {
    await dispute.file('cn-desk', { ...whole, remedy: [] });
    const amended = await certified(dispute, of('JP'), 'replacement');
    expect(await dispute.refused('cn-desk', 'amendments', amended)).toEqual(another);
    await dispute.act('us-registry', 'completeness', { finding: 'deficient' });
    const cure = await certified(dispute, beside('JP'));
    expect(await dispute.refused('cn-desk', 'cures', { ...cure, contact: CONTACT })).toEqual(another);
  });

  it('does not come in later, by a supplement, a replacement, or with the consent of both', async () => {
    await dispute.register('cn-desk', whole);
    await dispute.settle();
    for (const kind of ['supplement', 'replacement'] as const) {
      expect(await dispute.refused('cn-desk', 'amendments', await certified(dispute, beside('JP'), kind))).toEqual(
        another,
      );
      expect(await dispute.refused('cn-desk', 'amendments', await certified(dispute, beside('CN'), kind))).toEqual(own);
    }
    expect(await dispute.refused('cn-desk', 'supplements', await certified(dispute, beside('JP')))).toEqual(another);
    const theirs = { claimant: 'respondent' };
    expect(await dispute.refused('us-desk', 'joinders', await certified(dispute, beside('JP', theirs)))).toEqual(
      another,
    );
    expect(await dispute.refused('us-desk', 'joinders', await certified(dispute, beside('US', theirs)))).toEqual(own);
  });

  it('is told from the parties’ own on the docket: the respondent’s, and by agreement those of both', async () => {
    expect((await dispute.docket()).line).toMatchObject({ measuresOf: ['US'] });
    const joined = await certified(dispute, beside('CN', { claimant: 'respondent' }));
    await dispute.agree('joinders', joined, ['us-desk', 'cn-desk']);
    expect((await dispute.docket()).line).toMatchObject({ measuresOf: ['CN', 'US'] });
  });
});
