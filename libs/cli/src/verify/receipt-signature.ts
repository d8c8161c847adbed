import { fromBase64, fromUtf8, utf8, type Checks } from '@parley/transparency/offline';
import { Refused } from '../report/refused';
import { objectIn } from './fields';

/** What the registry signed. */
export interface Signed {
  readonly receipt: string;
  readonly case: string;
  readonly receivedAt: string;
  readonly digest: string;
}

/** A public key of the registry, as a JWK (RFC 8037). */
export interface RegistryKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
}

/**
 * Verifies a compact JWS of the registry (RFC 7515), by Ed25519 alone.
 * @returns what it signed
 * @throws Refused `receipt-malformed`, `key-unknown`, `receipt-forged`
 */
export async function signedBy(jws: string, keys: readonly RegistryKey[], checks: Checks): Promise<Signed> {
  // Another spelling of the same signature is not what the registry wrote, and `fromBase64Url` takes none.
  const [head, content, signature, ...more] = jws.split('.').map(fromBase64Url);
  if (!head || !content || !signature || more.length > 0) throw new Refused('receipt-malformed', 'JWS');
  const { alg, kid, ...others } = objectOf(head);
  const key = keys.find((each) => each.kid === kid);
  if (!key) throw new Refused('key-unknown', String(kid));
  // A header that asks for more than these two would have to be understood (RFC 7515, 4.1.11).
  const isPlain = alg === 'EdDSA' && !('crit' in others) && !('b64' in others);
  const x = fromBase64Url(key.x);
  const message = utf8(jws.slice(0, jws.lastIndexOf('.')));
  if (!isPlain || !x || !(await checks.verifyEd25519(x, message, signature)))
    throw new Refused('receipt-forged', key.kid);
  const { receipt, case: caseId, receivedAt, digest } = objectOf(content);
  const said = { receipt, case: caseId, receivedAt, digest };
  if (!Object.values(said).every((field) => typeof field === 'string')) throw new Refused('receipt-malformed', 'JWS');
  return said as Signed;
}

const objectOf = (bytes: Uint8Array): Readonly<Record<string, unknown>> => {
  const found = objectIn(fromUtf8(bytes) ?? '');
  if (!found) throw new Refused('receipt-malformed', 'JWS');
  return found;
};

/** base64url without padding (RFC 7515, 2); nothing for any other spelling of the same bytes. */
function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  return fromBase64(text.replaceAll('-', '+').replaceAll('_', '/') + '='.repeat((4 - (text.length % 4)) % 4));
}

/** The keys of a JWK set. @param about what to name in a refusal. @throws Refused `keys-malformed` */
export function keysIn(text: string, about: string): readonly RegistryKey[] {
  const { keys } = objectIn(text) ?? {};
  if (!Array.isArray(keys) || !keys.every(isRegistryKey)) throw new Refused('keys-malformed', about);
  return keys;
}

/** Keys of other kinds sign no receipt. */
const isRegistryKey = (key: unknown): key is RegistryKey => {
  const { kty, crv, x, kid } = (key ?? {}) as Partial<RegistryKey>;
  return kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string' && typeof kid === 'string';
};
