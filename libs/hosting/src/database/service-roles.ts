import { escapeIdentifier, escapeLiteral, type ClientBase } from 'pg';
import { scramVerifier } from './scram-verifier';

/** A context's roles in the database. */
export interface ServiceRole {
  readonly context: string;
  /** Logs in, and reads and writes rows; it can make, alter or drop nothing. */
  readonly role: string;
  /** Owns the schema and all that is in it, and is nobody's login. */
  readonly owner: string;
  /** How the service logs in. */
  readonly url: string;
}

/** Says with which password a context's role logs in. */
export type PasswordOf = (role: string, context: string) => string;

/** Where the embedded PostgreSQL keeps everything. */
const UNNAMED = 'postgres';
/** PostgreSQL cuts off names at 63 bytes. The rest is enough for any context's name and the ending after it. */
const LONGEST_PREFIX = 40;

/**
 * Makes a context's two roles and its schema, where they are not there yet, and lets the service's role use whatever
 * its owner makes in it. Whatever an earlier version made in the name of the service's role is given to the owner.
 * @param admin connected as a role that may create roles and schemas
 */
export async function prepareRole(
  admin: ClientBase,
  adminUrl: string,
  context: string,
  passwordOf: PasswordOf,
): Promise<ServiceRole> {
  const role = roleOf(adminUrl, context);
  const owner = `${role}_owner`;
  const password = passwordOf(role, context);
  const [service, owning, schema] = [role, owner, context].map(escapeIdentifier);
  if (!(await isThere(admin, owner))) await admin.query(`CREATE ROLE ${owning} NOLOGIN`);
  await admin.query(`GRANT ${owning} TO CURRENT_USER`);
  await admin.query(
    `${(await isThere(admin, role)) ? 'ALTER' : 'CREATE'} ROLE ${service} LOGIN PASSWORD ` +
      escapeLiteral(scramVerifier(password)),
  );
  await admin.query(`CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${owning}`);
  if (await isOwnedBy(admin, context, role)) {
    await admin.query(`GRANT ${service} TO CURRENT_USER`);
    await admin.query(`REASSIGN OWNED BY ${service} TO ${owning}`);
  }
  await admin.query(`GRANT USAGE ON SCHEMA ${schema} TO ${service}`);
  const whatItMakes = `ALTER DEFAULT PRIVILEGES FOR ROLE ${owning} IN SCHEMA ${schema} GRANT`;
  await admin.query(`${whatItMakes} SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${service}`);
  await admin.query(`${whatItMakes} USAGE, SELECT ON SEQUENCES TO ${service}`);
  return { context, role, owner, url: roleUrl(adminUrl, context, password) };
}

const roleOf = (adminUrl: string, context: string): string => `${installationOf(adminUrl)}_${context}`;

/** The address by which a context's role logs in to the database that was prepared by an address. */
export function roleUrl(adminUrl: string, context: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = roleOf(adminUrl, context);
  url.password = password;
  return url.href;
}

/** Tables that describe the schema. The service reads them, and only the owner writes them. */
const READ_ONLY = ['migrations', 'rebuildable'];

/** Lets the service's role write rows of all tables in its schema, except those that describe the schema. */
export async function letServe(admin: ClientBase, { context, role, owner }: ServiceRole): Promise<void> {
  const [service, owning, schema] = [role, owner, context].map(escapeIdentifier);
  const { rows } = await admin.query<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = $1 AND tablename = ANY($2)',
    [context, READ_ONLY],
  );
  await admin.query(
    [
      `SET ROLE ${owning}`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${service}`,
      ...rows.map(({ name }) => `REVOKE INSERT, UPDATE, DELETE ON ${schema}.${escapeIdentifier(name)} FROM ${service}`),
      `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${service}`,
      `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${service}`,
      'RESET ROLE',
    ].join(';\n'),
  );
}

async function isThere(admin: ClientBase, role: string): Promise<boolean> {
  return ((await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [role])).rowCount ?? 0) > 0;
}

async function isOwnedBy(admin: ClientBase, schema: string, role: string): Promise<boolean> {
  return (
    ((
      await admin.query(
        'SELECT FROM pg_namespace WHERE nspname = $1 AND nspowner = (SELECT oid FROM pg_roles WHERE rolname = $2)',
        [schema, role],
      )
    ).rowCount ?? 0) > 0
  );
}

/**
 * Roles belong to the whole cluster, so those of two installations in one cluster are told apart by the names of their
 * databases.
 */
function installationOf(adminUrl: string): string {
  const database = decodeURIComponent(new URL(adminUrl).pathname.slice(1));
  return database === '' || database === UNNAMED ? 'parley' : database.slice(0, LONGEST_PREFIX);
}
