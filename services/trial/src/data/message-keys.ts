import { createPublicKey } from 'node:crypto';
import path from 'node:path';
import { ED25519_PEM, keptSecret } from '@parley/auth';
import { publicKeysText, TELLING_CONTEXTS } from '@parley/messaging-kafka';

/** The keys with which the services of a data folder sign what they tell. */
export interface MessageKeys {
  /** The file of a context's private key, which its processes alone are told of. */
  readonly fileOf: (context: string) => string;
  /** The public keys of all, in the form of the services' setting. */
  readonly publicKeys: string;
}

/**
 * The keys in a folder. They are made at the first start, and kept, since topics keep what they signed.
 * @throws KeyFileError for a file that is no key; the error of the file system when that cannot be done
 */
export function messageKeys(folder: string): MessageKeys {
  const fileOf = (context: string): string => path.join(folder, `${context}.pem`);
  const keys = TELLING_CONTEXTS.map((context) => ({
    context,
    key: createPublicKey(keptSecret(fileOf(context), ED25519_PEM)),
  }));
  return { fileOf, publicKeys: publicKeysText(keys) };
}
