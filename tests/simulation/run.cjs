/**
 * Runs the simulation from the sources: it takes the services' own rules by their files, and a service's package shows
 * the world nothing but the service.
 */
require('../../.workspace/load-sources.cjs');
require('./main.ts');
