/** What of an act is signed, besides the key. */
export interface ActToSign {
  /** Method and path, with the id of the case: `POST /v1/cases/<id>/reply`. */
  readonly act: string;
  /** Id of the case; `null` for an act of none, and for a filing, whose case does not exist yet. */
  readonly case: string | null;
  /** As it is sent; `null` or left out where there is none. */
  readonly body?: unknown;
  /** Its `Idempotency-Key`. */
  readonly once: string;
}

/** Signs an act. @returns what stands in `Parley-Signature` */
export type Sign = (act: ActToSign) => Promise<string>;

/** A public key of a side or of a person (RFC 7517): Ed25519, or ECDSA on P-256. */
export interface PublicJwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y?: string;
}

/** The digest that is signed for an act: SHA-256 of the RFC 8785 JSON of act, case, key, time and content. */
export async function digestOfAct({ act, case: of, body, once }: ActToSign, key: string): Promise<Bytes> {
  const shown = inHex(await digestOf(canonicalJson(body)));
  return digestOf(canonicalJson({ act, case: of, key, once, shown }));
}

/** The RFC 7638 thumbprint of a key, by which a signature names it. */
export async function thumbprintOf(key: PublicJwk): Promise<string> {
  return base64url(await digestOf(canonicalJson(membersOf(key))));
}

/** The members that make a public key, without what else came with them, such as its private part. */
export const membersOf = ({ kty, crv, x, y }: PublicJwk): PublicJwk =>
  y === undefined ? { kty, crv, x } : { kty, crv, x, y };

/**
 * Makes what signs acts by a key of the side, or of the person, that is no passkey.
 * @param key with its private part (`d`). It leaves this process in no request
 */
export function signByKey(key: PublicJwk & { readonly d: string }): Sign {
  const isEc = key.kty === 'EC';
  const alg = isEc ? 'ES256' : 'EdDSA';
  const kind = isEc ? { name: 'ECDSA', namedCurve: 'P-256' } : 'Ed25519';
  const scheme = isEc ? { name: 'ECDSA', hash: 'SHA-256' } : 'Ed25519';
  return async (act) => {
    const kid = await thumbprintOf(key);
    const digest = inHex(await digestOfAct(act, kid));
    const input = [JSON.stringify({ alg, kid }), digest].map((text) => base64url(bytesOf(text))).join('.');
    const signer = await crypto.subtle.importKey('jwk', { ...membersOf(key), d: key.d }, kind, false, ['sign']);
    return `${input}.${base64url(new Uint8Array(await crypto.subtle.sign(scheme, signer, bytesOf(input))))}`;
  };
}

/** Bytes that browsers and Node take alike. */
export type Bytes = Uint8Array<ArrayBuffer>;

export const base64url = (bytes: Bytes): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);
const inHex = (bytes: Bytes): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const digestOf = async (text: string): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text)));

/** RFC 8785 JSON of what a request says: names in the order of their UTF-16 code units. */
function canonicalJson(value: unknown): string {
  const said = JSON.parse(JSON.stringify(value ?? null)) as unknown;
  return inOrder(said);
}

function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${inOrder(member)}`).join(',')}}`;
}
