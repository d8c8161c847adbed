import {
  assertionFault,
  digestOfAct,
  originOf,
  readAssertion,
  type ActSignature,
  type AssertionFault,
} from '@parley/event-store';
import type { PartyJwk, Sha256 } from '@parley/kernel';
import { compactVerify, importJWK, type JWK } from 'jose';
import { Refused, type Refusal } from '../report/refused';
import type { SideKey } from './party-keys';

/** A signature with what it is to be over, of whom, and when. */
export type SignatureToCheck = ActSignature & {
  readonly shown: string;
  readonly party: string | null;
  /** Who acted. */
  readonly personId: string;
  /** Instant at which the act was received. */
  readonly at: string;
  /** What to name in a refusal. */
  readonly about: string;
};

/** By which key an act is signed. */
export interface SignedBy {
  readonly key: SideKey;
  /** Where a passkey says that it was asked; its host is the relying party of the assertion. Absent for other keys. */
  readonly origin?: string;
}

/**
 * Checks a signature by the key of the side, or of who acted, that was in force at its instant.
 * @throws Refused `signature-key-unknown`, `signature-of-another-person`, `signature-key-not-in-force`,
 *   `signature-of-another-act`, `signature-from-elsewhere`, `signature-user-not-verified`, `signature-forged`
 */
export async function signatureHolds(signed: SignatureToCheck, keys: readonly SideKey[]): Promise<SignedBy> {
  const { act, case: of, key: thumbprint, once, shown, jws, assertion, party, personId, at, about } = signed;
  const key = keys.find((each) => each.party === party && each.thumbprint === thumbprint);
  if (!key) throw new Refused('signature-key-unknown', about);
  const { personId: whose = null, credentialId = null } = key;
  if (whose !== null && whose !== personId) throw new Refused('signature-of-another-person', about);
  if (at < key.from || (key.endsAt !== null && at >= key.endsAt))
    throw new Refused('signature-key-not-in-force', about);
  const digest = digestOfAct({ act, case: of, key: thumbprint, once, shown: shown as Sha256 });
  if (credentialId !== null) return { key, origin: assertionHolds(assertion, key, digest, about) };
  if ((await payloadBy(key.key, jws ?? '', about)) !== digest) throw new Refused('signature-of-another-act', about);
  return { key };
}

/** The same assertion stands nowhere in another spelling: `readAssertion` reads one alone. */
function assertionHolds(text = '', { key, thumbprint }: SideKey, digest: Sha256, about: string): string {
  const assertion = readAssertion(text);
  const origin = assertion && originOf(assertion);
  if (!assertion || origin === undefined || assertion.key !== thumbprint) throw new Refused('signature-forged', about);
  // Which origin is the installation's, only its operator can say: it is told.
  const fault = assertionFault(assertion, { jwk: key as PartyJwk, digest, origin });
  if (fault !== undefined) throw new Refused(REFUSED[fault], about);
  return origin;
}

const REFUSED: Readonly<Record<AssertionFault, Refusal>> = {
  malformed: 'signature-forged',
  forged: 'signature-forged',
  'another-act': 'signature-of-another-act',
  'another-origin': 'signature-from-elsewhere',
  'user-not-verified': 'signature-user-not-verified',
};

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
