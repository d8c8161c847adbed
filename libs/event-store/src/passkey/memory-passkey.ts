import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { canonicalJson, type PartyJwk, type Sha256 } from '@parley/kernel';
import { digestOfAct, type SignedAct } from '../act-signature';
import { writeAssertion, type PasskeyAssertion } from './passkey-assertion';

/** A passkey that lives in this process alone, for trials and tests. */
export interface MemoryPasskey {
  readonly jwk: PartyJwk;
  readonly thumbprint: string;
  readonly credentialId: string;
  /** The answer of browser and authenticator to a challenge, or a wrong one. */
  answer(digest: Sha256, wrong?: WrongAnswer): PasskeyAssertion;
  /** The signature of an act, as it stands in `Parley-Signature`. */
  signAct(act: Omit<SignedAct, 'key'>, wrong?: WrongAnswer): string;
}

/** What an answer has otherwise than it is to be. */
export interface WrongAnswer {
  /** `0x01`: the user was there; `0x04`: the user was verified. */
  readonly flags?: number;
  /** Id of the relying party. */
  readonly host?: string;
  /** Members of the client data. */
  readonly client?: Readonly<Record<string, unknown>>;
}

/** Makes a passkey for the pages of an origin. @param kind of its key: ES256, as most have, when left out */
export function memoryPasskey(origin: string, kind: 'ES256' | 'EdDSA' = 'ES256'): MemoryPasskey {
  const isEc = kind === 'ES256';
  const { privateKey, publicKey } = isEc
    ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
    : generateKeyPairSync('ed25519');
  const jwk = publicKey.export({ format: 'jwk' }) as PartyJwk;
  const thumbprint = sum(canonicalJson(jwk)).toString('base64url');
  const answer = (digest: Sha256, { flags = 0x05, host, client }: WrongAnswer = {}): PasskeyAssertion => {
    const challenge = Buffer.from(digest, 'hex').toString('base64url');
    const said = { type: 'webauthn.get', challenge, origin, crossOrigin: false, ...client };
    const clientData = Buffer.from(JSON.stringify(said));
    const authenticatorData = Buffer.concat([sum(host ?? new URL(origin).hostname), Buffer.of(flags, 0, 0, 0, 0)]);
    const signature = sign(isEc ? 'sha256' : null, Buffer.concat([authenticatorData, sum(clientData)]), privateKey);
    return { key: thumbprint, authenticatorData, clientData, signature };
  };
  const signAct = (act: Omit<SignedAct, 'key'>, wrong?: WrongAnswer): string =>
    writeAssertion(answer(digestOfAct({ ...act, key: thumbprint }), wrong));
  return { jwk, thumbprint, credentialId: randomBytes(16).toString('base64url'), answer, signAct };
}

const sum = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();
