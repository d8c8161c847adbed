import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AWAITED } from '../invariants/awaited';
import { INVARIANTS } from '@parley/procedure';
import { faultsIn, plantingFault } from './fault';
import { faultsOfActs } from './faults-of-acts';
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

  it('are caught by specs that are there', () => {
    const named = faults.flatMap(({ spec }) => spec ?? []);
    expect(named.filter((spec) => !existsSync(join(WORKSPACE, spec)))).toEqual([]);
  });

  it('are there for every invariant that has a test', () => {
    const planted = new Set<string>(faults.map(({ invariant }) => invariant));
    const tested = Object.keys(INVARIANTS).filter(
      (invariant) => !(invariant in AWAITED) && specOf(invariant, WORKSPACE) !== undefined,
    );
    expect(tested.filter((invariant) => !planted.has(invariant))).toEqual([]);
  });
});

/**
 * Acts without a fault, since no rule of a case decides them: a desk's own drafts, also those made from an ended case,
 * and the time of a demonstration. The refusals of an answer to a late entry stand in the procedure, for all services.
 */
const BY_NO_RULE = [
  "libs/http/src/demonstration-clock/demonstration-clock.controller.ts ''",
  "services/evidence/src/late-entries/late-entries.controller.ts ':entryId/answer'",
  "services/intake/src/case/drafts/drafts.controller.ts ''",
  "services/intake/src/case/drafts/drafts.controller.ts ':draftId'",
  "services/intake/src/case/late-entries/late-entries.controller.ts ':entryId/answer'",
  "services/intake/src/case/reopening/reopening.controller.ts ''",
  "services/panel-review/src/late-entries/late-entries.controller.ts ':entryId/answer'",
  "services/referral/src/late-entries/late-entries.controller.ts ':entryId/answer'",
];

describe('the faults of acts, made from what each declares', () => {
  const acts = faultsOfActs(WORKSPACE);

  it('are there for every act that a rule decides', () => {
    expect(acts.length).toBeGreaterThan(120);
    const without = acts.filter(({ faults: of }) => of.length === 0).map(({ act }) => act);
    expect(without.toSorted()).toEqual(BY_NO_RULE);
  });

  it('can be planted', () => {
    const all = acts.flatMap(({ faults: of }) => of);
    expect(all.flatMap((fault) => plantingFault(fault, WORKSPACE) ?? [])).toEqual([]);
  });
});
