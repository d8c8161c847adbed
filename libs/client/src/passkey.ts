import { base64url, digestOfAct, membersOf, thumbprintOf, type Bytes, type PublicJwk, type Sign } from './signed-act';

/** A passkey as the head of a delegation registers it for a person. */
export interface Passkey {
  readonly key: PublicJwk;
  readonly credentialId: string;
}

/** The part of a browser's `navigator.credentials` that makes passkeys and asks for them. */
export interface BrowserCredentials {
  create(options?: { readonly publicKey?: object }): Promise<unknown>;
  get(options?: { readonly publicKey?: object }): Promise<unknown>;
}

/** Under which names a device keeps a passkey. */
export interface NameOfPasskey {
  /** Of the installation. */
  readonly installation: string;
  /** Of the person, as the person knows it. */
  readonly person: string;
}

/** COSE numbers of ES256 and EdDSA, and the names of their keys in WebCrypto. */
const KEYS: Readonly<Record<number, string | { readonly name: string; readonly namedCurve: string }>> = {
  [-7]: { name: 'ECDSA', namedCurve: 'P-256' },
  [-8]: 'Ed25519',
};

/**
 * Has the person's device make a passkey, on a page at the installation's own address: it signs on pages of that origin
 * alone. What comes of it goes to the head of delegation, who registers it (`POST /v1/parties/{party}/keys`).
 * @throws what the browser throws where the person or the device declines
 */
export async function makePasskey(
  { installation, person }: NameOfPasskey,
  credentials: BrowserCredentials,
): Promise<Passkey> {
  const publicKey = {
    // Nothing is attested, so nothing is asked here that could be asked again.
    challenge: crypto.getRandomValues(new Uint8Array(32)),
    rp: { name: installation },
    user: { id: crypto.getRandomValues(new Uint8Array(32)), name: person, displayName: person },
    pubKeyCredParams: Object.keys(KEYS).map((alg) => ({ type: 'public-key', alg: Number(alg) })),
    authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
  };
  const { rawId, response } = (await credentials.create({ publicKey })) as Made;
  const scheme = KEYS[response.getPublicKeyAlgorithm()];
  const spki = response.getPublicKey();
  if (scheme === undefined || spki === null) throw new TypeError('the device made a key by which no act is signed');
  const imported = await crypto.subtle.importKey('spki', spki, scheme, true, ['verify']);
  const key = membersOf((await crypto.subtle.exportKey('jwk', imported)) as PublicJwk);
  return { key, credentialId: base64url(new Uint8Array(rawId)) };
}

/**
 * Makes what signs acts by a passkey. Each time the device asks its user, and verifies who that is.
 * @param passkey as `GET /v1/parties/keys` shows it
 */
export function signByPasskey({ key, credentialId }: Passkey, credentials: BrowserCredentials): Sign {
  return async (act) => {
    const thumbprint = await thumbprintOf(key);
    const publicKey = {
      challenge: await digestOfAct(act, thumbprint),
      allowCredentials: [{ type: 'public-key', id: bytesIn(credentialId) }],
      userVerification: 'required',
    };
    const { response } = (await credentials.get({ publicKey })) as Asserted;
    const { authenticatorData, clientDataJSON, signature } = response;
    const parts = [authenticatorData, clientDataJSON, signature].map((part) => base64url(new Uint8Array(part)));
    return `webauthn ${[thumbprint, ...parts].join('.')}`;
  };
}

/** What a browser answers (WebAuthn Level 3, 5.1 and 5.2). */
interface Made {
  readonly rawId: ArrayBuffer;
  readonly response: {
    /** SubjectPublicKeyInfo, so that nobody has to read CBOR; `null` for a key that the browser does not know. */
    getPublicKey(): ArrayBuffer | null;
    getPublicKeyAlgorithm(): number;
  };
}
interface Asserted {
  readonly response: Readonly<Record<'authenticatorData' | 'clientDataJSON' | 'signature', ArrayBuffer>>;
}

const bytesIn = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
