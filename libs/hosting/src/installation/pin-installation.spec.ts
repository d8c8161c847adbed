import { createServiceDatabase, type ServiceDatabase } from '@parley/messaging/testing';
import { isBegun, pinInstallation, type BroughtAlong } from './pin-installation';

describe('what a record was begun with', () => {
  let database: ServiceDatabase;
  beforeEach(async () => void (database = await createServiceDatabase('things')));
  afterEach(() => database.drop());

  const keysOf = (own: Readonly<Record<string, string>>) => ({ pins: new Map(Object.entries(own)) });
  const [one, other] = [
    { 'registry-ed25519.pem': 'thumbprint', 'draws.key': 'fingerprint' },
    { 'registry-ed25519.pem': 'another', 'draws.key': 'another' },
  ];
  const brought: BroughtAlong = { production: true, keys: keysOf(one), keysAre: 'kept' };
  const pin = (more: Partial<BroughtAlong> = {}) => pinInstallation(database.dataSource, { ...brought, ...more });
  const pinned = async (): Promise<Readonly<Record<string, string>>> => {
    const rows: { name: string; value: string }[] = await database.dataSource.query(
      'SELECT name, value FROM things.pinned',
    );
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  };

  it('is kept at the first start, by however many instances at once, and goes on alike', async () => {
    expect(await isBegun(database.dataSource)).toBe(false);
    expect(await Promise.all([pin(), pin(), pin()])).toEqual([undefined, undefined, undefined]);
    expect(await pin()).toBeUndefined();
    expect(await isBegun(database.dataSource)).toBe(true);
    expect(await pinned()).toEqual({ mode: 'production', ...one });
  });

  it('is told where a start brings something else along', async () => {
    await pin();
    expect(await pin({ production: false })).toBe(
      'The record was begun in the mode production and stays so; set PARLEY_MODE to production, or name another ' +
        'database.',
    );
    expect(await pin({ keys: keysOf({ ...one, 'registry-ed25519.pem': 'another' }) })).toMatch(
      /^registry-ed25519\.pem is not the key with which the record was begun: .* start once with PARLEY_KEYS=replaced\.$/,
    );
    expect(await pin({ keys: keysOf(other) })).toMatch(/^draws\.key and registry-ed25519\.pem are not the keys/);
    expect(await pin()).toBeUndefined();
  });

  it('lets keys be replaced that are lost, and the mode never', async () => {
    await pin();
    const replaced = { keys: keysOf(other), keysAre: 'replaced' as const };
    expect(await pin({ ...replaced, production: false })).toMatch(/begun in the mode production/);
    expect(await pin(replaced)).toBeUndefined();
    expect(await pin({ keys: replaced.keys })).toBeUndefined();
    expect(await pin()).toMatch(/^draws\.key and registry-ed25519\.pem are not the keys/);
  });

  describe('when all services had one common key', () => {
    beforeEach(async () => {
      await database.dataSource.query(
        `INSERT INTO things.pinned (name, value) VALUES ('mode', 'production'), ('derivation.key', 'common')`,
      );
    });
    const following = { 'log.key': 'of it', 'webhooks.key': 'common' };

    it('goes on with what follows from that one, and is compared by it from then on', async () => {
      expect(await pin({ keys: keysOf(following) })).toBeUndefined();
      expect(await pinned()).toMatchObject(following);
      expect(await pin({ keys: keysOf({ ...following, 'log.key': 'another' }) })).toMatch(/^log\.key is not the key/);
    });

    it('does not go on with a key that has nothing to do with it, and keeps nothing of it', async () => {
      const before = await pinned();
      expect(await pin()).toMatch(/^derivation\.key is not the key with which the record was begun/);
      expect(await pinned()).toEqual(before);
      expect(await pin({ keysAre: 'replaced' })).toBeUndefined();
      expect(await pin()).toBeUndefined();
      expect(await pin({ keys: keysOf(other) })).toMatch(/are not the keys/);
    });

    it('goes on without any in a service that derives nothing', async () => {
      expect(await pin({ keys: keysOf({}) })).toBeUndefined();
    });
  });
});
