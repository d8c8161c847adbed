import { readFileSync } from 'node:fs';

/** The secret that encrypts the keys, from its setting or from the file that `…_FILE` names. */
export function secretOf(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const file = env['PARLEY_BACKUP_SECRET_FILE'];
  const secret = file === undefined ? env['PARLEY_BACKUP_SECRET'] : readFileSync(file, 'utf8').trimEnd();
  return secret === '' ? undefined : secret;
}
