/**
 * The black-box tests against the distributed form: each service a process of its own over a real broker. Every act,
 * the filing of all real cases, the whole story of the demonstration, the hotline and the urgent track run here as they
 * do in one process. Nine processes start for each file, which takes longer than what is played. So the attacks,
 * what is refused, the pages, the guides, the examples and the stories of one rule each run in one process alone. So
 * does how an installation in production adopts its rules, since the separate processes of one machine are always a
 * demonstration. So does the exchange of the two countries, which compares two lives to the letter: over a broker it
 * is chance which of two notices of one instant is heard first. So do those who know the API by its document: the
 * generated client, a stranger with the published one, and the command. The document is the same in both forms, which
 * tests/startup/distributed compares, and the acts, answers and refusals that they build on are asked here by others.
 * `--testPathIgnorePatterns none` asks all of them here.
 */
process.env.PARLEY_FORM = 'distributed';

module.exports = {
  ...require('../jest.config.cjs'),
  testMatch: ['<rootDir>/tests/e2e/**/*.spec.ts'],
  testPathIgnorePatterns: [
    '/tests/e2e/attacks/',
    '/tests/e2e/bad-',
    '/tests/e2e/mistakes/',
    '/tests/e2e/guides',
    '/tests/e2e/examples/',
    '/tests/e2e/hostile-input',
    '/tests/e2e/rule-pages',
    '/tests/e2e/rules/(?!two-versions)',
    '/tests/e2e/disputes/(?!hotline|urgent)',
    '/tests/e2e/alerts-through-a-kill',
    '/tests/e2e/a-strangers-afternoon',
    '/tests/e2e/command',
    '/tests/e2e/generated-client/',
  ],
  // Nine processes start where the one process is one: two sets of them at a time are enough for a machine.
  testTimeout: 180_000,
  maxWorkers: 2,
};
