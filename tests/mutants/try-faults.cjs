/**
 * Plants every fault in turn and runs its tests, of which one must fail. npm run test:mutants all npm run test:mutants
 * -- I-17 those of one invariant npm run test:mutants -- acts those of every act, each refusal forgotten in turn
 */
require('../../.workspace/load-sources.cjs');
require('./main.ts');
