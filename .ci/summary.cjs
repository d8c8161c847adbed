/**
 * Prints what Jest counted in all of its runs as the last line of the gate, and fails with it: a suite that could not
 * run counts as a failure.
 *   summary.cjs <results> <exit code> [<results> <exit code> …]
 */
const { readFileSync } = require('node:fs');

const NONE = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults: [] };

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return NONE;
  }
};

function counted(file, exitCode) {
  const results = read(file);
  const broken = results.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failed = results.numFailedTests + broken;
  // Jest fails for other reasons too, such as a set-up that threw.
  return {
    passed: results.numPassedTests,
    failed: failed === 0 && exitCode !== '0' ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

const words = process.argv.slice(2);
const runs = words.flatMap((word, index) => (index % 2 === 0 ? [counted(word, words[index + 1])] : []));
const sum = (of) => runs.reduce((whole, run) => whole + of(run), 0);
const [passed, failed, skipped] = [sum((run) => run.passed), sum((run) => run.failed), sum((run) => run.skipped)];
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 ? 1 : 0);
