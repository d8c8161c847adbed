import type { IsoDate, Text } from '@parley/kernel';

/** Consultations that were held at the WTO, as its documents show. */
export interface HeldConsultations {
  /** Of the request for them, such as `WT/DS633/1`. */
  readonly symbol: string;
  readonly requestedOn: IsoDate;
  /** Days on which they were held; empty where the other Member did not come. */
  readonly heldOn: readonly IsoDate[];
}

/** What DSU 6.2 asks of a request for a panel beside the measures and the legal basis. */
export interface PanelRequest {
  /**
   * Whether consultations were held. `null` where none were requested, and then `withoutConsultations` says why none
   * were needed.
   */
  readonly consultations: HeldConsultations | null;
  readonly withoutConsultations: readonly Text[];
  /** Why the request comes before the time of DSU 4.7 is over. Empty where it is over. */
  readonly earlierBecause: readonly Text[];
  /** A brief summary of the legal basis, sufficient to present the problem clearly. */
  readonly summary: readonly Text[];
}
