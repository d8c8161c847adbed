/**
 * Plants every fault in turn and runs the test of its invariant, which must fail.
 *   npm run test:mutants             all
 *   npm run test:mutants -- I-17     those of one invariant
 */
require('../simulation/load-sources.cjs');
require('./main.ts');
