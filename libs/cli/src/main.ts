import { runParley } from './command-line/run-parley';

void runParley(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
}).then((code) => {
  process.exitCode = code;
});
