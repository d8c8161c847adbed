import type { Instant, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import type { RunningDeadline } from '@parley/procedure';
import type { Notice } from './notice';

/**
 * The service of one notice on one party: each step with its instant, and the absence of a step as a fact of its own
 * (I-58).
 */
export interface Service {
  readonly sentAt: Instant;
  readonly deliveredAt: Instant;
  readonly retrievedAt: Instant | null;
  readonly retrievedBy: PersonId | null;
  readonly notDeliveredAt: Instant | null;
  readonly notRetrievedAt: Instant | null;
  /** When it was served again; this moved nothing (I-59). */
  readonly againAt: readonly Instant[];
}

export interface NoticeInService {
  readonly notice: Notice;
  readonly digest: Sha256;
  /** Id of the clock in which it is to be retrieved. */
  readonly retrieval: string;
  /** By party. */
  readonly services: Readonly<Record<PartyCode, Service>>;
}

/** The register of service of one case. */
export interface ServiceState {
  /** `null` before the first notice. */
  readonly ruleSetVersion: string | null;
  readonly notices: Readonly<Record<string, NoticeInService>>;
  readonly running: Readonly<Record<string, RunningDeadline>>;
}

export const nothingServed: ServiceState = { ruleSetVersion: null, notices: {}, running: {} };

/** Parties on whom a notice was served, in the order of their codes. */
export const recipientsOf = ({ services }: NoticeInService): readonly PartyCode[] =>
  (Object.keys(services) as PartyCode[]).toSorted();
