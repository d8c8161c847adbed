import { plusMillis } from '@parley/kernel';
import fc from 'fast-check';
import type { KnownCase } from '../../services/evidence/src/casefile/casefile.rules';
import { exhibit, handOver, now, registered } from '../../services/evidence/src/casefile/evidence-story.fixture';
import type { EvidenceCommand } from '../../services/evidence/src/exhibits/exhibit-commands.rules';
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

  it('holds of what registries enter, whichever of it is answered or stands unanswered', () => {
    fc.assert(
      fc.property(fc.array(hands, { minLength: 1, maxLength: 5 }), fc.nat(5), (to, confirmed) => {
        const entered = to.map((hand, n) => ({
          ...{ type: 'ClaimLateEntry', by: 'us-registry', party: 'US', receivedAt: now, entryId: `p${String(n)}` },
          ...{ channel: 'Receipt', cameAt: now, original: 'ab', office: 'registry', paper: true, outages: [] },
          act: handOver('USA-1', 'Registry', hand, { asRegistry: true }),
        }));
        const ends = to.map((_, n) =>
          n === confirmed
            ? {
                ...{
                  type: 'AnswerLateEntry',
                  by: 'cn-registry',
                  party: 'CN',
                  receivedAt: now,
                  entryId: `p${String(n)}`,
                },
                ...{ verdict: 'confirmed', original: 'ab', reason: [] },
              }
            : { type: 'ExpireDeadline', deadlineId: `late-entry:p${String(n)}` },
        );
        let story = registered.when(exhibit('u1'), ...(entered as unknown as readonly EvidenceCommand[]));
        for (const end of ends as unknown as readonly EvidenceCommand[])
          if (story.decision(end).kind === 'accepted') story = story.when(end);
        const chain = (story.state as KnownCase).exhibits.get('USA-1')?.custody ?? [];
        expect(chain.slice(1).map(({ from }) => from)).toEqual(chain.slice(0, -1).map((before) => before.to));
        expect(chain.length).toBeGreaterThan(1);
      }),
    );
  });

  it('holds in every history of random parties', () => holdsInEveryHistory(unbrokenCustody));
});
