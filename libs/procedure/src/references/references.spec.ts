import { goodsCodeFault, goodsReference, type GoodsCode } from './goods-code';
import { isProvisionOf, provisionReference } from './provision';
import { documentReference, WTO_SYMBOL } from './wto-symbol';

describe('a provision', () => {
  it.each([
    ['GATT1994', 'I'],
    ['GATT1994', 'X:3(a)'],
    ['GATT1994', 'XX(b)'],
    ['GATT1994', 'Ad III'],
    ['SCM', '3.1(a)'],
    ['ADA', '6.5.1'],
    ['SPS', 'Annex C:1'],
    ['CN-ACC', '11.3'],
    ['TRIPS', '41.1'],
  ])('of %s is written %s', (agreement, provision) => {
    expect(isProvisionOf(agreement, provision)).toBe(true);
  });

  it.each([
    ['GATT1994', '1:1'],
    ['GATT1994', 'Article I'],
    ['SCM', 'III:1'],
    ['ADA', '6.5.'],
    ['DSU', ''],
  ])('of %s is not written “%s”', (agreement, provision) => {
    expect(isProvisionOf(agreement, provision)).toBe(false);
  });

  it('of an agreement that is not on the list is left to who names it, and has no link', () => {
    expect(isProvisionOf('PHASE-ONE', 'Chapter 6, Article 6.2')).toBe(true);
    expect(provisionReference('PHASE-ONE', '6.2')).toEqual({
      kind: 'provision',
      text: 'PHASE-ONE 6.2',
      edition: '',
      link: null,
    });
  });

  it('leads to the text of its agreement', () => {
    expect(provisionReference('SCM', '3.1(a)')).toMatchObject({
      text: 'SCM 3.1(a)',
      edition: '2026-1',
      link: expect.stringContaining('24-scm') as string,
    });
  });
});

describe('a code of goods', () => {
  const code = (system: GoodsCode['system'], edition: string, text: string): GoodsCode => ({
    system,
    edition,
    code: text,
  });

  it.each([
    code('HS', '2022', '87'),
    code('HS', '2017', '8703.23'),
    code('HTS', '2025', '8703.23.01.10'),
    code('CN-TARIFF', '2026', '1201.90.11'),
  ])('is well written as $system $edition $code', (goods) => {
    expect(goodsCodeFault(goods)).toBeUndefined();
  });

  it.each([
    [code('HS', '2021', '8703.23'), 'edition'],
    [code('HTS', '25', '8703.23.01'), 'edition'],
    [code('HS', '2022', '870323'), 'code'],
    [code('HS', '2022', '8703.23.01'), 'code'],
    [code('HTS', '2025', '8703'), 'code'],
  ] as const)('%j is refused for its %s', (goods, fault) => {
    expect(goodsCodeFault(goods)).toBe(fault);
  });

  it('is shown with its edition', () => {
    expect(goodsReference(code('HTS', '2025', '8703.23.01'))).toEqual({
      kind: 'goods',
      text: 'HTS 8703.23.01',
      edition: '2025',
      link: 'https://hts.usitc.gov/search?query=8703.23.01',
    });
  });
});

describe('a document of the WTO', () => {
  it.each(['WT/DS543/R', 'WT/DS437/RW/Add.1', 'G/SCM/Q3/CHN/12', 'WT/L/432'])('has a symbol such as %s', (symbol) => {
    expect(WTO_SYMBOL.test(symbol)).toBe(true);
    expect(documentReference(symbol).link).toContain(encodeURIComponent(symbol));
  });

  it.each(['DS543', 'WT/', 'WT//R', 'wt/ds543/r', 'WT/DS543/R?x=1'])('has no symbol such as %s', (symbol) => {
    expect(WTO_SYMBOL.test(symbol)).toBe(false);
  });
});
