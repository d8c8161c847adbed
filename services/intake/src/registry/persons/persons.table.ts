import { derivedUuid } from '@parley/event-store';
import { together, type PersonId } from '@parley/kernel';
import { quoteName, schemaOf } from '@parley/messaging';
import { Column, Entity, In, PrimaryColumn, type DataSource } from 'typeorm';
import type { Contact, ContactBook, KeptContact } from './contact-book';

/** A person's name and number. This is no projection but the one place that holds them, and a row can be deleted. */
@Entity('persons')
export class PersonRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  reach: string;
}

/** The contact book in the service's own database. */
export class Persons implements ContactBook {
  readonly #insert = together((persons: readonly PersonRow[]) => this.#insertAll(persons));

  constructor(private readonly database: DataSource) {}

  async keep(request: string, contact: Contact): Promise<KeptContact> {
    const personId = derivedUuid('contact', request) as PersonId;
    return { personId, isNew: await this.#insert({ personId, ...contact }) };
  }

  async find(personId: PersonId | null): Promise<Contact | null> {
    if (personId === null) return null;
    const row = await this.database.manager.findOneBy(PersonRow, { personId });
    return row && { name: row.name, reach: row.reach };
  }

  /** @returns for each person whether the row is new */
  async #insertAll(persons: readonly PersonRow[]): Promise<readonly boolean[]> {
    const { manager } = this.database;
    const rows: { person_id: string }[] = await manager.query(
      `INSERT INTO ${quoteName(schemaOf(manager))}.persons (person_id, name, reach)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING RETURNING person_id`,
      [persons.map(({ personId }) => personId), persons.map(({ name }) => name), persons.map(({ reach }) => reach)],
    );
    const inserted = new Set(rows.map(({ person_id }) => person_id));
    // If two filings bring the same person at once, the person is new for the first of them.
    return persons.map(({ personId }) => inserted.delete(personId));
  }

  async forget(...persons: readonly PersonId[]): Promise<void> {
    await this.database.manager.delete(PersonRow, { personId: In([...persons]) });
  }
}
