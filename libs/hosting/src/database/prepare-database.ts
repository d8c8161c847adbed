import { installEventStore, type Reads } from '@parley/event-store-postgres';
import type { ServiceDefinition } from '@parley/http';
import { Client, DatabaseError, type ClientBase } from 'pg';
import { StartError } from '../process/start-error';
import { migrateService } from './migrate-service';
import { missingMigrations } from './missing-migrations';
import { letServe, prepareRole, type PasswordOf, type ServiceRole } from './service-roles';

/** The parts of a service that concern its database. */
export type StoredService = Pick<ServiceDefinition, 'context' | 'migrations'>;

export interface Preparation {
  /** Address for a role that may create roles and schemas. */
  readonly adminUrl: string;
  readonly services: readonly StoredService[];
  readonly passwordOf: PasswordOf;
  /**
   * Which part of the record a context's role reads. Everything when left out, because one process with all services
   * tells messages by following all streams.
   */
  readonly readsOf?: (context: string) => Reads;
  /** Called with each step that takes a moment, in a few words. */
  readonly progress?: (step: string) => void;
}

/** Any number, but the same in every process. Whoever holds the lock prepares, and the others wait. */
const LOCK = 7_031_961;
/** It owns no tables, only the stream of the demonstration clock. */
const PLATFORM: StoredService = { context: 'platform', migrations: [] };

/**
 * Makes roles, schemas and the event store where they are not there yet, and brings every service's tables up to date
 * as their owner. Safe to call at any time, from several processes at once.
 * @returns the roles of the services, in their order, and then the platform's
 * @throws StartError when the database refuses
 */
export async function prepareDatabase({
  adminUrl,
  services,
  passwordOf,
  readsOf = () => 'everything',
  progress = () => undefined,
}: Preparation): Promise<readonly ServiceRole[]> {
  const admin = new Client({
    connectionString: adminUrl,
    // A server that recovers from a crash on a busy machine lets nobody in for a while.
    connectionTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'parley-prepare',
  });
  try {
    await admin.connect();
    await admin.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const stored = [...services, PLATFORM];
    progress('roles and schemas');
    const roles = await prepareRoles(admin, adminUrl, stored, passwordOf);
    progress('the event store');
    await installEventStore({
      adminUrl,
      contexts: roles.map(({ context, role }) => ({ context, role, reads: readsOf(context) })),
    });
    for (const [index, role] of roles.entries())
      await prepareTables(admin, adminUrl, stored[index] ?? PLATFORM, role, progress);
    return roles;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    throw new StartError(
      `The database refuses to be prepared: ${error.message}; its role needs CREATEROLE, and CREATE in ` +
        'the database (deploy/README.md).',
    );
  } finally {
    await admin.end();
  }
}

async function prepareRoles(
  admin: ClientBase,
  adminUrl: string,
  services: readonly StoredService[],
  passwordOf: PasswordOf,
): Promise<readonly ServiceRole[]> {
  await admin.query('BEGIN');
  const roles: ServiceRole[] = [];
  for (const { context } of services) roles.push(await prepareRole(admin, adminUrl, context, passwordOf));
  await admin.query('COMMIT');
  return roles;
}

async function prepareTables(
  admin: ClientBase,
  adminUrl: string,
  service: StoredService,
  role: ServiceRole,
  progress: (step: string) => void,
): Promise<void> {
  const missing = await missingMigrations(async (sql) => (await admin.query<{ name: string }>(sql)).rows, service);
  if (missing.length > 0) {
    progress(`tables of ${service.context}: ${missing.join(', ')}`);
    await migrateService(service, adminUrl, role.owner);
  }
  await letServe(admin, role);
}
