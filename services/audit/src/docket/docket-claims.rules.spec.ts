import { complainedOf } from './docket-claims.rules';

const measure = { id: 'M1', title: [{ lang: 'en', text: 'Tarif on tiles', kind: 'original' }], number: 'No. 7' };
const claim = { id: 'C1', measureId: 'M1', agreement: 'GATT1994', provision: 'I:1' };
const registered = {
  ...{ kind: 'case-registered', at: '2025-02-06T10:00:00Z' },
  facts: { measures: [measure], legalBasis: [claim, { ...claim, id: 'C2', provision: 'II:1(b)' }] },
};
const entry = (kind: string, day: string, facts: Readonly<Record<string, unknown>>) => ({
  ...{ kind, at: `${day}T10:00:00Z`, facts },
});

describe('what a case is about, on the docket', () => {
  it('is nothing before its registration', () => {
    expect(complainedOf([])).toEqual({ measures: [], claims: [] });
  });

  it('is each measure, and the provision of each claim against it', () => {
    const { measures, claims } = complainedOf([registered]);
    expect(measures).toMatchObject([{ id: 'M1', number: 'No. 7', endedOn: '' }]);
    expect(claims.map(({ id, measure: of, agreement, provision }) => [id, of, agreement, provision])).toEqual([
      ['C1', 'M1', 'GATT1994', 'I:1'],
      ['C2', 'M1', 'GATT1994', 'II:1(b)'],
    ]);
  });

  it('says which claims were withdrawn, and takes it back where the screening had ended before', () => {
    const withdrawn = entry('claims-withdrawn', '2025-03-01', { claimIds: ['C2'], remainingClaimIds: ['C1'] });
    const standing = (...entries: readonly Parameters<typeof complainedOf>[0][number][]) =>
      complainedOf(entries).claims.flatMap(({ id, isWithdrawn }) => (isWithdrawn ? [] : [id]));
    expect(standing(registered, withdrawn)).toEqual(['C1']);
    const undone = entry('claims-withdrawal-set-aside', '2025-03-02', { claimIds: ['C2'] });
    expect(standing(undone, withdrawn, registered)).toEqual(['C1', 'C2']);
  });

  it('reads as it was corrected, of the measure that is named alone', () => {
    const other = { ...measure, id: 'M2' };
    const both = { ...registered, facts: { ...registered.facts, measures: [measure, other] } };
    const correction = { measureId: 'M1', field: 'title', was: 'Tarif on tiles', becomes: 'Tariff on tiles' };
    const { measures } = complainedOf([both, entry('measure-corrected', '2025-02-20', correction)]);
    expect(measures.map(({ title }) => title[0]?.text)).toEqual(['Tariff on tiles', 'Tarif on tiles']);
    const number = { measureId: 'M1', field: 'number', was: 'No. 7', becomes: 'No. 8' };
    expect(complainedOf([registered, entry('measure-corrected', '2025-02-20', number)]).measures).toMatchObject([
      { number: 'No. 8' },
    ]);
  });

  it('is what an amendment leaves, whichever entry came to hand first', () => {
    const amended = entry('grievance-amended', '2025-03-01', { measures: [measure], legalBasis: [claim] });
    for (const entries of [
      [registered, amended],
      [amended, registered],
    ])
      expect(complainedOf(entries).claims.map(({ id }) => id)).toEqual(['C1']);
  });
});
