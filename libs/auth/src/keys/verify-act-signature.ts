import { digestOfAct, textOfAct, type ActSignature, type SignedAct } from '@parley/event-store';
import type { Instant, PartyCode } from '@parley/kernel';
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { keyInForce, type PartyKey, type PartyKeys } from './party-key';

/** Ed25519 under both of its names, and ECDSA on P-256. */
const ALGORITHMS: readonly string[] = ['EdDSA', 'Ed25519', 'ES256'];
/** Far above what a signature by any of these takes. */
const MOST_CHARACTERS = 2_000;

/** What an act that came with a signature is, before it is known by which key. */
export interface ComingAct extends Omit<SignedAct, 'key'> {
  readonly receivedAt: Instant;
  /** The side that appointed who acts; `null` for somebody of neither. */
  readonly party: PartyCode | null;
}

/** Why a signature is refused. */
export type SignatureFault =
  | { readonly kind: 'malformed' }
  | { readonly kind: 'unknown-key' }
  /** What the sides did with their keys by then was not heard in time. Sent again, it may be. */
  | { readonly kind: 'unheard' }
  | { readonly kind: 'not-in-force'; readonly key: PartyKey }
  /** It is over another digest than that of this act, whose text is told. */
  | { readonly kind: 'another-act'; readonly text: string }
  | { readonly kind: 'forged' };

/**
 * Checks the signature with which an act came: a compact JWS over the digest of this very act, by a key of the side of
 * who acts that was in force when the act was received.
 * @returns what goes on record, or what is wrong
 */
export async function verifyActSignature(
  jws: string,
  { receivedAt, party, ...coming }: ComingAct,
  keys: Pick<PartyKeys, 'find'>,
): Promise<ActSignature | SignatureFault> {
  const thumbprint = keyNamedIn(jws);
  if (thumbprint === undefined) return { kind: 'malformed' };
  const key = party === null ? undefined : await keys.find(party, thumbprint, receivedAt);
  if (key === 'unheard') return { kind: 'unheard' };
  if (!key) return { kind: 'unknown-key' };
  if (!keyInForce(key, receivedAt)) return { kind: 'not-in-force', key };
  const signed = { ...coming, key: thumbprint };
  if (payloadOf(jws) !== digestOfAct(signed)) return { kind: 'another-act', text: textOfAct(signed) };
  const { act, case: of, once } = coming;
  return (await isBy(key, jws)) ? { act, case: of, jws, key: thumbprint, once } : { kind: 'forged' };
}

/** The key that a JWS names; `undefined` for anything that is no compact JWS by one of the algorithms. */
function keyNamedIn(jws: string): string | undefined {
  const parts = jws.split('.');
  // A second spelling of the same bytes would be a second signature.
  const isCanonical = parts.every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
  if (jws.length > MOST_CHARACTERS || parts.length !== 3 || parts.includes('') || !isCanonical) return undefined;
  try {
    const { alg, kid, crit } = decodeProtectedHeader(jws);
    return alg !== undefined && ALGORITHMS.includes(alg) && crit === undefined ? kid : undefined;
  } catch {
    return undefined;
  }
}

const payloadOf = (jws: string): string => Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString();

async function isBy({ jwk }: PartyKey, jws: string): Promise<boolean> {
  try {
    const key = await importJWK({ ...jwk }, jwk.kty === 'EC' ? 'ES256' : 'EdDSA');
    await compactVerify(jws, key, { algorithms: [...ALGORITHMS] });
    return true;
  } catch {
    return false;
  }
}
