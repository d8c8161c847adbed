import type { PersonCaller } from '@parley/access';
import { LRUCache } from 'lru-cache';
import { createRemoteJWKSet, customFetch, decodeJwt, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { askIssuer } from './ask-issuer';
import { faultIn, type IssuerName, SECRETARIAT, TokenRefusedError } from './token-refused.error';
import { vouchedPerson } from './vouched-person';

/** Finds out who a bearer token speaks for. */
export interface TokenVerifier {
  /** @throws TokenRefusedError when it is not to be believed */
  verify(token: string): Promise<PersonCaller>;
}

/** One of the issuers whose tokens are trusted, each for its own people. */
export interface IssuerKeys {
  /** The party whose people it vouches for, or the secretariat. */
  readonly of: IssuerName;
  /** Its address, letter by letter as its tokens name it. */
  readonly issuer: string;
  /** Its public keys; no other issuer's token is checked by them. */
  readonly keys: JWTVerifyGetKey;
}

export interface TokenRules {
  /** One for each party and one for the secretariat. */
  readonly issuers: readonly IssuerKeys[];
  /** Must be among the token's audiences. */
  readonly audience: string;
}

/** Only signatures by a key pair are accepted: a secret shared with the issuer would let every service make tokens. */
const ALGORITHMS = ['ES256', 'ES384', 'EdDSA', 'Ed25519', 'RS256', 'PS256'];
/** The longest time, in seconds, from a token's issue to its end: for so long it counts though it was withdrawn. */
export const LONGEST_LIFE = 900;
const CLOCK_SKEW_SECONDS = 30;
/** Milliseconds for which an issuer's keys are not asked for again; so long a key counts that it has withdrawn. */
const KEYS_KEPT_FOR = 600_000;
/**
 * Checking a signature costs as much as all the rest of a small request, so a verified token is remembered. It is
 * remembered only for a minute, so that a withdrawn key does not count for much longer than it is kept.
 */
const REMEMBERED = 1_000;
const REMEMBERED_FOR = 60_000;

/**
 * Verifies access tokens (RFC 9068) whose claims are `sub`, `party` (absent for a person whom no side appointed) and
 * `roles`. Expiry is by real time.
 */
export function createTokenVerifier({ issuers, audience }: TokenRules): TokenVerifier {
  const verified = new LRUCache<string, PersonCaller>({ max: REMEMBERED });
  const parties = issuers.flatMap(({ of }) => (of === SECRETARIAT ? [] : [of]));
  const rules = {
    audience,
    algorithms: ALGORITHMS,
    typ: 'at+jwt',
    clockTolerance: CLOCK_SKEW_SECONDS,
    maxTokenAge: LONGEST_LIFE,
    requiredClaims: ['sub', 'iat', 'exp'],
  };
  return {
    async verify(token) {
      const known = verified.get(token);
      if (known) return known;
      const named = issuerNamedIn(token);
      const trusted = issuers.find(({ issuer }) => issuer === named);
      if (!trusted) throw new TokenRefusedError('issuer-unknown');
      const { of, issuer, keys } = trusted;
      const { payload } = await jwtVerify(token, keys, { ...rules, issuer }).catch((error: unknown) => {
        throw new TokenRefusedError(faultIn(error), of);
      });
      if (lifeOf(payload) > LONGEST_LIFE) throw new TokenRefusedError('lives-too-long', of);
      const caller = vouchedPerson(payload, of, parties);
      const lifeLeft = (payload.exp ?? 0) * 1_000 - Date.now();
      if (lifeLeft > 0) verified.set(token, caller, { ttl: Math.min(lifeLeft, REMEMBERED_FOR) });
      return caller;
    },
  };
}

/** The keys behind an issuer's `jwks_uri`, fetched when first needed, and again when a token names an unknown key. */
export const remoteKeys = (jwksUri: string): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(jwksUri), {
    timeoutDuration: 5_000,
    cacheMaxAge: KEYS_KEPT_FOR,
    [customFetch]: askIssuer,
  });

/** The issuer that a token says it is of. It only chooses the keys that the token is then checked by. */
function issuerNamedIn(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    throw new TokenRefusedError('malformed');
  }
}

/** Seconds. */
const lifeOf = ({ iat, exp }: JWTPayload): number => (exp ?? Infinity) - (iat ?? 0);
