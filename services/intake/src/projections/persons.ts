import type { PersonId } from '@parley/kernel';
import { derivedUuid } from '@parley/event-store';
import type { DataSource } from 'typeorm';
import type { Contact, ContactBook } from '../application/contact-book';
import { PersonRow } from './person.row';

/** The contact book in the service's own database. */
export class Persons implements ContactBook {
  constructor(private readonly database: DataSource) {}

  async keep(request: string, contact: Contact): Promise<PersonId> {
    const personId = derivedUuid('contact', request) as PersonId;
    await this.database.manager.createQueryBuilder().insert().into(PersonRow).values({ personId, ...contact }).orIgnore().execute();
    return personId;
  }

  async find(personId: PersonId | null): Promise<Contact | null> {
    if (personId === null) return null;
    const row = await this.database.manager.findOneBy(PersonRow, { personId });
    return row && { name: row.name, reach: row.reach };
  }

  async forget(personId: PersonId): Promise<void> {
    await this.database.manager.delete(PersonRow, { personId });
  }
}
