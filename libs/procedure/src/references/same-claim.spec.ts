import type { IsoDate } from '@parley/kernel';
import { isSameMeasure, isSameProvision, measureKeys, numeralsOf, type MeasureReference } from './same-claim';

const order: MeasureReference = {
  title: [{ text: 'Imposing Duties To Address the Synthetic Opioid Supply Chain' }],
  number: 'Executive Order 14195',
  issuer: 'The President of the United States',
  date: '2025-02-01' as IsoDate,
};
const another = { ...order, title: [{ text: 'Another title' }] };

describe('one measure', () => {
  it.each<[string, MeasureReference]>([
    ['another case and spacing', { ...another, number: ' executive  ORDER 14195' }],
    ['wide letters', { ...another, number: 'ＥＯ　１４１９５' }],
    ['an abbreviation and punctuation', { ...another, number: 'E.O. No. 014195' }],
    ['another date', { ...another, date: '2025-02-02' as IsoDate, issuer: 'the President of the United-States' }],
    ['another issuer', { ...another, issuer: 'The White House' }],
    ['another date and issuer under the same title', { ...order, date: '2025-02-02' as IsoDate, issuer: 'POTUS' }],
    ['a number in words', { ...order, number: 'Executive Order Fourteen Thousand One Hundred Ninety-Five' }],
  ])('is that with %s, and is looked up by one key', (_, written) => {
    expect(isSameMeasure(order, written)).toBe(true);
    expect(isSameMeasure(written, order)).toBe(true);
    expect(measureKeys(order).some((key) => measureKeys(written).includes(key))).toBe(true);
  });

  it('is one announcement in both languages', () => {
    const english = { ...another, number: 'Announcement No. 55 of 2025', issuer: 'MOFCOM' };
    expect(isSameMeasure(english, { ...order, number: '2025年第55号公告', issuer: '商务部' })).toBe(true);
  });

  it.each<[string, MeasureReference]>([
    ['another number', { ...another, number: 'Executive Order 14196' }],
    ['a number with a letter', { ...another, number: 'Executive Order 14195a' }],
    ['the number alone', { ...another, date: '2026-02-01' as IsoDate, issuer: 'The Department of Commerce' }],
    ['the title alone', { ...order, date: '2026-02-01' as IsoDate, number: 'Executive Order 14500' }],
  ])('is not that with %s', (_, written) => {
    expect(isSameMeasure(order, written)).toBe(false);
  });
});

describe('the number of a measure', () => {
  it.each([
    ['2025年第18号公告', ['18', '2025']],
    ['Announcement No. 018 of 2025', ['18', '2025']],
    ['EO 14195a', ['14195a']],
    ['Section Three Hundred One', ['sectionthreehundredone']],
  ])('%s is known by its numerals, or else by its letters', (number, numerals) => {
    expect(numeralsOf(number)).toEqual(numerals);
  });
});

describe('one provision', () => {
  it.each([
    ['III:4', 'iii : 4'],
    ['III:4', 'III：4'],
    ['III:4', 'Article III:4'],
    ['III:4', '3.4'],
    ['III:4', 'III:4(a)'],
    ['III:4(a)', 'III'],
    ['3.1(b)', '3.01(B)'],
    ['III:4', undefined],
  ])('is %s and %s', (one, other) => {
    const provision = (written?: string) => ({
      agreement: 'GATT1994',
      ...(written === undefined ? {} : { provision: written }),
    });
    expect(isSameProvision(provision(one), provision(other))).toBe(true);
    expect(isSameProvision(provision(other), provision(one))).toBe(true);
  });

  it.each([
    ['III:4', 'III:2'],
    ['III:4', 'III:41'],
    ['I:1', 'II:1'],
    ['3.1(a)', '3.1(b)'],
    ['IV', 'VI'],
  ])('is not %s and %s', (one, other) => {
    const cited = (provision: string) => ({ agreement: 'GATT1994', provision });
    expect(isSameProvision(cited(one), cited(other))).toBe(false);
  });

  it('of China’s protocol of accession is one with and without its part', () => {
    const cited = (provision: string) => ({ agreement: 'CN-ACC', provision });
    expect(isSameProvision(cited('I.11.3'), cited('11.3'))).toBe(true);
    expect(isSameProvision(cited('I.11.3'), cited('I.11.2'))).toBe(false);
    expect(isSameProvision(cited('11.3'), cited('WPR 11'))).toBe(false);
  });

  it.each([
    ['DSU', 'Appendix 2', 'Annex 2'],
    ['SPS', 'Annex C(1)(a)', 'Annex C:1(a)'],
    ['SPS', 'Annex C(1)(a)', 'Appendix C.1(a)'],
    ['TRIMS', 'Annex', 'Annex:1(a)'],
    ['SCM', '1.1(a)(1)(i)', '1.1(a)(1)'],
  ])(
    'of %s is no other one as %s and as %s, so a lost claim is filed again by none of them',
    (agreement, one, other) => {
      expect(isSameProvision({ agreement, provision: one }, { agreement, provision: other })).toBe(true);
    },
  );

  it('is of one agreement, by whatever edition its code names', () => {
    const cited = (agreement: string) => ({ agreement, provision: 'I:1' });
    expect(isSameProvision(cited('GATT1994'), cited('GATT-94'))).toBe(true);
    expect(isSameProvision(cited('GATT1994'), cited('GATS'))).toBe(false);
  });
});
