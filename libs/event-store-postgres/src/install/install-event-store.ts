import { Client, escapeIdentifier, type ClientBase } from 'pg';
import { letRead, type ReadGrant, type Reads } from './let-read';
import { migrate } from './migrate';

export interface EventStoreInstallation {
  /** Of a role that may create roles and schemas in the database that is to hold the record. */
  readonly adminUrl: string;
  /**
   * Who appends to what: each context's streams are written by one existing role alone. What that role reads is
   * `reads`; everything when left out, as the one process with all services in it needs. A role of several contexts
   * reads what any of them does.
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
 * Makes or updates the event store's schema and says which role writes which context and reads what. Of the roles that
 * are named, the last call counts. Safe to call at every start, from several processes at once.
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
