import { Command, InvalidArgumentError } from 'commander';
import { run as runAppend, type AppendBenchOptions } from './append.bench';
import { run as runDistributed, type DistributedBenchOptions } from './distributed.bench';
import { run as runFiling, type FilingBenchOptions } from './filing.bench';
import { run as runGrowth, type GrowthBenchOptions } from './growth.bench';
import { run as runKafka, type KafkaBenchOptions } from './kafka.bench';
import { run as runLogSize, type LogSizeBenchOptions } from './log-size.bench';
import { run as runProof, type ProofBenchOptions } from './proof.bench';
import { run as runRebuild, type RebuildBenchOptions } from './rebuild.bench';
import { run as runSize, type SizeBenchOptions } from './size.bench';

const positive = (text: string): number => {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('must be a number above 0');
  return value;
};
const positives = (text: string): readonly number[] => text.split(',').map(positive);

/**
 * Settings of a short run, which shows when something is wrong. Figures for a README need each command's own defaults.
 */
const SHORT: readonly (readonly [string, () => Promise<void>])[] = [
  ['rebuild', () => runRebuild({ events: 100_000, rounds: 1 })],
  ['append', () => runAppend({ seconds: 1, rounds: 3, payloadBytes: 500, inFlight: [1, 4, 16, 64] })],
  ['filing', () => runFiling({ seconds: 1, rounds: 1, bodyBytes: 2_048, inFlight: [1, 16, 64] })],
  ['kafka', () => runKafka({ messages: 10_000, rounds: 1, payloadBytes: 500 })],
  ['distributed', () => runDistributed({ rates: [100, 500], seconds: 3, rounds: 1, payloadBytes: 500 })],
  ['proof', () => runProof({ seconds: 2, rounds: 3, inFlight: 16, rate: 500 })],
  ['log-size', () => runLogSize({ entries: 50_000 })],
  ['size', () => runSize({ rounds: 1, idleSeconds: 5, burstSeconds: 3 })],
];

async function runAll(): Promise<void> {
  for (const [index, [name, run]] of SHORT.entries()) {
    console.log(`${index === 0 ? '' : '\n'}── ${name} (${String(index + 1)} of ${String(SHORT.length)}) ──`);
    await run();
  }
}

const program = new Command('npm run bench --')
  .description(
    'Benchmarks of Parley. Each prints its yardstick, its machine and its settings. Without a command: ' +
      'all of them, in short rounds.',
  )
  .action(runAll);

program
  .command('append')
  .description('appends/s of the PostgreSQL event store against a plain INSERT of the same bytes')
  .option('--seconds <n>', 'length of a round', positive, 4)
  .option('--rounds <n>', 'rounds, of which the median counts', positive, 5)
  .option('--payload-bytes <n>', 'size of each event’s payload', positive, 500)
  .option('--in-flight <list>', 'calls in flight', positives, [1, 4, 16, 64])
  .option('--rows <n>', 'events that are there before', positive)
  .option('--follower', 'follow the record all the while')
  .action((options: AppendBenchOptions) => runAppend(options));

program
  .command('filing')
  .description(
    'filings/s over HTTP, every check on, against a plain NestJS and TypeORM route; and what each check costs',
  )
  .option('--seconds <n>', 'length of a round', positive, 4)
  .option('--rounds <n>', 'rounds, of which the median counts', positive, 5)
  .option('--body-bytes <n>', 'size of each filing', positive, 2048)
  .option('--in-flight <list>', 'filings in flight', positives, [1, 16, 64])
  .action((options: FilingBenchOptions) => runFiling(options));

program
  .command('kafka')
  .description(
    'messages/s of relay and consumer over Kafka against kafkajs alone with the same bytes, ' +
      'broker and acknowledgements',
  )
  .option('--messages <n>', 'messages of a round', positive, 20_000)
  .option('--rounds <n>', 'rounds, of which the median counts', positive, 5)
  .option('--payload-bytes <n>', 'size of each event’s payload', positive, 500)
  .action((options: KafkaBenchOptions) => runKafka(options));

program
  .command('distributed')
  .description(
    'ms from an acknowledged append to another service’s read model at several rates, against kafkajs ' +
      'alone; memory of each process',
  )
  .option('--rates <list>', 'commands a second that are offered', positives, [100, 500, 1_000])
  .option('--seconds <n>', 'length of a round', positive, 6)
  .option('--rounds <n>', 'rounds, of which the median counts', positive, 3)
  .option('--payload-bytes <n>', 'size of each event’s payload', positive, 500)
  .option('--transport-only', 'leave the whole system out')
  .action((options: DistributedBenchOptions) => runDistributed(options));

program
  .command('rebuild')
  .description(
    'events/s of a full rebuild of the docket against JSON.parse alone, of its write-back against single ' +
      'upserts, and its memory',
  )
  .option('--events <n>', 'events in the record', positive, 1_000_000)
  .option('--rounds <n>', 'rounds, of which the median counts', positive, 3)
  .action((options: RebuildBenchOptions) => runRebuild(options));

program
  .command('proof')
  .description(
    'appends/s of a whole system with the transparency log against without it, and ms from an acknowledged append to ' +
      'the checkpoint that covers it',
  )
  .option('--seconds <n>', 'length of a round', positive, 4)
  .option('--rounds <n>', 'rounds, of which the median counts', positive, 5)
  .option('--in-flight <n>', 'appends in flight', positive, 16)
  .option('--rate <n>', 'appends a second on the way to a checkpoint', positive, 500)
  .action((options: ProofBenchOptions) => runProof(options));

program
  .command('log-size')
  .description(
    'the transparency log by itself, as it grows to a size: seconds and memory to append, prove, verify and copy it; ' +
      'signatures verified a second',
  )
  .option('--entries <n>', 'entries of the log', positive, 1_000_000)
  .action((options: LogSizeBenchOptions) => runLogSize(options));

program
  .command('growth')
  .description(
    'appends, docket pages and histories on a record of millions of events, loaded in bulk, against one of a few ' +
      'hundred cases; the memory of a rebuild of it',
  )
  .option('--events <n>', 'events in the record', positive, 10_000_000)
  .option('--cases <n>', 'cases that they belong to', positive, 100_000)
  .option('--rounds <n>', 'rounds, of which the median counts', positive, 3)
  .action((options: GrowthBenchOptions) => runGrowth(options));

program
  .command('size')
  .description(
    'seconds to start on a fresh and on an existing folder; memory at rest and in a burst of filings; ' +
      'processor time when idle',
  )
  .option('--rounds <n>', 'starts of each kind, of which the median counts', positive, 5)
  .option('--idle-seconds <n>', 'how long the idle system is watched', positive, 20)
  .option('--burst-seconds <n>', 'length of the burst of filings', positive, 10)
  .action((options: SizeBenchOptions) => runSize(options));

program.parseAsync().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
