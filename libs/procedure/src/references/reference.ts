/** A thing outside the record that a party names in a form which a program can follow. */
export interface Reference {
  readonly kind: 'provision' | 'goods' | 'document';
  /** As people write it: `GATT1994 I:1`, `HS 8703.23`, `WT/DS543/R`. */
  readonly text: string;
  /** Edition of the list of agreements or of the nomenclature in which it stands; empty for a document. */
  readonly edition: string;
  /** Where its issuer keeps it; `null` where there is no lasting address, or the thing is not on the list. */
  readonly link: string | null;
}
