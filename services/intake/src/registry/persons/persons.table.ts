import { derivedUuid } from '@parley/event-store';
import type { PersonId } from '@parley/kernel';
import { Column, Entity, In, PrimaryColumn, type DataSource } from 'typeorm';
import type { Contact, ContactBook, KeptContact } from './contact-book';

/** A person's name and number. Not a projection: it is the one place that holds them, and a row can be deleted. */
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
  constructor(private readonly database: DataSource) {}

  async keep(request: string, contact: Contact): Promise<KeptContact> {
    const personId = derivedUuid('contact', request) as PersonId;
    const insert = this.database.manager
      .createQueryBuilder()
      .insert()
      .into(PersonRow)
      .values({ personId, ...contact })
      .orIgnore();
    const inserted = (await insert.returning('person_id').execute()).raw as readonly unknown[];
    return { personId, isNew: inserted.length > 0 };
  }

  async find(personId: PersonId | null): Promise<Contact | null> {
    if (personId === null) return null;
    const row = await this.database.manager.findOneBy(PersonRow, { personId });
    return row && { name: row.name, reach: row.reach };
  }

  async forget(...persons: readonly PersonId[]): Promise<void> {
    await this.database.manager.delete(PersonRow, { personId: In([...persons]) });
  }
}
