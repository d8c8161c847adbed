import { canonicalJson, type PartyCode, type Sha256 } from '@parley/kernel';
import { sha256 } from './commitment';
import { derivedUuid } from './event-ids';

/** What a side's key signs for one act. It serves for no other act, case, content or key, and only once. */
export interface SignedAct {
  /** Method and path, with the id of the case: `POST /v1/cases/<id>/reply`. */
  readonly act: string;
  /** Id of the case; `null` for an act of none, and for a filing, whose case does not exist yet. */
  readonly case: string | null;
  /** RFC 7638 thumbprint of the key. */
  readonly key: string;
  /** The act's `Idempotency-Key`: who sends a signature again does nothing again. */
  readonly once: string;
  /** SHA-256 of the canonical JSON of the request's body; of `null` where there is none. */
  readonly shown: Sha256;
}

/** A signature as it stands in the event of its act. What was shown is the digest of the body, which stands beside. */
export type ActSignature = Omit<SignedAct, 'shown'> & (SignedByKey | SignedByPasskey);

export interface SignedByKey {
  /** Compact JWS (RFC 7515; EdDSA or ES256) whose payload is the digest of the signed act, in hexadecimal. */
  readonly jws: string;
  readonly assertion?: never;
}

export interface SignedByPasskey {
  /** WebAuthn assertion whose challenge is the digest of the signed act, as `readAssertion` reads it. */
  readonly assertion: string;
  readonly jws?: never;
}

/** The text whose digest is signed: the RFC 8785 JSON of the five fields. */
export const textOfAct = ({ act, case: of, key, once, shown }: SignedAct): string =>
  canonicalJson({ act, case: of, key, once, shown });

/** Lower-case hexadecimal SHA-256 of the text of an act: the payload of its signature. */
export const digestOfAct = (signed: SignedAct): Sha256 => sha256(textOfAct(signed));

/** The subject, in place of a case, of what is told of the keys of a side. */
export const keysSubjectOf = (party: PartyCode): string => derivedUuid('keys-of-party', party);
