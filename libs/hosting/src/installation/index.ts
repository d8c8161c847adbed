/**
 * Shared by all processes of an installation: one process with all services, each service by itself, and the job that
 * prepares the database.
 */
export * from '../database/database-hold';
export * from '../database/own-postgres';
export * from '../database/prepare-database';
export * from '../database/reads-of-separate-services';
export * from '../database/service-database';
export * from '../database/service-roles';
export * from '../database/shared-hold';
export * from '../host/open-store';
export * from '../process';
export * from '../services/known-kinds';
export { toldKeys } from '../services/registry-keys';
export * from '../services/start-service';
export * from '../services/readiness';
export * from '../settings/channel-settings';
export * from '../settings/issuer-settings';
export * from '../settings/process-settings';
export * from '../settings/store-address-setting';
export * from '../settings/store-transport';
export * from '../settings/witness-settings';
export * from './data-folder';
export * from './disk-watch';
export * from './installation-keys';
export * from './log-keys';
export * from './installation-rules';
export * from './make-folder';
export * from './open-clock';
export * from './own-rules';
export * from './parties';
export * from './pin-installation';
export * from './restored-folder';
export * from './serve-contracts';
export * from './serve-verifier';
export * from './trusted-clock';
