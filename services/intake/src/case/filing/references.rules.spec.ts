import { grievance } from '../case-story.fixture';
import { brokenReference } from './file-grievance.rules';

const [measure] = grievance.measures;
const [claim] = grievance.claims;

describe('a grievance refers', () => {
  it('to goods by their code in an edition, and to provisions as their agreement numbers them', () => {
    const goods = [
      { system: 'HS', edition: '2022', code: '8703.23' },
      { system: 'HTS', edition: '2025', code: '8703.23.01' },
    ] as const;
    expect(
      brokenReference({
        measures: [{ ...measure!, goods }],
        claims: [{ ...claim!, agreement: 'SCM', provision: '3.1(a)' }],
      }),
    ).toBeUndefined();
  });

  it('to nothing under an edition that there is not, or by a code of another form, and the field is named', () => {
    const withGoods = (system: 'HS' | 'HTS', edition: string, code: string) =>
      brokenReference({
        measures: [
          {
            ...measure!,
            goods: [
              { system: 'HS', edition: '2022', code: '87' },
              { system, edition, code },
            ],
          },
        ],
        claims: [],
      });
    expect(withGoods('HS', '2021', '8703.23')).toEqual({ path: '/measures/0/goods/1/edition', kind: 'goods-edition' });
    expect(withGoods('HTS', '2025', '8703')).toEqual({ path: '/measures/0/goods/1/code', kind: 'goods-code' });
  });

  it('to no provision that its agreement would number otherwise', () => {
    const broken = brokenReference({
      measures: [measure!],
      claims: [{ ...claim!, agreement: 'SCM', provision: 'III:1' }],
    });
    expect(broken).toEqual({ path: '/claims/0/provision', kind: 'provision-form' });
  });
});
