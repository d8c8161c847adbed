import { createHash, createPublicKey, verify } from 'node:crypto';
import type { SignatureChecks } from './signature-checks';

/** The primitives of `node:crypto`. */
export const nodeSignatureChecks: SignatureChecks = {
  digest: (bytes) => createHash('sha256').update(bytes).digest(),
  verify: (jwk, message, signature) => {
    try {
      const key = createPublicKey({ format: 'jwk', key: { ...jwk } });
      return jwk.kty === 'EC'
        ? verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature)
        : verify(null, message, key, signature);
    } catch {
      return false;
    }
  },
};
