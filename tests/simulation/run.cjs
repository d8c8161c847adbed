/**
 * Runs the simulation from the sources. It takes the services' own rules from their files, because a service's package
 * exports nothing but the service.
 */
require('../../.workspace/load-sources.cjs');
require('./main.ts');
