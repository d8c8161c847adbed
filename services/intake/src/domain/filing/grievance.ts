import type { IsoDate, PersonId, Sha256, Text } from '@parley/kernel';
import type { GoodsCode } from '@parley/procedure';

/** The law, regulation or act complained of. */
export interface Measure {
  /** Unique in its grievance, such as `M1`; claims refer to it. */
  readonly id: string;
  readonly title: readonly Text[];
  readonly number: string;
  readonly issuer: string;
  /** Date of the instrument. */
  readonly date: IsoDate;
  readonly citation: string;
  /** Day from which it is no longer applied; left out while it is. A measure that ends during a case is amended so. */
  readonly endedOn?: IsoDate;
  /** Goods that it falls on, by their codes. */
  readonly goods?: readonly GoodsCode[];
}

/** One measure held against one provision, with a "because". The unit of finding. */
export interface Claim {
  /** Unique in its grievance, such as `C1`; findings and exhibits refer to it. */
  readonly id: string;
  readonly measure: string;
  /** Code of the agreement, such as `GATT1994`. */
  readonly agreement: string;
  /** Provision, such as `I:1`; left out where the agreement as a whole is invoked. */
  readonly provision?: string;
  readonly because: readonly Text[];
  /**
   * Whose claim it is: the respondent's, where both parties agreed to have its measures in the same case; else the
   * complainant's.
   */
  readonly claimant?: 'respondent';
}

/**
 * What a party files. Its lists may be empty: whether it is *complete* is for the completeness check to say (S2),
 * and a defect can be cured.
 */
export interface Grievance {
  readonly subject: readonly Text[];
  readonly measures: readonly Measure[];
  readonly claims: readonly Claim[];
  readonly facts: readonly Text[];
  readonly remedy: readonly Text[];
  readonly publicSummary: readonly Text[];
  /** Symbols of documents of the WTO that bear on the matter, such as `WT/DS543/R`. */
  readonly documents?: readonly string[];
  /** The authority under which the desk acts, such as an instruction of its ministry. */
  readonly authority?: string;
}

/** A grievance as it came in: certified, received, and with somebody whom the registry may call. */
export interface Filing {
  readonly grievance: Grievance;
  readonly certification: Certification;
  readonly receipt: Receipt;
  /** Whom the registry may call; name and number stand in the persons table. `null` when nobody is named. */
  readonly contact: PersonId | null;
}

/** The filer's word that its facts are accurate and complete to the best of its knowledge. */
export interface Certification {
  readonly by: PersonId;
  /** SHA-256 of the canonical grievance that the filer was shown. */
  readonly digest: Sha256;
  /** A signature by the party's own key, where it gives one. */
  readonly jws?: string;
}

/** What a filer gets at once. */
export interface Receipt {
  /** UUID. */
  readonly number: string;
  /** SHA-256 of the canonical grievance that was received. */
  readonly digest: Sha256;
  /** The registry's signature over number, instant and digest. */
  readonly jws: string;
}
