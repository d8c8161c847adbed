import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SecretForm } from './secret-form';

/**
 * A file of the installation's keys is not what it should be: emptied, cut short, or another one. The message is one
 * sentence for the person at the terminal, and quotes nothing of the file.
 */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';

  /** @param expected what the file holds when it is whole */
  constructor(file: string, expected: string) {
    super(
      `${file} does not hold ${expected}. Put the file back from the copy of the keys. It is not made anew, since ` +
        'what was made by it would then no longer be known.',
    );
  }
}

/**
 * A secret of the installation: read from its file, or made and kept there, readable by its owner alone (0600). It is
 * written under another name and then linked. So a crash leaves no half of a secret, and when two processes start at
 * once the second takes the secret of the first.
 * @throws KeyFileError for a file of another form; the error of the file system when it can be neither read nor made
 */
export function keptSecret<Of>(file: string, form: SecretForm<Of>): Of {
  const kept = secretIfThere(file, form);
  if (kept !== undefined) return kept;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, form.make(), { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return secretIn(readFileSync(file), file, form);
}

/**
 * A secret of the installation where its file is there. Nothing is made.
 * @throws KeyFileError for a file of another form; the error of the file system when it cannot be read
 */
export function secretIfThere<Of>(file: string, form: SecretForm<Of>): Of | undefined {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    // Any other failure may hide a secret that is there.
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  return secretIn(bytes, file, form);
}

/**
 * The secret in the bytes of a file.
 * @param file what the person at the terminal knows the file by
 * @throws KeyFileError for bytes of another form
 */
export function secretIn<Of>(bytes: Uint8Array, file: string, { expected, read }: SecretForm<Of>): Of {
  const secret = read(bytes);
  if (secret === undefined) throw new KeyFileError(file, expected);
  return secret;
}

const isCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
