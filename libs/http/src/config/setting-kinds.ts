import type { Setting, Wrong } from './settings';

/** Enough of a wrong value to recognise it, and never a whole secret. */
const shown = (text: string): string => `, and is ${JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)}`;

/** A text as it stands. */
export const textSetting = (name: string, otherwise: string): Setting<string> => ({
  name,
  read: (text) => text ?? otherwise,
});

/** A text that may be left out. */
export const optionalSetting = (name: string): Setting<string | undefined> => ({ name, read: (text) => text });

/** A whole number within limits. */
export const intSetting = (
  name: string,
  { min, max, otherwise }: { readonly min: number; readonly max: number; readonly otherwise: number },
): Setting<number> => ({
  name,
  read: (text) => {
    if (text === undefined) return otherwise;
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max
      ? value
      : { wrong: `must be a whole number from ${min} to ${max}${shown(text)}` };
  },
});

/** One of a closed list of words. */
export const choiceSetting = <const T extends string>(
  name: string,
  choices: readonly T[],
  otherwise: T,
): Setting<T> => ({
  name,
  read: (text) => {
    if (text === undefined) return otherwise;
    return choices.find((choice) => choice === text) ?? { wrong: `must be one of ${choices.join(', ')}${shown(text)}` };
  },
});

const beginningOf = (protocol: string): string => (protocol === 'mailto' ? 'mailto:' : `${protocol}://`);

/**
 * An address of one of the protocols, which may be left out. Its value, which can hold a password, is never repeated.
 */
export const urlSetting = (name: string, ...protocols: readonly string[]): Setting<URL | undefined> => ({
  name,
  read: (text): URL | undefined | Wrong => {
    if (text === undefined) return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url && protocols.includes(url.protocol.slice(0, -1))) return url;
    return {
      wrong: `must be an address that starts with ${protocols.map(beginningOf).join(' or ')}`,
    };
  },
});

/** A setting that has to be given. */
export const required = <T>({ name, read }: Setting<T | undefined>): Setting<T> => ({
  name,
  read: (text) => read(text) ?? { wrong: 'must be set' },
});
