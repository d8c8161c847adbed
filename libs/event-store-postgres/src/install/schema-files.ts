import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface SchemaFile {
  readonly name: string;
  readonly sql: string;
  /** Functions are replaced when their text changes; what holds the record is made once and never again. */
  readonly repeatable: boolean;
}

/** In the order in which they build on each other. */
const NAMES = [
  'events.table.sql',
  'writers.table.sql',
  'readers.table.sql',
  'readers.policy.sql',
  'refuse-change.function.sql',
  'append-only.trigger.sql',
  'newest-position.function.sql',
  'last-position.function.sql',
  'refuse-writer.function.sql',
  'meets.function.sql',
  'refusal.function.sql',
  'append-event.function.sql',
  'append-one-by-one.function.sql',
  'append-events.function.sql',
  'privileges.grant.sql',
];

export const schemaFiles = (): readonly SchemaFile[] =>
  NAMES.map((name) => ({
    name,
    sql: readFileSync(path.join(__dirname, '..', 'sql', name), 'utf8'),
    repeatable: name.endsWith('.function.sql') || name.endsWith('.grant.sql'),
  }));
