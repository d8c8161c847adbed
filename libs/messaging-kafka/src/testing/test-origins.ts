import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { messageSigner, type MessageSigner } from '../origin/message-signer';
import { OriginKeys } from '../origin/origin-keys';
import { TELLING_CONTEXTS } from '../topics';

const PRIVATE: ReadonlyMap<string, KeyObject> = new Map(
  TELLING_CONTEXTS.map((context) => [context, generateKeyPairSync('ed25519').privateKey]),
);

/** Signs for one context of a spec's process. @throws RangeError for a context that tells nothing */
export function testSigner(context: string): MessageSigner {
  const key = PRIVATE.get(context);
  if (!key) throw new RangeError(`${context} tells nothing`);
  return messageSigner(key);
}

/** The public keys of all contexts of a spec's process. */
export const TEST_ORIGINS = new OriginKeys(
  [...PRIVATE].map(([context, key]) => ({ context, key: createPublicKey(key) })),
);
