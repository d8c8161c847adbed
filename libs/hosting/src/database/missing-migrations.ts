import { quoteName } from '@parley/messaging';
import type { StoredService } from './prepare-database';

/** The table in which each schema keeps which migrations it has had. */
export const MIGRATIONS_TABLE = 'migrations';

/** PostgreSQL's codes for a table, a schema or a right to it that is not there. */
const NOT_THERE: readonly unknown[] = ['42P01', '3F000', '42501'];

/**
 * The migrations that a service knows and its schema has not had. A migration that the schema has had and the service
 * does not know is of a newer version; this one goes on beside it.
 */
export async function missingMigrations(
  query: (sql: string) => Promise<readonly { readonly name: string }[]>,
  { context, migrations }: StoredService,
): Promise<readonly string[]> {
  const known = migrations.map((Migration) => new Migration().name ?? Migration.name);
  if (known.length === 0) return known;
  try {
    const had = new Set(
      (await query(`SELECT name FROM ${quoteName(context)}.${MIGRATIONS_TABLE}`)).map(({ name }) => name),
    );
    return known.filter((name) => !had.has(name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && NOT_THERE.includes(error.code)) return known;
    throw error;
  }
}
