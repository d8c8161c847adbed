import { hash } from 'node:crypto';
import { tableIn } from '@parley/messaging';
import type { DataSource } from 'typeorm';
import { DERIVATION_KEY, REGISTRY_KEY, type InstallationKeys } from './installation-keys';

/** What a start brings along that must be what the record was begun with. */
export interface BroughtAlong {
  readonly production: boolean;
  readonly keys: Pick<InstallationKeys, 'signer' | 'formerSigner' | 'derivationKey'>;
  /** `replaced` puts other keys on record in place of those that are lost; `kept` refuses them. */
  readonly keysAre: KeysAre;
}

export type KeysAre = 'kept' | 'replaced';

const MODE = 'mode';

/** Whether a service has begun its part of the record, and so has keys that it cannot do without. */
export async function isBegun({ manager }: Pick<DataSource, 'manager'>): Promise<boolean> {
  const rows: unknown[] = await manager.query(`SELECT 1 FROM ${tableIn(manager, 'pinned')} WHERE name = $1`, [
    DERIVATION_KEY,
  ]);
  return rows.length > 0;
}

/**
 * Makes sure that a service goes on in the mode and with the keys with which it began, and keeps both in its schema at
 * the first start. Instances that start at once agree on one of them.
 * @returns a sentence where they are others, for then it may not start
 */
export async function pinInstallation(
  database: Pick<DataSource, 'manager'>,
  { production, keys, keysAre }: BroughtAlong,
): Promise<string | undefined> {
  const { manager } = database;
  const brought = new Map([
    [MODE, production ? 'production' : 'demonstration'],
    [REGISTRY_KEY, keys.signer.publicKey.kid],
    [DERIVATION_KEY, fingerprintOf(keys.derivationKey)],
  ]);
  const table = tableIn(manager, 'pinned');
  await manager.query(
    `INSERT INTO ${table} (name, value) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT (name) DO NOTHING`,
    [[...brought.keys()], [...brought.values()]],
  );
  const rows: { name: string; value: string }[] = await manager.query(`SELECT name, value FROM ${table} ORDER BY name`);
  const others = rows.filter(({ name, value }) => brought.has(name) && brought.get(name) !== value);
  const mode = others.find(({ name }) => name === MODE)?.value;
  if (mode !== undefined)
    return `The record was begun in the mode ${mode} and stays so; set PARLEY_MODE to ${mode}, or name another database.`;
  if (keysAre === 'kept') return others.length > 0 ? otherKeys(others.map(({ name }) => name)) : undefined;
  for (const { name } of others)
    await manager.query(`UPDATE ${table} SET value = $2, since = now() WHERE name = $1`, [name, brought.get(name)]);
  return undefined;
}

const otherKeys = (names: readonly string[]): string =>
  `${names.join(' and ')} ${names.length > 1 ? 'are not the keys' : 'is not the key'} with which the record was begun: ` +
  'what was signed or committed to by the old one could not be answered for. Put the folder of keys back from its ' +
  'copy, or, where that is lost for good, start once with PARLEY_KEYS=replaced.';

/** Tells secrets of 32 random bytes apart, and gives none away. */
const fingerprintOf = (secret: Uint8Array): string => hash('sha256', Buffer.concat([PURPOSE, secret]));
const PURPOSE = Buffer.from('parley fingerprint of a key\n');
