import type { PersonId } from '@parley/kernel';

/** Whom the registry may call. */
export interface Contact {
  readonly name: string;
  readonly reach: string;
}

export interface KeptContact {
  readonly personId: PersonId;
  readonly isNew: boolean;
}

/** Names and numbers, apart from the record: an event carries a person's id, so that a person can be forgotten. */
export interface ContactBook {
  /**
   * Keeps a contact before the event that refers to it.
   * @param request of the filing, command and content: the same one names the same person, and no other does
   * @returns whose contact it is, and whether it was not there before
   */
  keep(request: string, contact: Contact): Promise<KeptContact>;
  /** Deletes the names and numbers of persons; those who are forgotten already are passed over. */
  forget(...persons: readonly PersonId[]): Promise<void>;
}
