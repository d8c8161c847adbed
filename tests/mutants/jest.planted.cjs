const path = require('node:path');
const jest = require('../../jest.config.cjs');

const [[pattern, [, options]]] = Object.entries(jest.transform);

/**
 * Jest with a fault planted. Invariants are tested in memory, so no database is started. One spec runs at a time, so
 * that no worker fills its memory.
 */
module.exports = {
  ...jest,
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  globalSetup: undefined,
  globalTeardown: undefined,
  workerIdleMemoryLimit: undefined,
  transform: { [pattern]: [path.join(__dirname, 'planting-transform.cjs'), options] },
  maxWorkers: 1,
  bail: 1,
};
