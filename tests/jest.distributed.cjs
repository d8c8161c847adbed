/**
 * The black-box tests against the distributed form: the same specs, each service a process of its own over a real
 * broker. What is refused before any other process hears of it is refused alike in both forms, and is asked of one
 * process alone (`every-act` asks each act here, too). So is how an installation in production adopts its rules, since
 * the separate processes of one machine are always a demonstration. `--testPathIgnorePatterns none` asks it of all.
 */
process.env.PARLEY_FORM = 'distributed';

module.exports = {
  ...require('../jest.config.cjs'),
  testMatch: ['<rootDir>/tests/e2e/**/*.spec.ts'],
  testPathIgnorePatterns: ['/tests/e2e/bad-', '/tests/e2e/rules/(?!two-versions)'],
  // Nine processes start where the one process is one: two sets of them at a time are enough for a machine.
  testTimeout: 180_000,
  maxWorkers: 2,
};
