import { memorySigner, signingKeys, signingKeysAt, verifyJws, type RegistrySigner } from '@parley/auth';
import { SIGNING_KEYS, signingKeyTold } from '@parley/contracts';
import { InMemoryEventStore } from '@parley/event-store';
import type { BroughtKeys, RegisterPorts } from '@parley/http';
import type { Instant } from '@parley/kernel';
import { publishes } from '../../case/case.tells';
import { signingKeysStream } from '../../streams';
import { signingKeysTaken, takeKey } from './signing-keys';

const [first, second, third] = [memorySigner(), memorySigner(), memorySigner()];
const AT = ['2025-02-03T08:00:00.000Z', '2025-03-03T08:00:00.000Z', '2025-04-03T08:00:00.000Z'] as Instant[];

describe('the keys of the registry', () => {
  let now = AT[0]!;
  const clock = { now: () => now };
  const store = new InMemoryEventStore({ clock });
  const ruleSets = { all: () => [] };
  const ports = { store, clock, ruleSets } as unknown as RegisterPorts;
  const start = (signer: RegistrySigner, more: Partial<BroughtKeys> = {}) =>
    takeKey(ports, { mode: 'production', signer, keysAre: 'kept', ...more });
  const keysNow = async () => signingKeys(await signingKeysTaken(store));
  const recorded = () => store.read(signingKeysStream);

  it('begin with the one of the first start, however many processes start', async () => {
    expect(await Promise.all([start(first), start(first), start(first)])).toEqual([undefined, undefined, undefined]);
    expect(await start(first)).toBeUndefined();
    expect(await keysNow()).toEqual([{ key: first.publicKey, from: null, until: null, signature: null }]);
  });

  it('let no process start with another one, or in another mode, and record nothing then', async () => {
    expect(await start(second)).toMatch(/^The key of receipts is not the one that the record says is in use: /);
    expect(await start(first, { mode: 'demonstration' })).toMatch(/^The record was begun in the mode production/);
    expect(await start(second, { mode: 'demonstration', keysAre: 'replaced' })).toMatch(/begun in the mode production/);
    expect(await recorded()).toHaveLength(1);
  });

  it('go on with one for which the one before signs', async () => {
    now = AT[1]!;
    expect(await start(second, { keysAre: 'replaced', formerSigner: first })).toBeUndefined();
    const [before, after] = await keysNow();
    expect([before?.until, after?.from, after?.until]).toEqual([AT[1], AT[1], null]);
    expect(verifyJws(after?.signature ?? '', first.publicKey)).toEqual({
      succeeds: second.publicKey.kid,
      x: second.publicKey.x,
      from: AT[1],
    });
    expect(await start(first)).toMatch(/^The key of receipts is not the one/);
  });

  it('say where the one before is lost, whoever else would sign', async () => {
    now = AT[2]!;
    expect(await start(third, { keysAre: 'replaced', formerSigner: first })).toBeUndefined();
    const keys = await keysNow();
    expect(keys.map(({ from, signature }) => [from, signature !== null])).toEqual([
      [null, false],
      [AT[1], true],
      [AT[2], false],
    ]);
    expect(signingKeysAt(keys, AT[1]!).map(({ from, until }) => [from, until])).toEqual([
      [null, AT[1]],
      [AT[1], null],
    ]);
  });

  it('are told to everybody as they are kept', async () => {
    const told = (await recorded()).flatMap(publishes);
    expect(told.map(({ subject, tier }) => [subject, tier])).toEqual(Array(3).fill([SIGNING_KEYS, 'PUBLIC']));
    expect(told.map(signingKeyTold)).toEqual(await signingKeysTaken(store));
  });
});
