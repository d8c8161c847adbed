import { holdsInEveryHistory } from './holds';
import { dossierOnABasis, noBasisBefore } from './rules/i-48-dossier-on-a-basis.rule';
import { sentence } from './sentences';

describe(sentence('I-48'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(dossierOnABasis));
  it('holds of a dossier that would be asked for, at every moment of such a history', () =>
    holdsInEveryHistory(noBasisBefore));
});
