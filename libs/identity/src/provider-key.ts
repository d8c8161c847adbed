import { createHash, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { canonicalJson } from '@parley/kernel';
import { type IssuerName, keptSecret, type SecretForm } from '@parley/auth';

/** An ES256 key as JWK, including its private part. */
export interface ProviderKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly d: string;
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
}

/**
 * A provider's own signing key, made at the first start and kept in the folder of keys, so that a token outlives a
 * restart.
 * @throws KeyFileError for a file that is no such key; the error of the file system
 */
export const providerKey = (keysDir: string, of: IssuerName): ProviderKey =>
  keptSecret(join(keysDir, `demonstration-provider-${of.toLowerCase()}.jwk`), PROVIDER_JWK);

const PROVIDER_JWK: SecretForm<ProviderKey> = {
  expected: 'a private ES256 key as JWK',
  make: () => JSON.stringify(makeKey()),
  read: (bytes) => {
    try {
      const jwk = JSON.parse(Buffer.from(bytes).toString('utf8')) as ProviderKey;
      const { asymmetricKeyDetails } = createPrivateKey({ key: { ...jwk }, format: 'jwk' });
      return asymmetricKeyDetails?.namedCurve === 'prime256v1' ? jwk : undefined;
    } catch {
      return undefined;
    }
  },
};

function makeKey(): ProviderKey {
  const { kty, crv, x, y, d } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  if (!kty || !crv || !x || !y || !d) throw new TypeError('the new key has no JWK form');
  const kid = createHash('sha256').update(canonicalJson({ crv, kty, x, y })).digest('base64url');
  return { kty, crv, x, y, d, kid, alg: 'ES256', use: 'sig' };
}
