import type { PartyJwk, Sha256 } from '@parley/kernel';
import { concat, fromUtf8, sameBytes, toBase64Url, utf8 } from '@parley/transparency/offline';
import { rawOfDer } from './ecdsa-der';
import type { PasskeyAssertion } from './passkey-assertion';
import type { SignatureChecks } from './signature-checks';

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
 * @param checks with which it checks; `nodeSignatureChecks` in Node
 * @returns what is wrong first; `undefined` where it holds
 */
export async function assertionFault(
  assertion: PasskeyAssertion,
  { jwk, digest, origin }: AskedOfPasskey,
  checks: SignatureChecks,
): Promise<AssertionFault | undefined> {
  const { authenticatorData, clientData } = assertion;
  const client = clientDataIn(clientData);
  const flags = authenticatorData[FLAGS_AT] ?? 0;
  const more = authenticatorData.length - PLAIN_BYTES;
  const isWhole = (flags & EXTENDED) === 0 ? more === 0 : more > 0;
  if (!client || !isWhole || (flags & ATTESTED) !== 0) return 'malformed';
  if (client.type !== 'webauthn.get') return 'malformed';
  if (client.origin !== origin || client.isWithinAnother || !(await isOfHost(authenticatorData, origin, checks)))
    return 'another-origin';
  if ((flags & PRESENT) === 0 || (flags & VERIFIED) === 0) return 'user-not-verified';
  if (client.challenge !== toBase64Url(bytesOf(digest))) return 'another-act';
  return (await isBy(jwk, assertion, checks)) ? undefined : 'forged';
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
  const text = fromUtf8(bytes) ?? '';
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

async function isOfHost(authenticatorData: Uint8Array, origin: string, { digest }: SignatureChecks): Promise<boolean> {
  if (!URL.canParse(origin)) return false;
  return sameBytes(await digest(utf8(new URL(origin).hostname)), authenticatorData.subarray(0, ID_BYTES));
}

async function isBy(
  jwk: PartyJwk,
  { authenticatorData, clientData, signature }: PasskeyAssertion,
  { digest, verify }: SignatureChecks,
): Promise<boolean> {
  const raw = jwk.kty === 'EC' ? rawOfDer(signature) : signature;
  return raw !== undefined && verify(jwk, concat(authenticatorData, await digest(clientData)), raw);
}

const bytesOf = (hex: Sha256): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
