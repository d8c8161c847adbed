import { holdsInEveryHistory } from './holds';
import {
  closesOnlyOwnClaims,
  nobodyElseWithdraws,
  withdrawalIsOnesOwn,
} from './rules/i-30-withdrawal-is-ones-own.rule';
import { sentence } from './sentences';

describe(sentence('I-30'), () => {
  it('holds in every history of random parties', () =>
    holdsInEveryHistory(withdrawalIsOnesOwn, { setting: { cases: 2 } }));
  it('is the answer to everybody else, at every moment of such a history', () =>
    holdsInEveryHistory(nobodyElseWithdraws));
  it('closes no claim of the other side in a case that holds claims of both', () =>
    holdsInEveryHistory(closesOnlyOwnClaims, { runs: 80 }));
});
