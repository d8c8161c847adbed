import { fromBase64Url, toBase64Url } from '@parley/transparency/offline';

/** What a passkey answers when it is asked to sign (WebAuthn Level 3, `AuthenticatorAssertionResponse`). */
export interface PasskeyAssertion {
  /** RFC 7638 thumbprint of the passkey's public key. */
  readonly key: string;
  readonly authenticatorData: Uint8Array;
  /** `clientDataJSON`, byte for byte: what was signed is its digest. */
  readonly clientData: Uint8Array;
  /** DER for ES256 (WebAuthn Level 3, 6.5.5), 64 bytes for EdDSA. */
  readonly signature: Uint8Array;
}

const SCHEME = 'webauthn ';
const THUMBPRINT = /^[\w-]{43}$/;
/** Far above what an assertion without extensions takes: some 500 characters. */
const MOST_CHARACTERS = 2_000;

/** Whether a signature claims to be by a passkey. */
export const isAssertion = (text: string): boolean => text.startsWith(SCHEME);

/**
 * Writes an assertion as it stands in `Parley-Signature` and in the event of its act:
 * `webauthn <key>.<authenticatorData>.<clientDataJSON>.<signature>`, the last three in base64url.
 */
export function writeAssertion({ key, authenticatorData, clientData, signature }: PasskeyAssertion): string {
  return SCHEME + [key, ...[authenticatorData, clientData, signature].map(toBase64Url)].join('.');
}

/** Reads an assertion. @returns `undefined` for anything that `writeAssertion` would write otherwise, or too long */
export function readAssertion(text: string): PasskeyAssertion | undefined {
  if (text.length > MOST_CHARACTERS || !isAssertion(text)) return undefined;
  const [key = '', ...parts] = text.slice(SCHEME.length).split('.');
  const [authenticatorData, clientData, signature, ...more] = parts.map(fromBase64Url);
  if (!authenticatorData || !clientData || !signature || more.length > 0 || !THUMBPRINT.test(key)) return undefined;
  // A second spelling of the same bytes would be a second signature, and `fromBase64Url` reads none.
  return { key, authenticatorData, clientData, signature };
}
