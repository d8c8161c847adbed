import { Parley } from '@parley/client';
import type { Bilingual } from '@parley/kernel';
import type { Told } from '../report/told';
import { needAddress } from '../sources/public-files';
import { called } from './called';
import { tokensOf, type Identity } from './identity';
import { headersOf, makeKey, readKey, readPublicKey, type ActHeaders } from './side-key';

interface KeyShown {
  readonly party: string;
  readonly thumbprint: string;
  readonly from: string;
  readonly endsAt: string | null;
  readonly required: boolean;
  /** Whose alone it is; left out by an installation that knows no such keys. */
  readonly personId?: string | null;
}
type Takes<Body> = {
  readonly parameters: { readonly header: ActHeaders; readonly path: { readonly party: string } };
  readonly requestBody: { readonly content: { readonly 'application/json': Body } };
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': KeyShown } } };
};
type KeysPaths = {
  readonly '/v1/parties/keys': {
    readonly get: {
      readonly parameters: { readonly query?: object };
      readonly responses: {
        readonly 200: { readonly content: { readonly 'application/json': { readonly items: readonly KeyShown[] } } };
      };
    };
  };
  readonly '/v1/parties/{party}/keys': { readonly post: Takes<object> };
  readonly '/v1/parties/{party}/keys/revocations': { readonly post: Takes<object> };
};

/** Makes a key in a file, and says by which thumbprint it is known. */
export async function newKey(file: string, told: Told): Promise<void> {
  const { thumbprint, publicKey } = await makeKey(file);
  Object.assign(told.found, { thumbprint, key: publicKey });
  told.holds(
    `The key ${thumbprint} is in ${file}, which its owner alone may read. It signs nothing until it is registered.`,
    `密钥 ${thumbprint} 已写入 ${file}，仅其所有者可读。登记之前不能用于签名。`,
  );
}

/** Says which keys both sides have and had. */
export async function listKeys(url: string, told: Told): Promise<void> {
  needAddress(url);
  const { data } = await called(() => new Parley<KeysPaths>(url).get('/v1/parties/keys'));
  told.found['keys'] = data.items.map(({ party, thumbprint, from, endsAt, required, personId = null }) => {
    return { party, thumbprint, from, endsAt, required, personId };
  });
  if (data.items.length === 0) told.holds('Neither side has registered a key.', '双方均未登记密钥。');
  for (const { party, thumbprint, from, endsAt, required, personId = null } of data.items) {
    const whose = personId === null ? '' : ` ${personId}`;
    told.holds(
      `${party}${whose}  ${thumbprint}  from ${from}${endsAt === null ? '' : ` to ${endsAt}`}${required ? ', required' : ''}`,
      `${party}${whose}  ${thumbprint}  自 ${from} 起${endsAt === null ? '' : `，至 ${endsAt} 止`}${required ? '，须以其签名' : ''}`,
    );
  }
}

export interface KeyToRegister {
  /** Instrument behind it, with its date. */
  readonly authority: string;
  /** Whether the side requires signatures of itself while it is in force. */
  readonly required?: boolean;
  /** File of the key in force, which signs this. */
  readonly signWith?: string;
  /** The one person who signs by it. Then the file may hold the public key alone, or a passkey as a browser gave it. */
  readonly person?: string;
}

/** Registers the key in a file for the side that vouches for the caller, its head of delegation, or for a person. */
export async function registerKey(
  file: string,
  { authority, required, signWith, person: personId }: KeyToRegister,
  identity: Identity,
  told: Told,
): Promise<void> {
  const made = personId === undefined ? { key: (await readKey(file)).publicKey } : await readPublicKey(file);
  const signer = signWith === undefined ? undefined : await readKey(signWith);
  const whose = personId === undefined ? {} : { personId };
  const body = { ...made, authority, ...(required === true ? { required } : {}), ...whose };
  const { party, parley } = ofSide(identity);
  const header = await headersOf({ act: `POST /v1/parties/${party}/keys`, case: null, body }, signer);
  const params = { path: { party }, header };
  const { data } = await called(() => parley.post('/v1/parties/{party}/keys', { body, params }), lookFirst);
  tellOf(data, told);
}

/** Revokes a key of the side, by its thumbprint. */
export async function revokeKey(thumbprint: string, identity: Identity, told: Told): Promise<void> {
  const { party, parley } = ofSide(identity);
  const body = { thumbprint };
  const header = await headersOf({ act: `POST /v1/parties/${party}/keys/revocations`, case: null, body }, undefined);
  const params = { path: { party }, header };
  const { data } = await called(() => parley.post('/v1/parties/{party}/keys/revocations', { body, params }), lookFirst);
  tellOf(data, told);
}

const ofSide = (identity: Identity) => ({
  party: identity.issuer,
  parley: new Parley<KeysPaths>(identity.url, { token: tokensOf(identity) }),
});

function tellOf({ party, thumbprint, from, endsAt, required, personId = null }: KeyShown, told: Told): void {
  Object.assign(told.found, { party, thumbprint, from, endsAt, required, personId });
  const who = personId ?? party;
  if (endsAt === null)
    told.holds(
      `${who} signs by the key ${thumbprint} from ${from} on.`,
      `${who} 自 ${from} 起以密钥 ${thumbprint} 签名。`,
    );
  else
    told.holds(
      `The key ${thumbprint} of ${party} signs nothing from ${endsAt} on.`,
      `${party} 的密钥 ${thumbprint} 自 ${endsAt} 起不再用于签名。`,
    );
}

const lookFirst = (): Bilingual => ({ en: 'look by parley keys list', 'zh-Hans': '请以 parley keys list 查看' });
