import { plusMillis } from '@parley/kernel';
import fc from 'fast-check';
import type { CustodyEntry } from './exhibit-commands.rules';
import { CN, exhibit, handOver, now, registered } from '../casefile/evidence-story.fixture';
import type { KnownCase } from '../casefile/casefile.rules';

const taken = registered.when(exhibit('u1'));
const custodyIn = (state: unknown): readonly CustodyEntry[] =>
  (state as KnownCase).exhibits.get('USA-1')?.custody ?? [];

describe('custody', () => {
  it('passes from who has the exhibit to the next', () => {
    const studied = taken.when(
      handOver('USA-1', 'Registry', 'Laboratory'),
      handOver('USA-1', 'Laboratory', 'Registry'),
    );
    expect(custodyIn(studied.state).map(({ to }) => to)).toEqual(['Registry', 'Laboratory', 'Registry']);
  });

  it('is handed over by the registry too, and by no other party', () => {
    expect(taken.when(handOver('USA-1', 'Registry', 'Vault', { party: CN, asRegistry: true })).recorded).toEqual([
      'CustodyHandedOver',
    ]);
    expect(taken.refusalOf(handOver('USA-1', 'Registry', 'Vault', { party: CN }))).toBe('not-your-exhibit');
  });

  it('goes back after the screening has ended', () => {
    const ended = taken.when({ told: 'screening-ended', at: now });
    expect(ended.when(handOver('USA-1', 'Registry', 'Desk of the United States')).recorded).toEqual([
      'CustodyHandedOver',
    ]);
  });

  it('does not begin in the middle, run backwards, or happen in the future', () => {
    const entry = (at: string) => ({ from: 'Registry', to: 'Laboratory', at: at as typeof now, purpose: 'Study' });
    expect(taken.refusalOf(handOver('USA-1', 'Laboratory', 'Registry'))).toBe('custody-chain-broken');
    expect(taken.refusalOf(handOver('USA-1', '', '', { entry: entry(plusMillis(now, -1)) }))).toBe(
      'custody-out-of-order',
    );
    expect(taken.refusalOf(handOver('USA-1', '', '', { entry: entry(plusMillis(now, 1)) }))).toBe(
      'custody-in-the-future',
    );
    expect(taken.refusalOf(handOver('USA-2', 'Registry', 'Laboratory'))).toBe('unknown-exhibit');
  });

  it('is an unbroken chain in order of time whatever is asked for (I-34)', () => {
    const hand = fc.constantFrom('Registry', 'Laboratory', 'Vault');
    const asked = fc.array(fc.record({ from: hand, to: hand, at: fc.integer({ min: -5, max: 5 }) }), { maxLength: 30 });
    fc.assert(
      fc.property(asked, (acts) => {
        const after = acts.reduce((story, { from, to, at }) => {
          const act = handOver('USA-1', from, to, { entry: { from, to, at: plusMillis(now, at), purpose: 'Study' } });
          return story.decision(act).kind === 'accepted' ? story.when(act) : story;
        }, taken);
        custodyIn(after.state).forEach((entry, index, chain) => {
          const before = chain[index - 1];
          if (before) expect(entry.from === before.to && entry.at >= before.at).toBe(true);
        });
      }),
    );
  });
});
