import { languageOf } from './command-line/language';
import { outputTo } from './command-line/output';
import { runParley } from './command-line/run-parley';

const { stdout: out, stderr: err, env } = process;
const words = process.argv.slice(2);

void runParley(
  words,
  outputTo({ out, err, env }, languageOf(words, env), (code) => process.exit(code)),
).then((code) => {
  process.exitCode = code;
});
