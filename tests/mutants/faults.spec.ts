import { join } from 'node:path';
import { AWAITED } from '../invariants/awaited';
import { SENTENCES } from '../invariants/sentences';
import { faultsIn, plantingFault } from './fault';
import { specOf } from './spec-of';

const WORKSPACE = join(__dirname, '../..');
const faults = faultsIn(join(__dirname, 'faults'));

describe('the planted faults', () => {
  it.each(faults.map((fault) => [fault.invariant, fault.what, fault] as const))(
    '%s: %s',
    (_invariant, _what, fault) => {
      expect(plantingFault(fault, WORKSPACE)).toBeUndefined();
    },
  );

  it('are there for every invariant that has a test', () => {
    const planted = new Set<string>(faults.map(({ invariant }) => invariant));
    const tested = Object.keys(SENTENCES).filter(
      (invariant) => !(invariant in AWAITED) && specOf(invariant, WORKSPACE) !== undefined,
    );
    expect(tested.filter((invariant) => !planted.has(invariant))).toEqual([]);
  });
});
