import '@parley/hosting/enough-node';
import 'reflect-metadata';
import { run } from './command-line/run';

void run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
}).then((code) => {
  process.exitCode = code;
});
