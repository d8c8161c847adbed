import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client, escapeIdentifier, type ClientBase } from 'pg';

export interface EventStoreInstallation {
  /** The address for a role that may create roles and schemas in the database that is to hold the record. */
  readonly adminUrl: string;
  /**
   * Says which role appends to what: one existing role alone writes each context's streams. The role reads `reads`, or
   * everything when left out, which the one process with all services in it needs. A role of several contexts reads
   * what any of them does.
   */
  readonly contexts: readonly { readonly context: string; readonly role: string; readonly reads?: Reads }[];
  /** Existing roles that read everything and never append. */
  readonly readers?: readonly string[];
}

const OWNER = 'event_store_owner';
/** Any number, the same in every process: whoever holds it installs, the others wait. */
const LOCK = 7_031_962;
/** Roles belong to the whole cluster, and two databases may be installed into it at once. */
const MADE_MEANWHILE = new Set(['42710', '23505']);

/**
 * Makes or updates the event store's schema and says which role writes which context and reads what. For a role that is
 * named again, the last call counts. It is safe to call at every start, from several processes at once.
 */
export async function installEventStore({ adminUrl, contexts, readers = [] }: EventStoreInstallation): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await createOwner(admin);
    await admin.query('BEGIN');
    await admin.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await admin.query(`CREATE SCHEMA IF NOT EXISTS event_store AUTHORIZATION ${OWNER}`);
    await admin.query(`SET LOCAL ROLE ${OWNER}`);
    await migrate(admin);
    for (const { context, role } of contexts) await letWrite(admin, context, role);
    for (const grant of grantsOf(contexts, readers)) await letRead(admin, grant);
    await admin.query('COMMIT');
  } finally {
    await admin.end();
  }
}

async function createOwner(admin: ClientBase): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [OWNER]);
  if (rowCount === 0) await admin.query(`CREATE ROLE ${OWNER} NOLOGIN`).catch(unlessMadeMeanwhile);
  const { rows } = await admin.query<{ able: boolean }>(`SELECT pg_has_role(current_user, $1, 'SET') AS able`, [OWNER]);
  if (rows[0]?.able !== true) await admin.query(`GRANT ${OWNER} TO CURRENT_USER WITH SET TRUE`);
}

async function letWrite(owner: ClientBase, context: string, role: string): Promise<void> {
  await owner.query(
    'GRANT EXECUTE ON FUNCTION event_store.append_event, event_store.append_events, ' +
      `event_store.append_one_by_one TO ${escapeIdentifier(role)}`,
  );
  await owner.query(
    'INSERT INTO event_store.writers (context, role) VALUES ($1, $2) ON CONFLICT (context) DO UPDATE ' +
      'SET role = excluded.role',
    [context, role],
  );
}

function grantsOf(contexts: EventStoreInstallation['contexts'], readers: readonly string[]): readonly ReadGrant[] {
  const grants = [
    ...contexts.map(({ role, reads = 'everything' }) => ({ role, reads })),
    ...readers.map((role) => ({ role, reads: 'everything' as const })),
  ];
  return [...Map.groupBy(grants, ({ role }) => role)].map(([role, ofRole]) => ({
    role,
    reads: ofRole.map(({ reads }) => reads).reduce(both),
  }));
}

const both = (one: Reads, other: Reads): Reads =>
  one === 'everything' || other === 'everything' ? 'everything' : [...one, ...other];

function unlessMadeMeanwhile(error: { readonly code?: string }): void {
  if (!MADE_MEANWHILE.has(error.code ?? '')) throw error as Error;
}

/**
 * The part of the record that a role reads: everything, or contexts (`intake`) and categories (`platform.democlock`).
 * It sees nothing of the rest.
 */
export type Reads = 'everything' | readonly string[];

interface ReadGrant {
  readonly role: string;
  readonly reads: Reads;
}

/**
 * Lets a role read exactly this, whatever it could read before.
 * @param owner in a transaction, as the schema's owner
 */
async function letRead(owner: ClientBase, { role, reads }: ReadGrant): Promise<void> {
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

/**
 * Brings the schema of the connected database to this version, inside the caller's transaction and as the schema's
 * owner. Doing it again changes nothing.
 * @throws when a table's definition is not the one that was applied: the record is never altered behind its back
 */
async function migrate(client: ClientBase): Promise<void> {
  await client.query(
    'CREATE TABLE IF NOT EXISTS event_store.schema_files (name text PRIMARY KEY, digest text NOT NULL, ' +
      'applied_at timestamptz NOT NULL DEFAULT now())',
  );
  const { rows } = await client.query<{ name: string; digest: string }>(
    'SELECT name, digest FROM event_store.schema_files',
  );
  const applied = new Map(rows.map(({ name, digest }) => [name, digest]));
  for (const file of schemaFiles()) await apply(client, file, applied.get(file.name));
}

async function apply(client: ClientBase, file: SchemaFile, appliedDigest: string | undefined): Promise<void> {
  const digest = createHash('sha256').update(file.sql).digest('hex');
  if (digest === appliedDigest) return;
  if (appliedDigest !== undefined && !file.repeatable)
    throw new Error(`${file.name} differs from the one that this database was made with`);
  await client.query(file.sql);
  await client.query(
    'INSERT INTO event_store.schema_files (name, digest) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE ' +
      'SET digest = excluded.digest, applied_at = now()',
    [file.name, digest],
  );
}

interface SchemaFile {
  readonly name: string;
  readonly sql: string;
  /** Functions and views are replaced when their text changes; tables that hold the record are made once. */
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
  'record-time.view.sql',
  'describes.function.sql',
  'links.function.sql',
  'follow-on.function.sql',
  'is-timely.function.sql',
  'fault.function.sql',
  'fault-of-item.function.sql',
  'append-event.function.sql',
  'append-one-by-one.function.sql',
  'append-events.function.sql',
  'privileges.grant.sql',
];

const schemaFiles = (): readonly SchemaFile[] =>
  NAMES.map((name) => ({
    name,
    sql: readFileSync(path.join(__dirname, name), 'utf8'),
    repeatable: ['.function.sql', '.view.sql', '.grant.sql'].some((kind) => name.endsWith(kind)),
  }));
