import { isMainThread } from 'node:worker_threads';
import { Command, InvalidArgumentError } from 'commander';
import { simulate, type SimulateOptions } from './run/simulate';
import { workThrough } from './run/world-worker';

const whole = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('must be a whole number above 0');
  return value;
};

const program = new Command('npm run simulate --')
  .description(
    'Plays cases of random parties on the rules of all services, in memory and in simulated time, checks ' +
      'every invariant on each history, and prints what it covered. Exit code 1 when an invariant was ' +
      'broken or something was never covered.',
  )
  .option('--cases <n>', 'how many cases', whole, 1_000)
  .option('--seed <n>', 'of the first run; the same seed plays the same cases', whole, Date.now() % 1_000_000)
  .option('--workers <n>', 'threads', whole, 2)
  .option('--only-this', 'plays the one run of the seed and tells its story')
  .action(async (options: SimulateOptions) => {
    process.exitCode = (await simulate(options, (text) => void process.stdout.write(text), __dirname)) ? 0 : 1;
  });

if (isMainThread) {
  program.parseAsync().catch((error: unknown) => {
    process.stderr.write(
      `The simulation failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(1);
  });
} else {
  void workThrough();
}
