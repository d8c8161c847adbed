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

/** Names and numbers, kept apart from the record. An event carries a person's id, so that a person can be forgotten. */
export interface ContactBook {
  /**
   * Keeps a contact before the event that refers to it is recorded.
   * @param request command and content of the filing: the same request names the same person, and no other does
   * @returns whose contact it is, and whether it is new
   */
  keep(request: string, contact: Contact): Promise<KeptContact>;
  /** Deletes the names and numbers of persons. It passes over persons who are forgotten already. */
  forget(...persons: readonly PersonId[]): Promise<void>;
}
