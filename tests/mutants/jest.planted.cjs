const path = require('node:path');
const { transform, workerIdleMemoryLimit, ...jest } = require('../../jest.config.cjs');

const [[pattern, [, options]]] = Object.entries(transform);

// Invariants are tested in memory, so there is no database to start.
delete jest.globalSetup;
delete jest.globalTeardown;

/** Jest with a fault planted. */
module.exports = { ...jest, transform: { [pattern]: [path.join(__dirname, 'planting-transform.cjs'), options] }, maxWorkers: 1, bail: 1 };
