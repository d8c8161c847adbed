/** Runs one service as a process. `@parley/hosting/installation` has the parts that processes of any form share. */
export * from './demonstration/demonstration-control';
export * from './host/door';
export * from './host/host-service';
export * from './host/start-host';
export * from './settings/described-kafka-settings';
export * from './settings/host-settings';
