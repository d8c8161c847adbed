import type { IsoDate, PartyCode, Text } from '@parley/kernel';

/** What a party undertakes to do: I-47 asks of each that it has an owner, a date and a check. */
export interface ObligationTerms {
  /** Unique within its agreement, such as `O1`. */
  readonly id: string;
  /** The party that has to do it. */
  readonly owner: PartyCode;
  /** Last day on which it is done in time. */
  readonly date: IsoDate;
  readonly what: readonly Text[];
  /** How both sides will see that it was done. */
  readonly check: readonly Text[];
}

/** What of an obligation is public whatever the parties agree on its text (I-54). */
export type PublicTerms = Pick<ObligationTerms, 'id' | 'owner' | 'date'>;

/** Whether the parties let everybody read the text of their agreement, or its facts alone. */
export const PUBLICATIONS = ['text', 'facts-only'] as const;
export type Publication = (typeof PUBLICATIONS)[number];

export const publicTermsOf = ({ id, owner, date }: PublicTerms): PublicTerms => ({ id, owner, date });
