import { createHash, createPublicKey } from 'node:crypto';
import { canonicalJson, type Instant, type PartyCode, type PartyJwk, type PersonId } from '@parley/kernel';

/** A key of a side, and the time in which it is in force. */
export interface PartyKey {
  readonly party: PartyCode;
  /** RFC 7638 thumbprint, by which signatures name it (`kid`). */
  readonly thumbprint: string;
  readonly jwk: PartyJwk;
  readonly from: Instant;
  /** First instant at which it is over; `null` while no end is recorded. */
  readonly endsAt: Instant | null;
  /** Whether acts in the side's name are refused without a signature while it is in force. */
  readonly required: boolean;
  /** The person whose key it is, and nobody else's; `null` for a key by which all persons of the side sign. */
  readonly personId: PersonId | null;
  /** Whether it is a passkey, which signs by WebAuthn assertions alone; every other key signs by JWS alone. */
  readonly isPasskey: boolean;
}

/** The keys of the parties, as a service knows them. */
export interface PartyKeys {
  /**
   * The key of a side with a thumbprint, in force or not, by all that is on record up to an instant.
   * @returns `undefined` where that side registered none; `unheard` where what was recorded by then is not known here
   */
  find(party: PartyCode, thumbprint: string, at: Instant): Promise<PartyKey | undefined | 'unheard'>;
  /**
   * Whether a side requires signatures of itself at an instant, as far as that is known here. An act that is taken
   * unsigned before it is heard stands, and says that it is not signed.
   */
  requires(party: PartyCode, at: Instant): Promise<boolean>;
}

/** The keys of an installation whose sides registered none. */
export const noPartyKeys: PartyKeys = {
  find: () => Promise.resolve(undefined),
  requires: () => Promise.resolve(false),
};

/** True while a key is in force: from its beginning on, and not at its end any more. */
export const keyInForce = ({ from, endsAt }: Pick<PartyKey, 'from' | 'endsAt'>, at: Instant): boolean =>
  from <= at && (endsAt === null || at < endsAt);

/** The RFC 7638 thumbprint of a key: base64url SHA-256 of its required members. */
export const thumbprintOf = (jwk: PartyJwk): string =>
  createHash('sha256')
    .update(canonicalJson(membersOf(jwk)))
    .digest('base64url');

/** The members that make a key, without what else came with them. */
export const membersOf = (jwk: PartyJwk): PartyJwk =>
  jwk.kty === 'OKP' ? { kty: 'OKP', crv: 'Ed25519', x: jwk.x } : { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y };

/** Whether signatures can be checked by a key: its point is on the curve, and written in the one way. */
export function isSoundKey(jwk: PartyJwk): boolean {
  const { x, y = '' } = jwk as { readonly x: string; readonly y?: string };
  // In another spelling the same key would have another thumbprint.
  if (![x, y].every((text) => Buffer.from(text, 'base64url').toString('base64url') === text)) return false;
  try {
    createPublicKey({ format: 'jwk', key: membersOf(jwk) });
    return true;
  } catch {
    return false;
  }
}
