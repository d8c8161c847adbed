import { sha256 } from '@parley/event-store';
import { canonicalJson, type Sha256 } from '@parley/kernel';

/** A read as its row says it. */
export interface ReadSaid {
  readonly caseId: string | null;
  readonly subject: string;
  readonly what: string;
  readonly tier: string;
  readonly personId: string;
  readonly party: string | null;
  readonly roles: readonly string[];
  readonly purpose: string | null;
  /** In milliseconds since 1970. */
  readonly at: number;
}

/** The place of a read in its chain. */
export interface ReadPlace {
  /** The name of the chain: one process, and at most ten minutes of it. */
  readonly chain: string;
  /** 0, 1, 2 … without a gap. */
  readonly n: number;
  /** The link of the read before it in its chain; `null` for the first. */
  readonly previous: Sha256 | null;
}

/** The link of a read: SHA-256 of the canonical JSON of what it says, its place, and the link of the one before it. */
export const linkOf = (
  { caseId, subject, what, tier, personId, party, roles, purpose, at }: ReadSaid,
  { chain, n, previous }: ReadPlace,
): Sha256 =>
  sha256(canonicalJson({ at, caseId, chain, n, party, personId, previous, purpose, roles, subject, tier, what }));

/** The columns of a row as `linkOf` takes them. */
export const SAID_COLUMNS =
  `case_id AS "caseId", subject, what, tier, person_id AS "personId", party, roles, purpose, ` +
  `(extract(epoch FROM read_at) * 1000)::float8 AS at`;
