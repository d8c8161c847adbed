import { textFrom, type Environment } from './text-from';

/** A value that a setting cannot have, as the rest of a sentence: `must be a whole number from 1 to 9`. */
export interface Wrong {
  readonly wrong: string;
}

/** One setting: the environment variable that holds it and how it is read. */
export interface Setting<T> {
  readonly name: string;
  /** @param text value of the variable; `undefined` when it is not set or empty */
  readonly read: (text: string | undefined) => T | Wrong;
}

export type SettingsOf<S extends Readonly<Record<string, Setting<unknown>>>> = {
  readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never;
};

export interface SettingsRules<Values> {
  /** Prefix of the names of all settings; `PARLEY_` when left out. */
  readonly prefix?: string;
  /**
   * Faults of settings taken together, as sentences without a full stop.
   * @param values without those that are wrong by themselves
   */
  readonly together?: (values: Partial<Values>) => readonly string[];
}

/** The settings cannot be used; the message is one sentence that names every fault at once. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

export const isWrong = (value: unknown): value is Wrong =>
  typeof value === 'object' && value !== null && 'wrong' in value;

/**
 * Reads settings from the environment. A secret may be in a file that `<NAME>_FILE` names, as is usual for containers.
 * A variable that starts with the prefix and is no setting is a fault as well, since a misspelt setting that is
 * silently ignored is worse than one that is refused.
 * @throws SettingsError with every fault
 */
export function readSettings<S extends Readonly<Record<string, Setting<unknown>>>>(
  env: Environment,
  settings: S,
  { prefix = 'PARLEY_', together = () => [] }: SettingsRules<SettingsOf<S>> = {},
): SettingsOf<S> {
  const faults: string[] = [];
  const values = Object.entries(settings).flatMap(([key, { name, read }]) => {
    const text = textFrom(env, name);
    const value = isWrong(text) ? text : read(text);
    if (!isWrong(value)) return [[key, value] as const];
    faults.push(`${name} ${value.wrong}`);
    return [];
  });
  const read = Object.fromEntries(values) as Partial<SettingsOf<S>>;
  faults.push(...together(read), ...strangers(env, settings, prefix));
  if (faults.length > 0) throw new SettingsError(`Wrong settings: ${faults.join('; ')}.`);
  return read as SettingsOf<S>;
}

function strangers(
  env: Environment,
  settings: Readonly<Record<string, Setting<unknown>>>,
  prefix: string,
): readonly string[] {
  const names = Object.values(settings).map(({ name }) => name);
  const known = new Set(names.flatMap((name) => [name, `${name}_FILE`]));
  return Object.keys(env)
    .filter((name) => name.startsWith(prefix) && !known.has(name))
    .map((name) => `${name} is no setting (there are ${names.join(', ')})`);
}
