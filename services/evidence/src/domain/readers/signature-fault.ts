import { refuse, type Instant, type PartyCode, type PersonId, type Refused } from '@parley/kernel';
import { refusals } from '../refusals';
import type { ReadersSignature } from './readers';

interface Signer {
  readonly by: PersonId;
  readonly party: PartyCode;
  readonly receivedAt: Instant;
}

/**
 * Why a co-head may not sign what another may have signed: the same person or side has, or the time is up. @param end
 * of that time; `undefined` while it does not run
 */
export function signatureFault(
  { by, party, receivedAt }: Signer,
  signatures: readonly ReadersSignature[],
  end: Instant | undefined,
): Refused | undefined {
  if (signatures.some((signature) => signature.coHead === by && signature.party !== party))
    return refuse(refusals.signsForBothSides);
  if (signatures.some((signature) => signature.party === party)) return refuse(refusals.sideHasSigned);
  return end !== undefined && receivedAt >= end ? refuse(refusals.decisionTimePassed) : undefined;
}
