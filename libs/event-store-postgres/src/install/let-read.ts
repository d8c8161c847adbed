import { escapeIdentifier, type ClientBase } from 'pg';

/**
 * What a role reads of the record: everything, or contexts (`intake`) and categories (`platform.democlock`). Of the
 * rest it sees nothing.
 */
export type Reads = 'everything' | readonly string[];

export interface ReadGrant {
  readonly role: string;
  readonly reads: Reads;
}

/**
 * Lets a role read this, and no more than this, whatever it might read before. @param owner in a transaction, as the
 * schema's owner
 */
export async function letRead(owner: ClientBase, { role, reads }: ReadGrant): Promise<void> {
  const [reader, categories] = [escapeIdentifier(role), reads === 'everything' ? ['*'] : reads];
  await owner.query('DELETE FROM event_store.readers WHERE role = $1 AND category <> ALL ($2)', [role, categories]);
  await owner.query(
    'INSERT INTO event_store.readers (role, category) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING',
    [role, categories],
  );
  await owner.query(`GRANT USAGE ON SCHEMA event_store TO ${reader}`);
  await owner.query(`GRANT SELECT ON event_store.events, event_store.readers TO ${reader}`);
  await owner.query(`GRANT EXECUTE ON FUNCTION event_store.newest_position TO ${reader}`);
}
