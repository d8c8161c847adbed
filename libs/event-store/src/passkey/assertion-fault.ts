import { createHash, createPublicKey, verify } from 'node:crypto';
import type { PartyJwk, Sha256 } from '@parley/kernel';
import type { PasskeyAssertion } from './passkey-assertion';

/** What an assertion is checked against. */
export interface AskedOfPasskey {
  readonly jwk: PartyJwk;
  /** The digest of the act: the challenge. */
  readonly digest: Sha256;
  /**
   * Origin of the page on which the passkey was asked, such as `https://parley.example`. Its host is the id of the
   * relying party.
   */
  readonly origin: string;
}

/** Why an assertion does not sign what it is to sign. */
export type AssertionFault = 'malformed' | 'another-origin' | 'user-not-verified' | 'another-act' | 'forged';

/** Bytes of `authenticatorData` (WebAuthn Level 3, 6.1): digest of the relying party's id, flags, counter. */
const [ID_BYTES, FLAGS_AT, PLAIN_BYTES] = [32, 32, 37];
const [PRESENT, VERIFIED, ATTESTED, EXTENDED] = [0x01, 0x04, 0x40, 0x80];

/**
 * Checks an assertion as WebAuthn Level 3, 7.2 has it, with the user verified and never from within another page. The
 * counter is not looked at: passkeys that are synchronised have none, and each act is signed for once.
 * @returns what is wrong first; `undefined` where it holds
 */
export function assertionFault(
  assertion: PasskeyAssertion,
  { jwk, digest, origin }: AskedOfPasskey,
): AssertionFault | undefined {
  const { authenticatorData, clientData } = assertion;
  const client = clientDataIn(clientData);
  const flags = authenticatorData[FLAGS_AT] ?? 0;
  const more = authenticatorData.length - PLAIN_BYTES;
  const isWhole = (flags & EXTENDED) === 0 ? more === 0 : more > 0;
  if (!client || !isWhole || (flags & ATTESTED) !== 0) return 'malformed';
  if (client.type !== 'webauthn.get') return 'malformed';
  if (client.origin !== origin || client.isWithinAnother || !isOfHost(authenticatorData, origin))
    return 'another-origin';
  if ((flags & PRESENT) === 0 || (flags & VERIFIED) === 0) return 'user-not-verified';
  if (client.challenge !== Buffer.from(digest, 'hex').toString('base64url')) return 'another-act';
  return isBy(jwk, assertion) ? undefined : 'forged';
}

/** Where a passkey says that it was asked; `undefined` for what is no client data. */
export const originOf = ({ clientData }: Pick<PasskeyAssertion, 'clientData'>): string | undefined =>
  clientDataIn(clientData)?.origin;

interface ClientData {
  readonly type: string;
  readonly challenge: string;
  readonly origin: string;
  /** Asked in a frame of another site's page. */
  readonly isWithinAnother: boolean;
}

/**
 * Reads client data that begins as WebAuthn Level 3, 5.8.1.1 has every browser write it. So no reader of JSON can find
 * another type, challenge or origin in it, as where a name stands twice. Some browsers leave `crossOrigin` out.
 */
function clientDataIn(bytes: Uint8Array): ClientData | undefined {
  const text = Buffer.from(bytes).toString();
  const { type, challenge, origin, crossOrigin = false, topOrigin } = objectIn(text);
  if (typeof type !== 'string' || typeof challenge !== 'string' || typeof origin !== 'string') return undefined;
  if (typeof crossOrigin !== 'boolean') return undefined;
  const begins = JSON.stringify({ type, challenge, origin }).slice(0, -1);
  if (!text.startsWith(`${begins}}`) && !text.startsWith(`${begins},`)) return undefined;
  return { type, challenge, origin, isWithinAnother: crossOrigin || topOrigin !== undefined };
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(text) ?? {}) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

function isOfHost(authenticatorData: Uint8Array, origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const expected = createHash('sha256').update(new URL(origin).hostname).digest();
  return expected.equals(authenticatorData.subarray(0, ID_BYTES));
}

function isBy(jwk: PartyJwk, { authenticatorData, clientData, signature }: PasskeyAssertion): boolean {
  const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]);
  try {
    const key = createPublicKey({ format: 'jwk', key: { ...jwk } });
    return verify(jwk.kty === 'EC' ? 'sha256' : null, signed, key, signature);
  } catch {
    return false;
  }
}
