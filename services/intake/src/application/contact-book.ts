import type { PersonId } from '@parley/kernel';

/** Whom the registry may call. */
export interface Contact {
  readonly name: string;
  readonly reach: string;
}

/** Names and numbers, apart from the record: an event carries a person's id, so that a person can be forgotten. */
export interface ContactBook {
  /**
   * Keeps a contact before the event that refers to it.
   * @param request of the filing, command and content: the same one names the same person, and no other does
   */
  keep(request: string, contact: Contact): Promise<PersonId>;
  forget(personId: PersonId): Promise<void>;
}
