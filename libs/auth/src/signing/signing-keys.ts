import type { Instant } from '@parley/kernel';
import { publicJwk } from './ed25519.signer';
import type { PublicJwk } from './signer';

/** A key of the registry that was taken into use, as its register tells it. */
export interface TakenKey {
  /** The public key of Ed25519, base64url. */
  readonly x: string;
  /** First instant at which it signs; `null` for the one with which the record was begun. */
  readonly from: Instant | null;
  /** A compact JWS by the key before it; `null` for the first, and where that one was lost. */
  readonly signature: string | null;
}

/** A key of the registry, with its time. */
export interface SigningKey extends Omit<TakenKey, 'x'> {
  readonly key: PublicJwk;
  /** First instant at which it signs no more; `null` while it is in use. */
  readonly until: Instant | null;
}

/** A key as it is told to everybody: `webhooks` signs what is pushed by the audit, `receipts` all else. */
export interface ToldKey extends SigningKey {
  readonly signs: 'receipts' | 'webhooks';
}

/** Keys with their time, in the order in which they were taken into use. Each ends when the next one begins. */
export const signingKeys = (taken: readonly TakenKey[]): readonly SigningKey[] =>
  taken.map(({ x, ...rest }, index) => ({ key: publicJwk(x), ...rest, until: taken[index + 1]?.from ?? null }));

/** The keys as they were known at an instant, so that what is made of them is the same at any later time. */
export const signingKeysAt = (keys: readonly SigningKey[], instant: Instant): readonly SigningKey[] =>
  keys
    .filter(({ from }) => from === null || from <= instant)
    .map((each) => (each.until !== null && each.until > instant ? { ...each, until: null } : each));
