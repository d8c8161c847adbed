import { readFileSync } from 'node:fs';
import type { Wrong } from './settings';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The value of a variable, or of the file that `<NAME>_FILE` names, without the line's end that editors add.
 * @returns `undefined` when neither is set; an empty variable is not set
 */
export function textFrom(env: Environment, name: string): string | undefined | Wrong {
  const [own, file] = [env[name] || undefined, env[`${name}_FILE`] || undefined];
  if (file === undefined) return own;
  if (own !== undefined) return { wrong: `is given twice, by itself and by ${name}_FILE` };
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '') || undefined;
  } catch (error) {
    return { wrong: `cannot be read from the file that ${name}_FILE names (${codeOf(error)})` };
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
