import { fromBase64Url, fromUtf8, type Checks } from '@parley/transparency/offline';
import { Refused } from '../report/refused';
import { isPlain, readJws } from './compact-jws';
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
  /** First instant at which it signs; `null` for the key with which the record was begun. Bare keys say nothing. */
  readonly from?: string | null;
  /** First instant at which it signs no more; `null` while it is in use. */
  readonly until?: string | null;
  /** A compact JWS by the key before it. */
  readonly signature?: string | null;
  /** What it signs; receipts when left out. */
  readonly signs?: string;
}

/**
 * Verifies a receipt of the registry, by a key that was in use when it was given.
 * @returns what it signed
 * @throws Refused `receipt-malformed`, `key-unknown`, `receipt-forged`, `key-not-in-force`
 */
export async function signedBy(jws: string, keys: readonly RegistryKey[], checks: Checks): Promise<Signed> {
  const { key, content } = await contentSignedBy(jws, keys, checks);
  const { receipt, case: caseId, receivedAt, digest } = content;
  const said = { receipt, case: caseId, receivedAt, digest };
  if (!Object.values(said).every((field) => typeof field === 'string')) throw new Refused('receipt-malformed', 'JWS');
  const signed = said as Signed;
  if (!wasInUse(key, signed.receivedAt)) throw new Refused('key-not-in-force', key.kid);
  return signed;
}

/** Whether a key was in use at an instant, as far as the set of keys says. */
const wasInUse = ({ from, until }: RegistryKey, instant: string): boolean =>
  (typeof from !== 'string' || from <= instant) && (typeof until !== 'string' || instant < until);

/**
 * Verifies a compact JWS of the registry (RFC 7515), by Ed25519 alone.
 * @returns what was signed, and by which of the keys
 * @throws Refused `receipt-malformed`, `key-unknown`, `receipt-forged`
 */
export async function contentSignedBy(
  jws: string,
  keys: readonly RegistryKey[],
  checks: Checks,
): Promise<{ readonly key: RegistryKey; readonly content: Readonly<Record<string, unknown>> }> {
  const read = readJws(jws);
  if (!read) throw new Refused('receipt-malformed', 'JWS');
  const content = objectIn(fromUtf8(read.payload) ?? '');
  const key = keys.find((each) => each.kid === read.header['kid']);
  if (!key) throw new Refused('key-unknown', String(read.header['kid']));
  const x = fromBase64Url(key.x);
  if (!isPlain(read, 'EdDSA') || !x || !(await checks.verifyEd25519(x, read.message, read.signature)))
    throw new Refused('receipt-forged', key.kid);
  if (!content) throw new Refused('receipt-malformed', 'JWS');
  return { key, content };
}

/** The keys of a set that sign receipts. @param about what to name in a refusal. @throws Refused `keys-malformed` */
export function keysIn(text: string, about: string): readonly RegistryKey[] {
  const { keys } = objectIn(text) ?? {};
  if (!Array.isArray(keys) || !keys.every(isRegistryKey)) throw new Refused('keys-malformed', about);
  // One that signs webhooks signs no receipt, whoever has it.
  return keys.filter(({ signs = 'receipts' }) => signs === 'receipts');
}

/** Keys of other kinds sign no receipt. */
const isRegistryKey = (key: unknown): key is RegistryKey => {
  const { kty, crv, x, kid } = (key ?? {}) as Partial<RegistryKey>;
  return kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string' && typeof kid === 'string';
};
