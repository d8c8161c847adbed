import {
  assertionFault,
  digestOfAct,
  isAssertion,
  nodeSignatureChecks,
  readAssertion,
  textOfAct,
  type ActSignature,
  type AssertionFault,
  type SignedAct,
} from '@parley/event-store';
import type { Instant, PartyCode, PersonId } from '@parley/kernel';
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
  /** Who acts. */
  readonly personId: PersonId;
  /** Origin of the installation, on whose pages passkeys sign. */
  readonly origin: string;
}

/** Why a signature is refused. */
export type SignatureFault =
  | { readonly kind: 'malformed' }
  | { readonly kind: 'unknown-key' }
  /** What the sides did with their keys by then was not heard in time. Sent again, it may be. */
  | { readonly kind: 'unheard' }
  | { readonly kind: 'not-in-force'; readonly key: PartyKey }
  /** It is the key of one person, and another one acts. */
  | { readonly kind: 'another-person' }
  /** It is over another digest than that of this act, whose text is told. */
  | { readonly kind: 'another-act'; readonly text: string }
  /** The passkey was asked on another page than one of this installation, or for another relying party. */
  | { readonly kind: 'another-origin' }
  /** The device did not verify who used the passkey. */
  | { readonly kind: 'user-not-verified' }
  | { readonly kind: 'forged' };

/**
 * Checks the signature with which an act came: over the digest of this very act, by a key that was in force when the
 * act was received, and is of the side of who acts, or of who acts alone. A passkey signs by a WebAuthn assertion,
 * every other key by a compact JWS.
 * @returns what goes on record, or what is wrong
 */
export async function verifyActSignature(
  signature: string,
  { receivedAt, party, personId, origin, ...coming }: ComingAct,
  keys: Pick<PartyKeys, 'find'>,
): Promise<ActSignature | SignatureFault> {
  const thumbprint = isAssertion(signature) ? readAssertion(signature)?.key : keyNamedIn(signature);
  if (thumbprint === undefined) return { kind: 'malformed' };
  const key = party === null ? undefined : await keys.find(party, thumbprint, receivedAt);
  if (key === 'unheard') return { kind: 'unheard' };
  if (!key) return { kind: 'unknown-key' };
  if (key.personId !== null && key.personId !== personId) return { kind: 'another-person' };
  if (!keyInForce(key, receivedAt)) return { kind: 'not-in-force', key };
  if (key.isPasskey !== isAssertion(signature)) return { kind: 'malformed' };
  const signed = { ...coming, key: thumbprint };
  const fault = key.isPasskey
    ? await faultOfAssertion(signature, key, signed, origin)
    : await faultOfJws(signature, key, signed);
  if (fault === 'another-act') return { kind: fault, text: textOfAct(signed) };
  if (fault !== undefined) return { kind: fault };
  const { act, case: of, once } = coming;
  const made = key.isPasskey ? { assertion: signature } : { jws: signature };
  return { act, case: of, key: thumbprint, once, ...made };
}

async function faultOfAssertion(
  text: string,
  { jwk }: PartyKey,
  act: SignedAct,
  origin: string,
): Promise<AssertionFault | undefined> {
  const assertion = readAssertion(text);
  return assertion
    ? assertionFault(assertion, { jwk, digest: digestOfAct(act), origin }, nodeSignatureChecks)
    : 'malformed';
}

async function faultOfJws(jws: string, key: PartyKey, act: SignedAct): Promise<'another-act' | 'forged' | undefined> {
  if (payloadOf(jws) !== digestOfAct(act)) return 'another-act';
  return (await isBy(key, jws)) ? undefined : 'forged';
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
