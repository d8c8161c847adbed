import { currentRuleSet, mayMove, type StatesByRegion } from '@parley/procedure';
import fc from 'fast-check';
import type { ReferralEvent } from '../referral/referral.rules';
import type { Told } from '../referral/told-story.fixture';
import type { ReferralState } from '../referral/referral-state.rules';
import {
  ask,
  at,
  assemble,
  CN,
  decider,
  exit,
  expire,
  filed,
  findings,
  issue,
  lapsed,
  registered,
  served,
  setAside,
  sign,
  US,
  type Said,
} from '../referral/referral-story.fixture';
import { basisHolds, DOSSIER_BASES } from './dossier.rules';

const askedAt = at('2025-07-08T10:00:00Z');
const anyCommand = fc.constantFrom<Said>(
  filed,
  registered,
  served,
  findings,
  lapsed,
  setAside,
  exit('2025-03-04T10:00:00Z'),
  ask('2025-07-08T10:00:00Z'),
  ...DOSSIER_BASES.map((basis) => assemble({ basis })),
  sign(US, '2025-07-09T10:00:00Z'),
  sign(CN, '2025-07-09T10:00:00Z'),
  expire(),
  issue(),
  issue(2),
);

describe('the basis of a dossier (I-48)', () => {
  it(
    'is there whenever a dossier is requested, put together or issued, and the region moves along its ' +
      'graph (I-26), in whatever order acts and news come',
    () => {
      let issued = 0;
      fc.assert(
        fc.property(fc.array(anyCommand, { maxLength: 80, size: 'max' }), (commands) => {
          let state = decider.initial;
          for (const command of commands) {
            const decision = decider.decide(command, state);
            for (const event of decision.kind === 'accepted' ? decision.events : []) {
              const basis = statedBasis(event);
              if (basis) expect(state.status === 'filed' && basisHolds(basis, state, CN, askedAt)).toBe(true);
              if (event.type === 'DossierIssued') issued += 1;
              const after = decider.evolve(state, event);
              const [from, to] = [regionOf(state), regionOf(after)];
              expect(from === to || mayMove(currentRuleSet.graphs, 'referral', from, to)).toBe(true);
              state = after;
            }
          }
        }),
        { numRuns: 500 },
      );
      expect(issued).toBeGreaterThan(0);
    },
  );
});

/** The state of the region S12, which is that of its latest dossier. */
const regionOf = (state: ReferralState): StatesByRegion['referral'] =>
  (state.status === 'filed' ? state.dossiers.at(-1)?.status : undefined) ?? 'idle';

function statedBasis(event: ReferralEvent | Told) {
  if (event.type === 'DossierAssembled') return event.data.assembly.basis;
  return event.type === 'DossierRequested' || event.type === 'DossierIssued' ? event.data.basis : undefined;
}
