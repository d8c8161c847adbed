/** A value that a setting cannot have, as the rest of a sentence: `must be a whole number from 1 to 9`. */
export interface Wrong {
  readonly wrong: string;
}

/** One setting: the environment variable that holds it and how it is read. */
export interface Setting<T> {
  readonly name: string;
  /** @param text what the variable holds; `undefined` when it is not set or empty */
  readonly read: (text: string | undefined) => T | Wrong;
}

export type SettingsOf<S extends Readonly<Record<string, Setting<unknown>>>> = { readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never };

/** The settings cannot be used; the message is one sentence that names every fault at once. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const isWrong = (value: unknown): value is Wrong => typeof value === 'object' && value !== null && 'wrong' in value;

/**
 * Reads settings from the environment. A variable that starts with the prefix and is no setting is a fault as well: a misspelt
 * setting that is silently ignored is worse than one that is refused.
 * @throws SettingsError with every fault
 */
export function readSettings<S extends Readonly<Record<string, Setting<unknown>>>>(
  env: Readonly<Record<string, string | undefined>>,
  settings: S,
  prefix = 'PARLEY_',
): SettingsOf<S> {
  const faults: string[] = [];
  const values = Object.entries(settings).map(([key, { name, read }]) => {
    const value = read(env[name] || undefined);
    if (isWrong(value)) faults.push(`${name} ${value.wrong}`);
    return [key, value] as const;
  });
  const names = new Set(Object.values(settings).map(({ name }) => name));
  const strangers = Object.keys(env).filter((name) => name.startsWith(prefix) && !names.has(name));
  faults.push(...strangers.map((name) => `${name} is no setting (there are ${[...names].join(', ')})`));
  if (faults.length > 0) throw new SettingsError(`Wrong settings: ${faults.join('; ')}.`);
  return Object.fromEntries(values) as SettingsOf<S>;
}
