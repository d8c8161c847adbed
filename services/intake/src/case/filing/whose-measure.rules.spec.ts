import { grievance, parties } from '../case-story.fixture';
import type { Claim, Grievance } from './file-grievance.rules';
import { measuresOf, whoseMeasureFaults } from './whose-measure.rules';

const [measure] = grievance.measures as [Grievance['measures'][number]];
const [claim] = grievance.claims as [Claim];
const measures = (...members: readonly (typeof measure)['wtoMember'][]): Grievance['measures'] =>
  members.map((wtoMember, index) => ({ ...measure, id: `M${String(index + 1)}`, wtoMember }));
const theirs: Claim = { ...claim, id: 'U1', measure: 'M2', claimant: 'respondent' };
const faultOf = (changed: Partial<Grievance>) => {
  const [fault] = whoseMeasureFaults({ ...grievance, ...changed }, parties);
  return fault && [fault.reason.code, fault.path];
};

describe('the measure of a grievance', () => {
  it('is the respondent’s, or the complainant’s under a claim of the respondent', () => {
    expect(faultOf({})).toBeUndefined();
    expect(faultOf({ measures: measures('US', 'CN'), claims: [claim, theirs] })).toBeUndefined();
  });

  it('is of no third country, whoever complains of it, nor of the side that complains of it', () => {
    const third = ['measure-of-another-member', '/grievance/measures/1/wtoMember'];
    const own = ['measure-of-own-side', '/grievance/measures/1/wtoMember'];
    expect(faultOf({ measures: measures('US', 'EU') })).toEqual(third);
    expect(faultOf({ measures: measures('US', 'EU'), claims: [claim, theirs] })).toEqual(third);
    expect(faultOf({ measures: measures('US', 'US'), claims: [claim, theirs] })).toEqual(own);
    expect(faultOf({ measures: measures('US', 'CN'), claims: [claim, { ...claim, measure: 'M2' }] })).toEqual(own);
    expect(faultOf({ measures: measures('US', 'CN') })).toEqual(own);
    expect(faultOf({ measures: measures('US', 'CN'), claims: [theirs, { ...claim, measure: 'M2' }] })).toEqual(own);
  });

  it('is named with all others at fault, and by whose it is on the docket', () => {
    const strange = { ...grievance, measures: measures('JP', 'US', 'CN') };
    expect(whoseMeasureFaults(strange, parties)).toMatchObject([
      { reason: { code: 'measure-of-another-member' }, path: '/grievance/measures/0/wtoMember' },
      { reason: { code: 'measure-of-own-side' }, path: '/grievance/measures/2/wtoMember' },
    ]);
    expect(measuresOf(strange, parties)).toEqual(['CN', 'US']);
  });
});
