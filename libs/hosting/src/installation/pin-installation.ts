import { tableIn } from '@parley/messaging';
import type { DataSource } from 'typeorm';
import { FORMER_COMMON_KEY } from './former-common-key';
import type { ServiceKeys } from './installation-keys';

/** What a start of a service brings along that must be what its part of the record was begun with. */
export interface BroughtAlong {
  readonly production: boolean;
  readonly keys: Pick<ServiceKeys, 'signer' | 'formerSigner' | 'pins'>;
  /** `replaced` puts other keys on record in place of those that are lost; `kept` refuses them. */
  readonly keysAre: KeysAre;
}

export type KeysAre = 'kept' | 'replaced';

const MODE = 'mode';

/** Whether a service has begun its part of the record, and so has keys that it cannot do without. */
export async function isBegun({ manager }: Pick<DataSource, 'manager'>): Promise<boolean> {
  const rows: unknown[] = await manager.query(`SELECT 1 FROM ${tableIn(manager, 'pinned')} WHERE name = $1`, [MODE]);
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
  const table = tableIn(manager, 'pinned');
  const kept = async (): Promise<ReadonlyMap<string, string>> => {
    const rows: { name: string; value: string }[] = await manager.query(`SELECT name, value FROM ${table}`);
    return new Map(rows.map(({ name, value }) => [name, value]));
  };
  const brought = withCommonKey(
    new Map([[MODE, production ? 'production' : 'demonstration'], ...keys.pins]),
    await kept(),
  );
  // A record that was begun with a key common to all takes in those that follow from that one, and no others.
  const isOther = brought.get(FORMER_COMMON_KEY) === NONE_FOLLOWS;
  if (isOther && keysAre === 'kept') return otherKeys([FORMER_COMMON_KEY]);
  await manager.query(
    `INSERT INTO ${table} (name, value) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT (name) DO NOTHING`,
    [[...brought.keys()], [...brought.values()]],
  );
  const pinned = await kept();
  const others = [...brought].filter(([name, value]) => pinned.get(name) !== value).toSorted();
  const mode = others.some(([name]) => name === MODE) ? pinned.get(MODE) : undefined;
  if (mode !== undefined)
    return `The record was begun in the mode ${mode} and stays so; set PARLEY_MODE to ${mode}, or name another database.`;
  if (keysAre === 'kept') return others.length > 0 ? otherKeys(others.map(([name]) => name)) : undefined;
  for (const [name, value] of others)
    await manager.query(`UPDATE ${table} SET value = $2, since = now() WHERE name = $1`, [name, value]);
  return undefined;
}

/** Kept in place of the fingerprint of a common key after the keys that followed from it were replaced. */
const NONE_FOLLOWS = 'replaced';

/**
 * Adds what is to stand for the common key, where a record was begun with one and a service is pinned to it alone. A
 * service whose own keys are pinned already is compared by those.
 */
function withCommonKey(
  brought: ReadonlyMap<string, string>,
  pinned: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const common = pinned.get(FORMER_COMMON_KEY);
  const secrets = [...brought].filter(([name]) => name.endsWith('.key'));
  if (common === undefined || secrets.length === 0 || secrets.some(([name]) => pinned.has(name))) return brought;
  const follows = secrets.some(([, value]) => value === common);
  return new Map([...brought, [FORMER_COMMON_KEY, follows ? common : NONE_FOLLOWS]]);
}

const otherKeys = (names: readonly string[]): string =>
  `${names.join(' and ')} ${names.length > 1 ? 'are not the keys' : 'is not the key'} with which the record was begun: ` +
  'what was signed or committed to by the old one could not be answered for. Put the folder of keys back from its ' +
  'copy, or, where that is lost for good, start once with PARLEY_KEYS=replaced.';
