import type { PersonCaller } from '@parley/access';
import { ROLES, type PartyCode, type PersonId } from '@parley/kernel';
import { LRUCache } from 'lru-cache';
import { createRemoteJWKSet, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';

/** Finds out who a bearer token speaks for. */
export interface TokenVerifier {
  /** @throws when the token is expired, altered, or not for this service */
  verify(token: string): Promise<PersonCaller>;
}

export interface TokenRules {
  /** The only issuer accepted. */
  readonly issuer: string;
  /** Must be among the token's audiences. */
  readonly audience: string;
  /** Codes of the two parties: a token that names another party is refused. */
  readonly parties: readonly PartyCode[];
  /** The issuer's public keys. */
  readonly keys: JWTVerifyGetKey;
}

/** Only signatures by a key pair are accepted: a secret shared with the issuer would let every service make tokens. */
const ALGORITHMS = ['ES256', 'ES384', 'EdDSA', 'Ed25519', 'RS256', 'PS256'];
const CLOCK_SKEW_SECONDS = 30;
/**
 * Checking a signature costs as much as all the rest of a small request, so a verified token is remembered. It is
 * remembered only for a minute, so that a withdrawn key does not count for longer.
 */
const REMEMBERED = 1_000;
const REMEMBERED_FOR = 60_000;

/**
 * Verifies JWTs (RFC 7519) whose claims are `sub`, `party` (absent for a person whom no side appointed) and `roles`.
 * Expiry is by real time.
 */
export function createTokenVerifier({ issuer, audience, parties, keys }: TokenRules): TokenVerifier {
  const verified = new LRUCache<string, PersonCaller>({ max: REMEMBERED });
  const rules = {
    issuer,
    audience,
    algorithms: ALGORITHMS,
    clockTolerance: CLOCK_SKEW_SECONDS,
    requiredClaims: ['sub', 'exp'],
  };
  return {
    async verify(token) {
      const known = verified.get(token);
      if (known) return known;
      const { payload } = await jwtVerify(token, keys, rules);
      const caller = callerOf(payload, parties);
      const lifeLeft = (payload.exp ?? 0) * 1_000 - Date.now();
      if (lifeLeft > 0) verified.set(token, caller, { ttl: Math.min(lifeLeft, REMEMBERED_FOR) });
      return caller;
    },
  };
}

/** The keys behind an issuer's `jwks_uri`, fetched when first needed, and again when a token names an unknown key. */
export const remoteKeys = (jwksUri: string): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: 5_000 });

function callerOf({ sub, party, roles }: JWTPayload, parties: readonly PartyCode[]): PersonCaller {
  if (sub === undefined || !/^[\x21-\x7e]{1,200}$/.test(sub))
    throw new TypeError('the claim sub is not a printable text');
  const appointedBy = parties.find((code) => code === party) ?? null;
  if (appointedBy === null && party !== undefined && party !== null)
    throw new TypeError('the claim party names neither party');
  const claimed: readonly unknown[] = Array.isArray(roles) ? roles : [];
  return {
    kind: 'person',
    personId: sub as PersonId,
    party: appointedBy,
    roles: ROLES.filter((role) => claimed.includes(role)),
  };
}
