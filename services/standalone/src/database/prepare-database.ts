import { installEventStore } from '@parley/event-store-postgres';
import { DatabaseError } from 'pg';
import { StartError } from '../startup/start-error';
import { prepareServiceRoles, type ServiceRole } from './service-roles';

/**
 * Makes roles, schemas and the event store, where they are not there yet.
 * @param adminUrl of a role that may create roles and schemas
 * @throws StartError when the database refuses
 */
export async function prepareDatabase(adminUrl: string, contexts: readonly string[], secret: Uint8Array): Promise<readonly ServiceRole[]> {
  try {
    const roles = await prepareServiceRoles(adminUrl, contexts, secret);
    await installEventStore({ adminUrl, contexts: roles.map(({ context, role }) => ({ context, role })) });
    return roles;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    throw new StartError(`The database refuses to be prepared: ${error.message}; its role needs CREATEROLE, and CREATE in the database (deploy/README.md).`);
  }
}
