import { goodsCodeFault, goodsReference, type GoodsCode } from './goods-code';
import { isListedAgreement, isProvisionOf, nearestAgreement, provisionReference } from './provision';
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
    ['SCM', '1.1(a)(1)'],
    ['SCM', '1.1(a)(1)(i)'],
    ['SCM', 'Annex IV:2'],
    ['SPS', 'Annex A(1)'],
    ['SPS', 'Annex C(1)(a)'],
    ['TBT', 'Annex 3.D'],
    ['TRIMS', 'Annex'],
    ['TRIMS', 'Annex:1(a)'],
    ['DSU', 'Appendix 2'],
    ['CN-ACC', '11.3'],
    ['CN-ACC', 'I.1.2'],
    ['CN-ACC', 'I.5.1(a)'],
    ['CN-ACC', 'WPR 162'],
    ['ETA-2020', '6.2.1(a)'],
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
    ['SCM', '1.1(a)()'],
    ['SCM', 'I.1.2'],
    ['CN-ACC', 'WPR'],
    ['TBT', 'Annex 3.d'],
    ['FOO', '1'],
    // A part holds articles, and would be another way of writing each of them.
    ['GATT1994', 'Part IV'],
    ['CN-ACC', 'II.1'],
  ])('of %s is not written “%s”', (agreement, provision) => {
    expect(isProvisionOf(agreement, provision)).toBe(false);
  });

  it('of an agreement that is not on the list has no link', () => {
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

describe('the list of agreements', () => {
  it.each([
    ['GATT94', 'GATT1994'],
    ['GATT-1994', 'GATT1994'],
    ['TRIM', 'TRIMS'],
    ['CNACC', 'CN-ACC'],
    ['GATT', 'GATT1994'],
    ['GATT 1994', 'GATT1994'],
    ['AD', 'ADA'],
    ['Anti-Dumping Agreement', 'ADA'],
    ['SUBSIDIES', 'SCM'],
    ['TRIMs', 'TRIMS'],
    ['Phase One', 'ETA-2020'],
  ])('has none %s, and the nearest is %s', (code, nearest) => {
    expect(isListedAgreement(code)).toBe(false);
    expect(nearestAgreement(code)).toBe(nearest);
  });

  it('holds nothing that any object has', () => expect(isListedAgreement('constructor')).toBe(false));
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
