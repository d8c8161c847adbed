import { digestOfAct, sha256, type ActSignature } from '@parley/event-store';
import { canonicalJson, type Sha256 } from '@parley/kernel';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { Refused } from '../report/refused';
import type { Told } from '../report/told';
import { PublicFiles } from '../sources/public-files';
import { readText, textOf } from '../sources/read-file';
import { signatureHolds } from './act-signature-holds';
import { isSignature, objectIn } from './committed-event';

/** Where the keys of both sides are taken. */
export interface KeysPlace {
  /** File of what /v1/parties/keys answers. */
  readonly partyKeys?: string | undefined;
  readonly url?: string | undefined;
}

/** A key of a side or of one of its persons, and the time in which it is in force. */
export interface SideKey {
  readonly party: string;
  readonly thumbprint: string;
  readonly key: JWK;
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
  const { party, thumbprint, key, authority, from, endsAt, signature, ...whose } = (value ?? {}) as Partial<SideKey>;
  const { personId = null, credentialId = null, required = false } = whose;
  return (
    [party, thumbprint, authority, from].every((field) => typeof field === 'string') &&
    [endsAt, personId, credentialId].every((field) => field === null || typeof field === 'string') &&
    typeof required === 'boolean' &&
    typeof key === 'object' &&
    (signature === null || isSignature(signature))
  );
}

async function isFollowed(registered: SideKey, keys: readonly SideKey[]): Promise<void> {
  const { party, thumbprint, key, from, signature, personId = null } = registered;
  if ((await thumbprintOf(key)) !== thumbprint) throw new Refused('party-keys-malformed', thumbprint);
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
  const bodies = bodiesOf(registered).map((body) => sha256(canonicalJson(body)));
  const shown = bodies.find((digest) => isOver(signature, digest)) ?? bodies[0] ?? '';
  await signatureHolds({ ...signature, shown, party, personId: '', at: from, about: thumbprint }, signs);
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

const isOver = ({ jws = '', ...signed }: ActSignature, shown: string): boolean =>
  Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString() === digestOfAct({ ...signed, shown: shown as Sha256 });

async function thumbprintOf(key: JWK): Promise<string | undefined> {
  try {
    return await calculateJwkThumbprint(key);
  } catch {
    return undefined;
  }
}
