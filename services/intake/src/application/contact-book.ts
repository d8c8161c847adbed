import type { CommandId, PersonId } from '@parley/kernel';

/** Whom the registry may call. */
export interface Contact {
  readonly name: string;
  readonly reach: string;
}

/** Names and numbers, apart from the record: an event carries a person's id, so that a person can be forgotten. */
export interface ContactBook {
  /** Keeps a contact before the event that refers to it; the same command names the same person. */
  keep(commandId: CommandId, contact: Contact): Promise<PersonId>;
  forget(personId: PersonId): Promise<void>;
}
