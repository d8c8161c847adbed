import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { PartyCode, Role } from '@parley/kernel';
import { createTokenVerifier, type TokenVerifier } from './token-verifier';

export interface TokenClaims {
  readonly sub: string;
  readonly party?: string;
  readonly roles?: readonly Role[];
}

/** An issuer that lives in this process, for specs: its verifier trusts nothing but the tokens that it signs itself. */
export interface MemoryIssuer {
  readonly verifier: TokenVerifier;
  /** A token of one hour. */
  token(claims: TokenClaims): Promise<string>;
  /** The value of `Authorization`. */
  bearer(claims: TokenClaims): Promise<string>;
}

/** The two parties and some others, so that specs can ask what rules say to a stranger whose token was let through. */
const PARTIES = ['US', 'CN', 'FR', 'XX'] as PartyCode[];

/** Makes an issuer with a key of its own that is kept nowhere. */
export async function createMemoryIssuer(): Promise<MemoryIssuer> {
  const [issuer, audience] = ['memory:issuer', 'memory:api'];
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'memory', alg: 'EdDSA' }] });
  const token = ({ sub, ...claims }: TokenClaims): Promise<string> =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'memory' })
      .setSubject(sub)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey);
  return {
    verifier: createTokenVerifier({ issuer, audience, parties: PARTIES, keys }),
    token,
    bearer: async (claims) => `Bearer ${await token(claims)}`,
  };
}
