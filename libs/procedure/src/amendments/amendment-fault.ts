/** What is wrong with an amendment. */
export interface AmendmentFault {
  /** Where it stands in the amendment. */
  readonly field: string;
  /** The rule that it breaks. */
  readonly rule: string;
  /** The rest of a sentence that begins with the field. */
  readonly wrong: string;
}

export const fault = (field: string, rule: string, wrong: string): AmendmentFault => ({ field, rule, wrong });

/** `tracks.standard.clocks.reply.length must be … (S4)`. */
export const saysFault = ({ field, rule, wrong }: AmendmentFault): string => `${field} ${wrong} (${rule})`;
