import type { IssuerName, TokenFault } from '@parley/auth';
import type { Instant, PartyCode, PersonId } from '@parley/kernel';

export const SECURITY_KINDS = ['sign-in-refused', 'refused', 'limit', 'operator', 'deletion'] as const;
export type SecurityKind = (typeof SECURITY_KINDS)[number];

/** Something that who watches over access has to know of. It names a route by its pattern, and holds no secret. */
export interface SecurityEvent {
  readonly kind: SecurityKind;
  /** Whose verified token it was; `null` without one. */
  readonly personId: PersonId | null;
  readonly party: PartyCode | null;
  readonly method: string;
  /** The pattern of the route, without what stood in path and query. */
  readonly route: string;
  /** `done`, or the code of the refusal. */
  readonly outcome: string;
  /** Of a token that was not believed: whose issuer it names. `null` for nobody's, and for what is no such token. */
  readonly issuer: IssuerName | null;
  /** Why it was not believed. */
  readonly fault: TokenFault | null;
  readonly at: Instant;
}

/** The like events of one hour, counted. However many come, they take one line. */
export interface SecuritySpan extends Omit<SecurityEvent, 'at'> {
  readonly first: Instant;
  readonly last: Instant;
  readonly count: number;
}

/** The events of a day, as far as a reader may know of them. */
export interface SecurityPage {
  /** Newest first. */
  readonly items: readonly SecuritySpan[];
  /** Whether there were more than are shown. */
  readonly more: boolean;
}

/** The most lines of a day that are shown. */
export const MOST_SPANS_SHOWN = 1_000;

/** Where a process keeps its security events. */
export interface SecurityLog {
  note(event: SecurityEvent): void;
  /** Resolves when what was noted before is kept, or could not be kept by now; that is tried again. */
  keep(): Promise<void>;
  /**
   * @param day in UTC, `YYYY-MM-DD`
   * @param party whose people’s events are shown beside those of nobody’s people
   */
  of(day: string, party: PartyCode): Promise<SecurityPage>;
}
