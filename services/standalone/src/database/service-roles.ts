import { createHmac } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** A context's own role in the database, and how it logs in. */
export interface ServiceRole {
  readonly context: string;
  readonly role: string;
  readonly url: string;
}

const LOCK = 7_031_961;
/** Where the embedded PostgreSQL keeps everything. */
const UNNAMED = 'postgres';
/** PostgreSQL cuts names off at 63 bytes, and no context's name is longer than the rest. */
const LONGEST_PREFIX = 40;

/**
 * Makes each context's role and schema, where they are not there yet. A role owns its schema and sees no other.
 * @param adminUrl of a role that may create roles and schemas
 * @param secret of the installation, from which the roles' passwords are derived
 */
export async function prepareServiceRoles(adminUrl: string, contexts: readonly string[], secret: Uint8Array): Promise<readonly ServiceRole[]> {
  const admin = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  await admin.connect();
  try {
    await admin.query('BEGIN');
    await admin.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const roles: ServiceRole[] = [];
    for (const context of contexts) roles.push(await prepareRole(admin, adminUrl, context, secret));
    await admin.query('COMMIT');
    return roles;
  } finally {
    await admin.end();
  }
}

async function prepareRole(admin: Client, adminUrl: string, context: string, secret: Uint8Array): Promise<ServiceRole> {
  const role = `${installationOf(adminUrl)}_${context}`;
  const password = createHmac('sha256', secret).update(`database role ${role}`).digest('base64url');
  const [name, schema] = [escapeIdentifier(role), escapeIdentifier(context)];
  const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  await admin.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${name} LOGIN PASSWORD ${escapeLiteral(password)}`);
  await admin.query(`GRANT ${name} TO CURRENT_USER`);
  await admin.query(`CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${name}`);
  const url = new URL(adminUrl);
  url.username = role;
  url.password = password;
  return { context, role, url: url.href };
}

/** Roles belong to the whole cluster, so those of two installations in one cluster are told apart by the names of their databases. */
function installationOf(adminUrl: string): string {
  const database = decodeURIComponent(new URL(adminUrl).pathname.slice(1));
  return database === '' || database === UNNAMED ? 'parley' : database.slice(0, LONGEST_PREFIX);
}
