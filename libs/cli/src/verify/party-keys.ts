import { digestOfAct, sha256, type ActSignature } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import { calculateJwkThumbprint, compactVerify, importJWK, type JWK } from 'jose';
import { Refused } from '../report/refused';
import type { Told } from '../report/told';
import { PublicFiles } from '../sources/public-files';
import { readText, textOf } from '../sources/read-file';
import { isSignature, objectIn } from './committed-event';

/** Where the keys of both sides are taken. */
export interface KeysPlace {
  /** File of what /v1/parties/keys answers. */
  readonly partyKeys?: string | undefined;
  readonly url?: string | undefined;
}

/** A key of a side, and the time in which it is in force. */
export interface SideKey {
  readonly party: string;
  readonly thumbprint: string;
  readonly key: JWK;
  readonly authority: string;
  readonly from: string;
  readonly endsAt: string | null;
  readonly signature: ActSignature | null;
}

/**
 * Reads the keys of both sides, and follows each from the one that signed its registration.
 * @returns nothing where no place is given
 * @throws Refused `party-keys-malformed`, and as `signatureHolds` for a registration that was not signed by the key
 *   before it
 */
export async function readPartyKeys(place: KeysPlace, told: Told): Promise<readonly SideKey[] | undefined> {
  const { partyKeys: file, url } = place;
  if (file === undefined && url === undefined) return undefined;
  const text =
    file === undefined ? textOf(await new PublicFiles(url ?? '').need(ADDRESS), ADDRESS) : await readText(file);
  const { items } = objectIn(text) ?? {};
  if (!Array.isArray(items) || !items.every(isSideKey)) throw new Refused('party-keys-malformed', file ?? ADDRESS);
  for (const each of items) await isFollowed(each, items);
  const firsts = items.filter(({ signature }) => signature === null);
  if (firsts.length > 0)
    told.leaves(
      `Whether these keys, which no key before them signed, are those of the sides: ${firsts
        .map(({ party, thumbprint }) => `${party} ${thumbprint}`)
        .join(', ')}. Compare them with what each side gave you, and with the docket.`,
      `下列密钥未经此前密钥签署，其是否确属各方：${firsts
        .map(({ party, thumbprint }) => `${party} ${thumbprint}`)
        .join('、')}。请与各方交给您的指纹以及登记簿相核对。`,
    );
  return items;
}

const ADDRESS = '/v1/parties/keys';

function isSideKey(value: unknown): value is SideKey {
  const { party, thumbprint, key, authority, from, endsAt, signature } = (value ?? {}) as Partial<SideKey>;
  return (
    [party, thumbprint, authority, from].every((field) => typeof field === 'string') &&
    (endsAt === null || typeof endsAt === 'string') &&
    typeof key === 'object' &&
    (signature === null || isSignature(signature))
  );
}

async function isFollowed(registered: SideKey, keys: readonly SideKey[]): Promise<void> {
  const { party, thumbprint, key, authority, from, signature } = registered;
  if ((await thumbprintOf(key)) !== thumbprint) throw new Refused('party-keys-malformed', thumbprint);
  if (signature === null) return;
  // The key before it ends with the instant in which it signs this one, and is in force up to then.
  const before = keys.filter((each) => each !== registered && each.from < from && each.endsAt === from);
  const shown = sha256(canonicalJson({ authority, key }));
  const one = { ...signature, shown, party, at: from, about: thumbprint };
  await signatureHolds(
    one,
    before.map((each) => ({ ...each, endsAt: null })),
  );
}

async function thumbprintOf(key: JWK): Promise<string | undefined> {
  try {
    return await calculateJwkThumbprint(key);
  } catch {
    return undefined;
  }
}

/** A signature with what it is to be over, of whom, and when. */
export interface SignatureToCheck extends ActSignature {
  readonly shown: string;
  readonly party: string | null;
  /** Instant at which the act was received. */
  readonly at: string;
  /** What to name in a refusal. */
  readonly about: string;
}

/**
 * Checks a signature by the key of the side that was in force at its instant.
 * @returns the key
 * @throws Refused `signature-key-unknown`, `signature-key-not-in-force`, `signature-of-another-act`,
 *   `signature-forged`
 */
export async function signatureHolds(signed: SignatureToCheck, keys: readonly SideKey[]): Promise<SideKey> {
  const { act, case: of, key: thumbprint, once, shown, jws, party, at, about } = signed;
  const key = keys.find((each) => each.party === party && each.thumbprint === thumbprint);
  if (!key) throw new Refused('signature-key-unknown', about);
  if (at < key.from || (key.endsAt !== null && at >= key.endsAt))
    throw new Refused('signature-key-not-in-force', about);
  const payload = await payloadBy(key.key, jws, about);
  if (payload !== digestOfAct({ act, case: of, key: thumbprint, once, shown: shown as never }))
    throw new Refused('signature-of-another-act', about);
  return key;
}

async function payloadBy(key: JWK, jws: string, about: string): Promise<string> {
  // Another spelling of the same signature is not what was verified at its receipt.
  const isCanonical = jws.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
  try {
    if (!isCanonical) throw new TypeError('another spelling');
    const imported = await importJWK(key, key.kty === 'EC' ? 'ES256' : 'EdDSA');
    const { payload } = await compactVerify(jws, imported, { algorithms: ['EdDSA', 'Ed25519', 'ES256'] });
    return Buffer.from(payload).toString();
  } catch {
    throw new Refused('signature-forged', about);
  }
}
