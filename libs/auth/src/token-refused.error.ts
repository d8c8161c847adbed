import type { PartyCode } from '@parley/kernel';
import { errors } from 'jose';

/** Why a token is not believed. */
export const TOKEN_FAULTS = [
  'malformed',
  'issuer-unknown',
  'keys-unavailable',
  'signature-invalid',
  'type-not-access-token',
  'for-another-service',
  'claims-missing',
  'expired',
  'not-valid-yet',
  'lives-too-long',
  'subject-unusable',
  'party-of-another-issuer',
  'role-of-another-issuer',
] as const;
export type TokenFault = (typeof TOKEN_FAULTS)[number];

export const SECRETARIAT = 'secretariat' as const;
/** Whose issuer it is: a party's, by its code, or the secretariat's. */
export type IssuerName = PartyCode | typeof SECRETARIAT;

/** A token is not believed. */
export class TokenRefusedError extends Error {
  override readonly name = 'TokenRefusedError';

  /** @param issuer whose issuer the token names; none when it is nobody's */
  constructor(
    readonly fault: TokenFault,
    readonly issuer?: IssuerName,
  ) {
    super(fault);
  }
}

/** What the library that checks signatures and times found wrong. */
export function faultIn(error: unknown): TokenFault {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return faultOfClaim(error);
  if (error instanceof errors.JWTInvalid || error instanceof errors.JWSInvalid) return 'malformed';
  return OF_SIGNATURES.some((kind) => error instanceof kind) ? 'signature-invalid' : 'keys-unavailable';
}

const OF_SIGNATURES = [
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSMultipleMatchingKeys,
  errors.JWKSNoMatchingKey,
  errors.JWSSignatureVerificationFailed,
];

function faultOfClaim({ claim, reason }: errors.JWTClaimValidationFailed): TokenFault {
  if (claim === 'typ') return 'type-not-access-token';
  if (reason === 'missing') return 'claims-missing';
  if (claim === 'aud') return 'for-another-service';
  return claim === 'nbf' || claim === 'iat' ? 'not-valid-yet' : 'malformed';
}
