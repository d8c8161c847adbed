/** Prints what Jest counted as the last line of the gate, and fails with it: a suite that could not run counts as a failure. */
const { readFileSync } = require('node:fs');

const [file, tested] = process.argv.slice(2);
const read = () => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numFailedTestSuites: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  }
};
const results = read();
const broken = results.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.every((test) => test.status !== 'failed')).length;
const failed = results.numFailedTests + broken;
const skipped = results.numPendingTests + results.numTodoTests;
const exit = failed > 0 || tested !== '0' ? 1 : 0;
console.log(`${results.numPassedTests} passed, ${failed === 0 && exit ? 1 : failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(exit);
