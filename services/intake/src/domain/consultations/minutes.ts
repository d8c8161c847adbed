import {
  canonicalJson,
  type CaseId,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
  type Text,
} from '@parley/kernel';
import { sha256Text } from '@parley/procedure';

/**
 * What a side holds to have been said in a call: agreed when the other signs the same digest, else its own beside the
 * other's.
 */
export interface Minutes {
  readonly id: string;
  readonly callId: string;
  readonly party: PartyCode;
  readonly by: PersonId;
  readonly filedAt: Instant;
  readonly text: readonly Text[];
  readonly digest: Sha256;
  readonly agreed: { readonly by: PersonId; readonly at: Instant } | null;
}

/** SHA-256 over the canonical JSON of `{caseId, callId, text}`: what both sides sign. Lower-case hexadecimal. */
export const minutesDigest = (caseId: CaseId, callId: string, text: readonly Text[]): Sha256 =>
  sha256Text(canonicalJson({ caseId, callId, text }));
