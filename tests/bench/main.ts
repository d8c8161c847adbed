import { Command, InvalidArgumentError } from 'commander';
import { run as runAppend, type AppendBenchOptions } from './append.bench';

const positive = (text: string): number => {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('must be a number above 0');
  return value;
};
const positives = (text: string): readonly number[] => text.split(',').map(positive);

const program = new Command('bench').description('Benchmarks of Parley. Each prints its yardstick, its machine and its settings.');

program
  .command('append')
  .description('appends/s of the PostgreSQL event store against a plain INSERT of the same bytes')
  .option('--seconds <n>', 'length of a round', positive, 4)
  .option('--rounds <n>', 'rounds, of which the median counts', positive, 5)
  .option('--payload-bytes <n>', 'size of each event’s payload', positive, 500)
  .option('--in-flight <list>', 'calls in flight', positives, [1, 4, 16, 64])
  .action((options: AppendBenchOptions) => runAppend(options));

program.parseAsync().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
