/**
 * Begins with the specs that take minutes. Jest begins with the largest files where it has not timed them yet, and some
 * of the longest runs have the smallest files: at the end one core would wait for the other.
 */
const path = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

const root = path.resolve(__dirname, '..');

/** What takes long, the longest first. Within each of them, and after them, the order is Jest's own. */
const LONG = [
  'tests/invariants/all-invariants',
  'tests/crash/',
  'tests/simulation/simulation',
  'tests/chaos/',
  'tests/startup/',
  'tests/e2e/every-act',
  'tests/e2e/webhooks',
  'tests/e2e/transparency-log',
  'tests/e2e/answers',
  'tests/e2e/demonstration',
  'tests/e2e/rules/two-versions',
  'tests/e2e/',
  'tests/',
];

const rankOf = (file) => {
  const rank = LONG.findIndex((start) => path.relative(root, file).split(path.sep).join('/').startsWith(start));
  return rank < 0 ? LONG.length : rank;
};

module.exports = class extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return [...sorted].sort((one, other) => rankOf(one.path) - rankOf(other.path));
  }
};
