import { hkdfSync } from 'node:crypto';
import path from 'node:path';
import { randomSecret, secretIfThere, secretIn, seedSigner } from '@parley/auth';
import type { LogKeys } from '@parley/http';
import { COMMON_SECRET, commonKeyIn, FORMER_COMMON_KEY } from './former-common-key';

/** The file of the keys of the transparency log: of its salts, of its checkpoints and of its time, 32 bytes each. */
export const LOG_KEY = 'log.key';
export const LOG_SECRET = randomSecret(96);

/** The keys of the log in the bytes of their file. @param file 96 bytes */
export function logKeysIn(file: Uint8Array): LogKeys {
  const [saltKey, key, timeKey] = [file.slice(0, 32), file.slice(32, 64), file.slice(64)];
  return { saltKey, signer: seedSigner(key), timeSigner: seedSigner(timeKey) };
}

/** The file as it follows from the key that was once common to all services (RFC 5869), and that does not from it. */
export const logKeyFrom = (common: Uint8Array): Uint8Array =>
  Buffer.concat(
    ['salts', 'key', 'time key'].map((purpose) =>
      Buffer.from(hkdfSync('sha256', common, '', `parley audit log ${purpose}`, 32)),
    ),
  );

/**
 * The keys of the log among the files of an installation's keys, where there are any. Nothing is made.
 * @param read gives a file by its name
 * @throws KeyFileError for a file of another length
 */
export function logKeysAmong(read: (name: string) => Uint8Array | undefined): LogKeys | undefined {
  const [file, common] = [read(LOG_KEY), read(FORMER_COMMON_KEY)];
  if (file) return logKeysIn(secretIn(file, LOG_KEY, LOG_SECRET));
  return common && logKeysIn(logKeyFrom(secretIn(common, FORMER_COMMON_KEY, COMMON_SECRET)));
}

/**
 * The keys of the log in a folder of keys, where there are any.
 * @throws KeyFileError for a file of another length; the error of the file system
 */
export function logKeysOf(keysDir: string): LogKeys | undefined {
  const file = secretIfThere(path.join(keysDir, LOG_KEY), LOG_SECRET);
  const common = file ? undefined : commonKeyIn(keysDir);
  return (file && logKeysIn(file)) ?? (common && logKeysIn(logKeyFrom(common)));
}
