import type { ActSignature, SignedAct } from '@parley/event-store';
import { assertionFault, originOf, readAssertion, type AssertionFault } from '@parley/event-store/signatures';
import type { PartyJwk, Sha256 } from '@parley/kernel';
import { fromUtf8 } from '@parley/transparency/offline';
import { Refused, type Refusal } from '../report/refused';
import { canonicalText } from './canonical-text';
import { isPlain, readJws } from './compact-jws';
import type { SideKey } from './party-keys';
import { sha256Of, type Platform } from './platform';

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
export async function signatureHolds(
  signed: SignatureToCheck,
  keys: readonly SideKey[],
  platform: Platform,
): Promise<SignedBy> {
  const { act, case: of, key: thumbprint, once, shown, jws, assertion, party, personId, at, about } = signed;
  const key = keys.find((each) => each.party === party && each.thumbprint === thumbprint);
  if (!key) throw new Refused('signature-key-unknown', about);
  const { personId: whose = null, credentialId = null } = key;
  if (whose !== null && whose !== personId) throw new Refused('signature-of-another-person', about);
  if (at < key.from || (key.endsAt !== null && at >= key.endsAt))
    throw new Refused('signature-key-not-in-force', about);
  const digest = await digestOfAct({ act, case: of, key: thumbprint, once, shown: shown as Sha256 }, platform);
  if (credentialId !== null) return { key, origin: await assertionHolds(assertion, key, { digest, about }, platform) };
  if ((await payloadBy(key.key, jws ?? '', about, platform)) !== digest)
    throw new Refused('signature-of-another-act', about);
  return { key };
}

/** The digest that is signed for an act: that of the RFC 8785 JSON of its five fields. */
export const digestOfAct = async (
  { act, case: of, key, once, shown }: SignedAct,
  platform: Platform,
): Promise<Sha256> => (await sha256Of(platform, canonicalText({ act, case: of, key, once, shown }))) as Sha256;

/** The same assertion stands nowhere in another spelling: `readAssertion` reads one alone. */
async function assertionHolds(
  text = '',
  { key, thumbprint }: SideKey,
  { digest, about }: { readonly digest: Sha256; readonly about: string },
  { signatures }: Platform,
): Promise<string> {
  const assertion = readAssertion(text);
  const origin = assertion && originOf(assertion);
  if (!assertion || origin === undefined || assertion.key !== thumbprint) throw new Refused('signature-forged', about);
  // Which origin is the installation's, only its operator can say: it is told.
  const fault = await assertionFault(assertion, { jwk: key, digest, origin }, signatures);
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

async function payloadBy(key: PartyJwk, jws: string, about: string, { signatures }: Platform): Promise<string> {
  // Another spelling of the same signature is not what was verified at its receipt, and `readJws` reads none.
  const read = readJws(jws);
  const algorithms = key.kty === 'EC' ? ['ES256'] : ['EdDSA', 'Ed25519'];
  if (!read || !isPlain(read, ...algorithms) || !(await signatures.verify(key, read.message, read.signature)))
    throw new Refused('signature-forged', about);
  return fromUtf8(read.payload) ?? '';
}
