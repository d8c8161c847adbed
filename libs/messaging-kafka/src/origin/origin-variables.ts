import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { required, type Setting, type SettingsOf, type Wrong } from '@parley/http';
import { TELLING_CONTEXTS } from '../topics';
import { keyIdOf } from './message-signer';
import { OriginKeys, type OriginKey } from './origin-keys';

const privateKeySetting = (name: string): Setting<KeyObject | undefined> => ({
  name,
  read: (pem): KeyObject | undefined | Wrong => {
    if (pem === undefined) return undefined;
    const key = keyUnless(() => createPrivateKey(pem));
    return key ?? { wrong: 'must be an Ed25519 private key in PEM' };
  },
});

const publicKeysSetting = (name: string): Setting<OriginKeys | undefined> => ({
  name,
  read: (text): OriginKeys | undefined | Wrong => {
    if (text === undefined) return undefined;
    const lines = text.split('\n').flatMap((line) => (/^\s*(#|$)/.test(line) ? [] : [line.trim()]));
    const keys = lines.map(keyIn);
    const read = keys.filter((key) => key !== undefined);
    if (read.length < keys.length)
      return { wrong: `must have a context and a base64 Ed25519 public key (SPKI) in each line: ${CONTEXTS}` };
    const missing = TELLING_CONTEXTS.filter((context) => !read.some((key) => key.context === context));
    if (missing.length > 0) return { wrong: `has no key of ${missing.join(', ')}` };
    const owners = new Map(read.map(({ key, context }) => [keyIdOf(key), context]));
    return read.every(({ key, context }) => owners.get(keyIdOf(key)) === context)
      ? new OriginKeys(read)
      : { wrong: 'gives one key to two contexts, and either could speak for the other' };
  },
});

/** The environment variables that say whose a message is. */
export const ORIGIN_VARIABLES = {
  messageKey: required(privateKeySetting('PARLEY_MESSAGE_KEY')),
  messagePublicKeys: required(publicKeysSetting('PARLEY_MESSAGE_PUBLIC_KEYS')),
} as const;

/** What `readSettings` makes of `ORIGIN_VARIABLES`. */
export type OriginVariables = SettingsOf<typeof ORIGIN_VARIABLES>;

/** The text of `PARLEY_MESSAGE_PUBLIC_KEYS`: a line for each key. */
export const publicKeysText = (keys: readonly OriginKey[]): string =>
  keys
    .map(({ context, key }) => `${context} ${key.export({ format: 'der', type: 'spki' }).toString('base64')}\n`)
    .join('');

const CONTEXTS = TELLING_CONTEXTS.join(', ');

function keyIn(line: string): OriginKey | undefined {
  const [context, spki = '', ...more] = line.split(/\s+/);
  const known = TELLING_CONTEXTS.find((each) => each === context);
  if (known === undefined || more.length > 0) return undefined;
  const key = keyUnless(() => createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' }));
  return key && { context: known, key };
}

function keyUnless(read: () => KeyObject): KeyObject | undefined {
  try {
    const key = read();
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}
