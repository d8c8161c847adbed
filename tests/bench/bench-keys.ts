import { generateKeyPairSync } from 'node:crypto';
import { messageSigner, OriginKeys, type MessageSigner } from '@parley/messaging-kafka';

/** Who signs a context's messages in a measurement, and who knows it. */
export interface BenchKeys {
  readonly signerOf: () => MessageSigner;
  readonly origins: OriginKeys;
}

export function benchKeys(context: string): BenchKeys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signer = messageSigner(privateKey);
  return { signerOf: () => signer, origins: new OriginKeys([{ context, key: publicKey }]) };
}
