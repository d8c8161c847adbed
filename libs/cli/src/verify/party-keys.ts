import type { ActSignature } from '@parley/event-store';
import type { PartyJwk, Sha256 } from '@parley/kernel';
import { fromBase64Url, fromUtf8, toBase64Url, utf8 } from '@parley/transparency/offline';
import { Refused } from '../report/refused';
import type { Told } from '../report/told';
import { digestOfAct, signatureHolds } from './act-signature-holds';
import { canonicalText } from './canonical-text';
import { isSignature } from './committed-act';
import { objectIn } from './fields';
import { sha256Of, type Platform } from './platform';

/** What /v1/parties/keys answers, as the reader has it. */
export interface GivenPartyKeys {
  readonly text: string;
  /** What to name in a refusal. */
  readonly about: string;
}

/** A key of a side or of one of its persons, and the time in which it is in force. */
export interface SideKey {
  readonly party: string;
  readonly thumbprint: string;
  readonly key: PartyJwk;
  readonly authority: string;
  readonly from: string;
  readonly endsAt: string | null;
  readonly required?: boolean;
  /** Whose alone it is; left out, as what follows, where the list is older than keys of persons. */
  readonly personId?: string | null;
  /** Of a passkey. */
  readonly credentialId?: string | null;
  readonly signature: ActSignature | null;
}

/**
 * Reads the keys of both sides, and follows each from the one that signed its registration.
 * @throws Refused `party-keys-malformed`, and as `signatureHolds` for a registration that was not signed by the key
 *   before it
 */
export async function partyKeysIn(
  { text, about }: GivenPartyKeys,
  told: Told,
  platform: Platform,
): Promise<readonly SideKey[]> {
  const { items } = objectIn(text) ?? {};
  if (!Array.isArray(items) || !items.every(isSideKey)) throw new Refused('party-keys-malformed', about);
  for (const each of items) await isFollowed(each, items, platform);
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

function isSideKey(value: unknown): value is SideKey {
  const { party, thumbprint, key, authority, from, endsAt, signature, ...whose } = (value ?? {}) as Partial<SideKey>;
  const { personId = null, credentialId = null, required = false } = whose;
  return (
    [party, thumbprint, authority, from].every((field) => typeof field === 'string') &&
    [endsAt, personId, credentialId].every((field) => field === null || typeof field === 'string') &&
    typeof required === 'boolean' &&
    isPartyJwk(key) &&
    (signature === null || isSignature(signature))
  );
}

function isPartyJwk(value: unknown): value is PartyJwk {
  const { kty, crv, x, y } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof x !== 'string') return false;
  return kty === 'EC' ? crv === 'P-256' && typeof y === 'string' : kty === 'OKP' && crv === 'Ed25519';
}

async function isFollowed(registered: SideKey, keys: readonly SideKey[], platform: Platform): Promise<void> {
  const { party, thumbprint, key, from, signature, personId = null } = registered;
  if ((await thumbprintOf(key, platform)) !== thumbprint) throw new Refused('party-keys-malformed', thumbprint);
  if (signature === null) return;
  // A key of the side signs the next one, with which it ends, and those of persons, with which it does not.
  const signs = keys
    .filter((each) => each !== registered && (each.personId ?? null) === null && each.credentialId == null)
    .filter((each) =>
      personId === null
        ? each.from < from && each.endsAt === from
        : each.from <= from && (each.endsAt === null || each.endsAt >= from),
    )
    .map((each) => ({ ...each, endsAt: null }));
  const bodies = await Promise.all(bodiesOf(registered).map((body) => sha256Of(platform, canonicalText(body))));
  const said = payloadOf(signature);
  const over = await Promise.all(
    bodies.map((shown) => digestOfAct({ ...signature, shown: shown as Sha256 }, platform)),
  );
  const shown = bodies[Math.max(over.indexOf(said as Sha256), 0)] ?? '';
  await signatureHolds({ ...signature, shown, party, personId: '', at: from, about: thumbprint }, signs, platform);
}

/** What a registration may have said: that a key is not required may be left out. */
function bodiesOf({ key, authority, required = false, personId, credentialId }: SideKey): readonly object[] {
  const body = {
    ...{ key, authority },
    ...(personId == null ? {} : { personId }),
    ...(credentialId == null ? {} : { credentialId }),
  };
  return required ? [{ ...body, required }] : [body, { ...body, required }];
}

const payloadOf = ({ jws = '' }: ActSignature): string =>
  fromUtf8(fromBase64Url(jws.split('.')[1] ?? '') ?? new Uint8Array()) ?? '';

/** The RFC 7638 thumbprint of a key. */
async function thumbprintOf(key: PartyJwk, { checks }: Platform): Promise<string> {
  const { kty, crv, x } = key;
  const members = key.kty === 'EC' ? { crv, kty, x, y: key.y } : { crv, kty, x };
  return toBase64Url(await checks.digest(utf8(canonicalText(members))));
}
