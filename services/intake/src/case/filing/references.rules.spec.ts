import type { IsoDate } from '@parley/kernel';
import { given } from '@parley/testing';
import { at, complainant, decider, filing, grievance } from '../case-story.fixture';
import { referenceFaults } from './faults-of-grievance.rules';
import type { Claim, Grievance } from './file-grievance.rules';

const [measure] = grievance.measures as [Grievance['measures'][number]];
const [claim] = grievance.claims as [Claim];
const filedAt = at('2025-02-04T10:00:00+01:00');

const faultsOf = (
  { measures = [], claims = [] }: Partial<Pick<Grievance, 'measures' | 'claims'>>,
  receivedAt = filedAt,
) => referenceFaults({ measures, claims }, receivedAt).map(({ reason, path }) => [reason.code, path]);

describe('a grievance refers', () => {
  it('to goods by their code in an edition, and to provisions as their agreement numbers them', () => {
    const goods = [
      { system: 'HS', edition: '2022', code: '8703.23' },
      { system: 'HTS', edition: '2025', code: '8703.23.01' },
    ] as const;
    const claims = [{ ...claim, agreement: 'SCM', provision: '1.1(a)(1)' }];
    expect(faultsOf({ measures: [{ ...measure, goods }], claims })).toEqual([]);
  });

  it('to nothing under an edition that there is not, or by a code of another form, and each field is named', () => {
    const goods = [
      { system: 'HS', edition: '2022', code: '87' },
      { system: 'HS', edition: '2021', code: '8703.23' },
      { system: 'HTS', edition: '2025', code: '8703' },
    ] as const;
    expect(faultsOf({ measures: [{ ...measure, goods }] })).toEqual([
      ['goods-edition-unknown', '/grievance/measures/0/goods/1/edition'],
      ['goods-code-form', '/grievance/measures/0/goods/2/code'],
    ]);
  });

  it('to no provision that its agreement would number otherwise', () => {
    expect(faultsOf({ measures: [measure], claims: [{ ...claim, agreement: 'SCM', provision: 'III:1' }] })).toEqual([
      ['provision-form', '/grievance/claims/0/provision'],
    ]);
  });

  it('to no agreement that is not on the list, and the nearest is offered in both languages', () => {
    const [fault] = referenceFaults({ measures: [measure], claims: [{ ...claim, agreement: 'GATT94' }] }, filedAt);
    expect(fault?.reason).toMatchObject({
      code: 'agreement-not-listed',
      en: expect.stringContaining('The nearest is GATT1994.') as string,
      'zh-Hans': expect.stringContaining('最接近的是 GATT1994。') as string,
    });
  });

  it('to no measure that is dated after today in both capitals', () => {
    const dated = (date: string, receivedAt: string) =>
      faultsOf({ measures: [{ ...measure, date: date as IsoDate }] }, at(receivedAt));
    expect(dated('2025-02-05', '2025-02-04T15:59:59.999Z')).toEqual([
      ['measure-of-a-later-day', '/grievance/measures/0/date'],
    ]);
    // In Beijing it is the fifth already.
    expect(dated('2025-02-05', '2025-02-04T16:00:00.000Z')).toEqual([]);
    expect(dated('2025-02-04', '2025-02-04T00:30:00.000Z')).toEqual([]);
  });
});

describe('a filing', () => {
  it('is refused at once for all that is at fault in it', () => {
    const decision = given(decider).decision({
      ...filing('2025-02-04T10:00:00Z', {
        measures: [measure, { ...measure, wtoMember: 'EU' }],
        claims: [claim, { ...claim, agreement: 'GATT94' }, { ...claim, id: 'C2', claimant: 'respondent' }],
      }),
      certification: { by: complainant('2025-02-04T10:00:00Z').by, digest: 'cd'.repeat(32) as never },
      referring: { previous: null },
    });
    const { reason, path, also = [] } = decision.kind === 'refused' ? decision : { reason: { code: '' }, path: '' };
    expect([{ reason, path }, ...also].map((fault) => [fault.reason.code, fault.path])).toEqual([
      ['certification-digest-differs', '/certification/digest'],
      ['measure-twice', '/grievance/measures/1/id'],
      ['claim-twice', '/grievance/claims/1/id'],
      ['agreement-not-listed', '/grievance/claims/1/agreement'],
      ['same-claim-twice', '/grievance/claims/2'],
      ['claim-of-the-other-party', '/grievance/claims/2'],
      ['measure-of-own-side', '/grievance/measures/0/wtoMember'],
      ['measure-of-another-member', '/grievance/measures/1/wtoMember'],
      ['previous-not-closed', '/previous'],
    ]);
  });
});
