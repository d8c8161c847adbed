import { memorySigner, signingKeys, verifyJws, type RegistrySigner, type Signer } from '@parley/auth';
import { InMemoryEventStore } from '@parley/event-store';
import type { RegisterPorts } from '@parley/http';
import type { Instant } from '@parley/kernel';
import { webhookKeys } from './webhook-keys';

const [first, second, third, fourth] = [memorySigner(), memorySigner(), memorySigner(), memorySigner()];
const AT = ['2025-02-03T08:00:00.000Z', '2025-03-03T08:00:00.000Z', '2025-04-03T08:00:00.000Z'] as Instant[];

describe('the keys of webhooks', () => {
  let now = AT[0]!;
  const clock = { now: () => now };
  const store = new InMemoryEventStore({ clock });
  const ports = { store, clock, ruleSets: { all: () => [] } } as unknown as RegisterPorts;
  const start = (signer: Signer, keysAre: 'kept' | 'replaced' = 'kept', formerSigner?: RegistrySigner) =>
    webhookKeys.takeKey(ports, { mode: 'production', signer, keysAre, formerSigner });
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

  it('go on with one for which the one before signs, where it is at hand, and no key of another time', async () => {
    now = AT[2]!;
    expect(await start(third, 'replaced', second)).toBeUndefined();
    const { signature } = (await keysNow()).at(-1)!;
    const { kid, x } = third.publicKey;
    expect(verifyJws(signature ?? '', second.publicKey)).toEqual({ succeeds: kid, x, from: AT[2] });
    expect(await start(fourth, 'replaced', second)).toBeUndefined();
    expect((await keysNow()).map((key) => key.signature !== null)).toEqual([false, false, true, false]);
  });
});
