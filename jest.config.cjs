const { availableParallelism } = require('node:os');
const swcOptions = require('./.workspace/swc-options.cjs');

/**
 * Two even on two cores: much of a spec's time goes by while a database, a broker or a process does its work. A third
 * only makes all of them wait.
 */
const WORKERS = Math.max(2, Math.ceil(availableParallelism() / 2));

/** Specs read the sources of every library (no build first); one PostgreSQL and one Kafka serve the whole run. */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{libs,services,tests}/**/*.spec.ts'],
  // Each invariant has a spec, and one spec runs them all over the same histories.
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/tests/invariants/i-'],
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swcOptions, sourceMaps: 'inline' }] },
  testEnvironmentOptions: { customExportConditions: ['parley-source', 'node', 'node-addons'] },
  testSequencer: '<rootDir>/.workspace/jest-sequencer.cjs',
  globalSetup: '<rootDir>/libs/testing/src/jest/global-setup.ts',
  globalTeardown: '<rootDir>/libs/testing/src/jest/global-teardown.ts',
  // A guard against standing still, also where whole processes start on a machine that is busy with others.
  testTimeout: 120_000,
  maxWorkers: WORKERS,
  // What a spec leaves behind in V8 adds up over hundreds of them: a worker that holds this much is replaced by a fresh
  // one.
  workerIdleMemoryLimit: '1GB',
};
