import { memorySigner, signingKeys, type Signer } from '@parley/auth';
import { InMemoryEventStore } from '@parley/event-store';
import type { RegisterPorts } from '@parley/http';
import type { Instant } from '@parley/kernel';
import { webhookKeys } from './webhook-keys';

const [first, second] = [memorySigner(), memorySigner()];
const AT = ['2025-02-03T08:00:00.000Z', '2025-03-03T08:00:00.000Z'] as Instant[];

describe('the keys of webhooks', () => {
  let now = AT[0]!;
  const clock = { now: () => now };
  const store = new InMemoryEventStore({ clock });
  const ports = { store, clock, ruleSets: { all: () => [] } } as unknown as RegisterPorts;
  const start = (signer: Signer, keysAre: 'kept' | 'replaced' = 'kept') =>
    webhookKeys.takeKey(ports, { mode: 'production', signer, keysAre });
  const keysNow = async () => signingKeys(await webhookKeys.signingKeys(store));

  it('begin with the one of the first start, and say since when, however many processes start', async () => {
    expect(await Promise.all([start(first), start(first), start(first)])).toEqual([undefined, undefined, undefined]);
    now = AT[1]!;
    expect(await start(first)).toBeUndefined();
    expect(await keysNow()).toEqual([{ key: first.publicKey, from: AT[0], until: null, signature: null }]);
  });

  it('go on with another one where that is asked for alone, and the one before keeps its time', async () => {
    expect(await start(second)).toMatch(/^The key of webhooks is not the one that the record says is in use: /);
    expect(await start(second, 'replaced')).toBeUndefined();
    expect(await start(first)).toMatch(/^The key of webhooks is not the one/);
    expect(await keysNow()).toEqual([
      { key: first.publicKey, from: AT[0], until: AT[1], signature: null },
      { key: second.publicKey, from: AT[1], until: null, signature: null },
    ]);
  });
});
