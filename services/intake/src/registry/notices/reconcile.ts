import type { RegistrySigner } from '@parley/auth';
import { sha256 } from '@parley/event-store';
import { canonicalJson, type Instant, type PartyCode, type Sha256 } from '@parley/kernel';

/** A document that was served, in plain data. */
interface ReconciledDocument {
  readonly kind: string;
  readonly reference: string;
  readonly digest: Sha256;
}

/** One service on one party, in plain data. */
export interface ReconciledService {
  readonly notice: string;
  readonly case: string;
  readonly event: string;
  readonly eventAt: Instant;
  readonly rule: string;
  readonly document: ReconciledDocument | null;
  readonly documents: readonly ReconciledDocument[];
  /** SHA-256 of the canonical notice. */
  readonly digest: Sha256;
  readonly sentAt: Instant;
  readonly deliveredAt: Instant;
  readonly notDeliveredAt: Instant | null;
  readonly retrievedAt: Instant | null;
  readonly notRetrievedAt: Instant | null;
  readonly againAt: readonly Instant[];
}

/** A range of time in which notices were sent: its first instant, and the first instant after it. */
export interface ServiceRange {
  readonly from: Instant;
  readonly to: Instant;
}

/** What the registry signs: whose services, in which range, how many, and the digest of them all. */
export interface ReconciliationStatement extends ServiceRange {
  readonly party: PartyCode;
  readonly count: number;
  /** SHA-256 of the canonical JSON of the list of services. */
  readonly digest: Sha256;
}

export interface Reconciliation {
  readonly statement: ReconciliationStatement;
  /** Compact JWS of the registry over the canonical statement. */
  readonly jws: string;
  readonly services: readonly ReconciledService[];
}

/**
 * Everything that was served on a side in a range of time, signed (I-60). @param services in the order of sending, then
 * of their ids
 */
export async function reconcile(
  party: PartyCode,
  { from, to }: ServiceRange,
  services: readonly ReconciledService[],
  signer: Pick<RegistrySigner, 'sign'>,
): Promise<Reconciliation> {
  const statement = { party, from, to, count: services.length, digest: sha256(canonicalJson(services)) };
  return { statement, jws: await signer.sign(statement), services };
}
