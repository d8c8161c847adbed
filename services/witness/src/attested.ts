import { nodeChecks, openNote, parseNote, withCosignatures, type NoteKey } from '@parley/transparency';

/**
 * The newest checkpoint of each log that both sides cosigned, which is jointly attested by that (I-38): the own note
 * with the line of the other witness. It is made anew after a start, of what both show.
 */
export class Attested {
  readonly #notes = new Map<string, string>();

  /** The note with both cosignatures; `undefined` when there is none yet. */
  of({ name }: NoteKey): string | undefined {
    return this.#notes.get(name);
  }

  /**
   * Joins two notes where both are of the same checkpoint.
   * @param own with the own cosignature
   * @param other key of the other witness
   * @throws LogRefused when the other note has no cosignature by that key which holds
   */
  async join({ name }: NoteKey, own: string, other: NoteKey, theirs: string): Promise<void> {
    const { text, signatures } = parseNote(theirs);
    if (parseNote(own).text !== text) return;
    await openNote(nodeChecks, theirs, [other]);
    const line = signatures.find((each) => each.name === other.name && each.id === other.id);
    if (line) this.#notes.set(name, withCosignatures(own, [line]));
  }
}
