import '@parley/hosting/enough-node';
import 'reflect-metadata';
import { run } from './command-line/run';

// A backup goes on, whether or not anybody reads of it; its exit code says how it ended.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

void run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
}).then((code) => {
  process.exitCode = code;
});
