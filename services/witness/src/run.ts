import { readSettings, settingsHelp } from './settings';
import { startWitness } from './start-witness';
import { makeKey } from './witness-key';
import { WitnessRefused } from './witness-refused';

const HELP = `A witness of transparency logs: it cosigns what extends what it saw, and nothing else.

  node dist/main.js make-key <name>   makes the key, once, and says its public half
  node dist/main.js serve             witnesses the logs that <folder>/policy names

Settings, by environment, with their defaults:
${settingsHelp()}
`;

/** Does what the words say. When it cannot, it says why in one sentence, and the process ends with 1. */
export async function run(words: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const [command, name, ...more] = words;
  try {
    if (command === '--help') process.stdout.write(HELP);
    else if (command === 'make-key' && name !== undefined && more.length === 0)
      process.stdout.write(`${await makeKey(readSettings(env).folder, name)}\n`);
    else if (command === 'serve' && name === undefined) await serve(env);
    else throw new WitnessRefused('It takes make-key <name>, serve or --help.');
  } catch (error) {
    process.stderr.write(`parley witness: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

async function serve(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const witness = await startWitness(readSettings(env), (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`Parley witness listens on ${witness.url}\n  key ${witness.key}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void witness.stop().finally(() => process.exit(0));
    });
}
