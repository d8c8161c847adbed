import { plusMillis } from '@parley/kernel';
import fc from 'fast-check';
import { exhibit, handOver, now, registered } from '../../services/evidence/src/casefile/evidence-story.fixture';
import { holdsInEveryHistory } from './holds';
import { unbrokenCustody } from './rules/i-34-unbroken-custody.rule';
import { sentence } from './sentences';

const hands = fc.constantFrom('Registry', 'Laboratory', 'Vault');
const handedOver = fc.record({ from: hands, to: hands, at: fc.integer({ min: -5, max: 5 }) });

describe(sentence('I-34'), () => {
  it(
    'an exhibit passes from whoever has it, never earlier than before nor later than now, and no ' +
      'other handover is recorded',
    () => {
      fc.assert(
        fc.property(fc.array(handedOver, { maxLength: 12 }), (asked) => {
          let story = registered.when(exhibit('u1'));
          let last = { with: 'Registry', at: 0 };
          for (const { from, to, at } of asked) {
            const act = handOver('USA-1', from, to, { entry: { from, to, at: plusMillis(now, at), purpose: 'Study' } });
            const taken = story.decision(act).kind === 'accepted';
            expect([from, at, taken]).toEqual([from, at, from === last.with && at >= last.at && at <= 0]);
            if (!taken) continue;
            story = story.when(act);
            last = { with: to, at };
          }
        }),
      );
    },
  );

  it('holds in every history of random parties', () => holdsInEveryHistory(unbrokenCustody));
});
