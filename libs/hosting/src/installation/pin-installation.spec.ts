import { memorySigner } from '@parley/auth';
import { createServiceDatabase, type ServiceDatabase } from '@parley/messaging/testing';
import { isBegun, pinInstallation, type BroughtAlong } from './pin-installation';

describe('what a record was begun with', () => {
  let database: ServiceDatabase;
  beforeAll(async () => void (database = await createServiceDatabase('things')));
  afterAll(() => database.drop());

  const keys = { signer: memorySigner(), derivationKey: Buffer.alloc(32, 1) };
  const [otherSigner, otherDerivation] = [memorySigner(), Buffer.alloc(32, 2)];
  const brought: BroughtAlong = { production: true, keys, keysAre: 'kept' };
  const pin = (more: Partial<BroughtAlong> = {}) => pinInstallation(database.dataSource, { ...brought, ...more });

  it('is kept at the first start, by however many instances at once, and goes on alike', async () => {
    expect(await isBegun(database.dataSource)).toBe(false);
    expect(await Promise.all([pin(), pin(), pin()])).toEqual([undefined, undefined, undefined]);
    expect(await pin()).toBeUndefined();
    expect(await isBegun(database.dataSource)).toBe(true);
    const rows: { name: string; value: string }[] = await database.dataSource.query(
      'SELECT name, value FROM things.pinned ORDER BY name',
    );
    expect(rows.map(({ name }) => name)).toEqual(['derivation.key', 'mode', 'registry-ed25519.pem']);
    expect(rows.map(({ value }) => value)).not.toContain(keys.derivationKey.toString('hex'));
  });

  it('is told where a start brings something else along', async () => {
    expect(await pin({ production: false })).toBe(
      'The record was begun in the mode production and stays so; set PARLEY_MODE to production, or name another ' +
        'database.',
    );
    expect(await pin({ keys: { ...keys, signer: otherSigner } })).toMatch(
      /^registry-ed25519\.pem is not the key with which the record was begun: .* start once with PARLEY_KEYS=replaced\.$/,
    );
    expect(await pin({ keys: { signer: otherSigner, derivationKey: otherDerivation } })).toMatch(
      /^derivation\.key and registry-ed25519\.pem are not the keys/,
    );
    expect(await pin()).toBeUndefined();
  });

  it('lets keys be replaced that are lost, and the mode never', async () => {
    const replaced = { keys: { signer: otherSigner, derivationKey: otherDerivation }, keysAre: 'replaced' as const };
    expect(await pin({ ...replaced, production: false })).toMatch(/begun in the mode production/);
    expect(await pin(replaced)).toBeUndefined();
    expect(await pin({ keys: replaced.keys })).toBeUndefined();
    expect(await pin()).toMatch(/^derivation\.key and registry-ed25519\.pem are not the keys/);
  });
});
