import { Command, InvalidArgumentError } from 'commander';
import { makeFolder, removeFolder } from '../support/data-folder';
import { runChaos } from './chaos-run';
import { chosenFaults } from './chosen-faults';
import { FAULTS } from './faults';
import { runLogChaos } from './log/log-chaos';
import { report } from './report';

const positive = (text: string): number => {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('must be a number above 0');
  return value;
};
const oneOrThree = (text: string): 1 | 3 => {
  if (text === '1') return 1;
  if (text === '3') return 3;
  throw new InvalidArgumentError('must be 1 or 3');
};

interface Options {
  readonly minutes: number;
  readonly seed: number;
  readonly brokers: 1 | 3;
  readonly faults?: readonly string[];
}

const write = (text: string): void => void process.stdout.write(text);
const say = (sentence: string): void => write(`${new Date().toISOString().slice(11, 19)} ${sentence}\n`);

const program = new Command('npm run chaos --')
  .enablePositionalOptions()
  .description(
    'Runs the distributed form under a steady load while parts of it fail, and compares after each fault ' +
      'what must be equal. Exit code 1 when anything was found.',
  )
  .option('--minutes <n>', 'each fault is done once, and all again, until so much time has passed', positive, 30)
  .option('--seed <n>', 'of whom it strikes and when, and of what the load does', positive, Date.now() % 1_000_000)
  .option('--brokers <n>', 'nodes of the Kafka, 1 or 3', oneOrThree, 1)
  .option('--faults <list>', 'only these, parted by commas', (text: string) => text.split(','))
  .addHelpText('after', `\nFaults:\n${FAULTS.map(({ name, what }) => `  ${name.padEnd(20)} ${what}`).join('\n')}`)
  .action(async ({ minutes, seed, brokers, faults }: Options) => {
    const dataDir = makeFolder();
    write(
      `npm run chaos -- --minutes ${String(minutes)} --seed ${String(seed)} --brokers ${String(brokers)}${faults ? ` --faults ${faults.join(',')}` : ''}\n`,
    );
    const rounds = await runChaos({ minutes, seed, brokers, faults: chosenFaults(faults, brokers), dataDir, say });
    write(`\n${report(rounds)}`);
    if (rounds.every(({ findings }) => findings.length === 0)) return removeFolder(dataDir);
    write(`\nFound with seed ${String(seed)}. The data folder is kept: ${dataDir}\n`);
    process.exitCode = 1;
  });

program
  .command('log')
  .description('kill -9 of the log and of both its witnesses under appends; all that they show has to be of one past')
  .option('--kills <n>', 'how often one of the three is killed', positive, 200)
  .option('--seed <n>', 'of whom it strikes and when', positive, Date.now() % 1_000_000)
  .option('--rate <n>', 'appends a second', positive, 100)
  .action(async ({ kills, seed, rate }: { readonly kills: number; readonly seed: number; readonly rate: number }) => {
    const dataDir = makeFolder();
    write(`npm run chaos -- log --kills ${String(kills)} --seed ${String(seed)} --rate ${String(rate)}\n`);
    const { lines, findings } = await runLogChaos({ kills, seed, rate, dataDir, say });
    write(`\n${lines.join('\n')}\n`);
    if (findings.length === 0) return removeFolder(dataDir);
    write(`\n${findings.join('\n')}\n\nThe data folder is kept: ${dataDir}\n`);
    process.exitCode = 1;
  });

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`The run failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
