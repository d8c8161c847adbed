/**
 * The black-box tests against the distributed form: each service a process of its own over a real broker. The stories,
 * every act and the real cases run here as they do in one process. The attacks and what is refused run in one process
 * alone, since nine processes to start for each of them take longer than all the rest; so does how an installation in
 * production adopts its rules, since the separate processes of one machine are always a demonstration.
 * So does the exchange of the two countries, which compares two lives to the letter: over a broker it is chance which of
 * two notices of one instant is heard first. `--testPathIgnorePatterns none` asks all of them here.
 */
process.env.PARLEY_FORM = 'distributed';

module.exports = {
  ...require('../jest.config.cjs'),
  testMatch: ['<rootDir>/tests/e2e/**/*.spec.ts'],
  testPathIgnorePatterns: [
    '/tests/e2e/attacks/',
    '/tests/e2e/bad-',
    '/tests/e2e/rules/(?!two-versions)',
    '/the-two-countries-exchanged',
  ],
  // Nine processes start where the one process is one: two sets of them at a time are enough for a machine.
  testTimeout: 180_000,
  maxWorkers: 2,
};
