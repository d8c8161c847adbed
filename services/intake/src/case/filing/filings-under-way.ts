import type { CaseId, PartyCode, Sha256 } from '@parley/kernel';

/** A text that a party files, and the case that it is to be. */
export interface FiledText {
  readonly caseId: CaseId;
  readonly party: PartyCode | null;
  readonly digest: Sha256;
}

interface UnderWay {
  readonly caseId: CaseId;
  readonly recorded: Promise<boolean>;
}

/**
 * Filings of one text by one party that this process takes in at once. What the later one asks does not know of the
 * earlier one yet, so it asks here. A text that nobody else files meanwhile waits for nothing.
 */
export class FilingsUnderWay {
  readonly #ofText = new Map<string, readonly UnderWay[]>();

  /**
   * Takes in a filing.
   * @param file is given a function that finds the case of an earlier filing of the same text which was still under way
   *   at the call. It waits until one of them is recorded, or none will be.
   * @param isRecorded whether an outcome means that the filing is on record
   */
  async take<Outcome>(
    { caseId, party, digest }: FiledText,
    file: (earlier: () => Promise<CaseId | undefined>) => Promise<Outcome>,
    isRecorded: (outcome: Outcome) => boolean,
  ): Promise<Outcome> {
    const text = `${party ?? ''} ${digest}`;
    const before = (this.#ofText.get(text) ?? []).filter((other) => other.caseId !== caseId);
    const outcome = file(() => firstRecorded(before));
    const own = { caseId, recorded: outcome.then(isRecorded, () => false) };
    this.#ofText.set(text, [...(this.#ofText.get(text) ?? []), own]);
    try {
      return await outcome;
    } finally {
      const others = (this.#ofText.get(text) ?? []).filter((other) => other !== own);
      if (others.length > 0) this.#ofText.set(text, others);
      else this.#ofText.delete(text);
    }
  }
}

/** Each waits for earlier ones alone, so none waits for itself. */
async function firstRecorded(before: readonly UnderWay[]): Promise<CaseId | undefined> {
  for (const { caseId, recorded } of before) if (await recorded) return caseId;
  return undefined;
}
