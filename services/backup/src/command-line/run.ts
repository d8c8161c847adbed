import path from 'node:path';
import { isAboutStart } from '@parley/hosting/installation';
import type { Bilingual, Language } from '@parley/kernel';
import { Command, CommanderError, Option } from 'commander';
import { BackupRefused } from '../backup-refused';
import { refuseBehind, restoreBackup } from '../restore-backup';
import { takeBackup } from '../take-backup';
import { verifyBackup, type Outside } from '../verify-backup';
import { secretOf } from './secret';
import { tellRestored, tellTaken, tellVerified } from './told';
import { SAID } from './words';
import { versionHere } from './version';

/** Where the command writes, and what its surroundings say. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

type ExitCode = 0 | 1 | 2;

interface RestoreOptions {
  readonly verify?: true;
  readonly into?: string;
  readonly witness: readonly string[];
  readonly attested: readonly string[];
  readonly policy?: string;
  readonly neverAttested?: boolean;
  readonly keys?: string;
  readonly keepStopped?: boolean;
}

/**
 * Runs `parley backup` and `parley restore`.
 * @param words what stands after `parley`
 * @returns 0 when it was done or holds, 1 when it was refused or does not hold, 2 when it could not be tried
 */
export async function run(words: readonly string[], output: Output): Promise<ExitCode> {
  const lang = languageOf(words, output.env);
  let ended: ExitCode = 0;
  const program = programOf(lang, output, async (act) => {
    ended = await attempt(lang, output, act);
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return ended;
  } catch (error) {
    // Commander has written its help or its sentence by itself.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

type Attempt = (act: () => Promise<readonly Bilingual[]>) => Promise<void>;

function programOf(lang: Language, { out, err, env }: Output, attempting: Attempt): Command {
  const said = SAID[lang];
  const progress = (step: string): void => err(`${said.step}: ${step}\n`);
  const program = new Command('parley')
    .configureOutput({ writeOut: out, writeErr: err })
    .helpOption('-h, --help', said.help)
    .helpCommand(false)
    .exitOverride()
    .addOption(new Option('--lang <language>', said.lang).choices(['en', 'zh-Hans']));
  const dataDir = (): string => path.resolve(env['PARLEY_DATA_DIR'] ?? '.parley');
  const databaseUrl = env['PARLEY_DATABASE_URL'];
  program
    .command('backup')
    .description(said.backup)
    .argument('<folder>', said.to)
    .action((to: string) =>
      attempting(async () => {
        const asked = { dataDir: dataDir(), databaseUrl, to: path.resolve(to), secret: secretOf(env) };
        return tellTaken(await takeBackup({ ...asked, version: versionHere(), progress }));
      }),
    );
  const several = (value: string, before: readonly string[]): readonly string[] => [...before, value];
  program
    .command('restore')
    .description(said.restore)
    .argument('<backup>', said.from)
    .option('--verify', said.verify)
    .option('--into <folder>', said.into)
    .option('--witness <address>', said.witness, several, [])
    .option('--attested <file>', said.attested, several, [])
    .option('--policy <file>', said.policy)
    .option('--never-attested', said.neverAttested)
    .option('--keys <folder>', said.keys)
    .option('--keep-stopped', said.keepStopped)
    .action((from: string, options: RestoreOptions) =>
      attempting(async () => {
        const { verify, keys, keepStopped = false } = options;
        const asked = { from: path.resolve(from), outside: outsideOf(options), secret: secretOf(env), keys, progress };
        if (verify) {
          const verified = await verifyBackup(asked);
          refuseBehind(verified);
          return tellVerified(verified, options.policy !== undefined);
        }
        const into = options.into === undefined ? dataDir() : path.resolve(options.into);
        return tellRestored(await restoreBackup({ ...asked, into, databaseUrl, keepStopped }), into);
      }),
    );
  for (const command of program.commands) command.exitOverride().helpOption('-h, --help', said.help);
  return program;
}

const outsideOf = ({ witness, attested, policy, neverAttested = false }: RestoreOptions): Outside => ({
  ...{ witnesses: witness, attested, policy },
  isNever: neverAttested,
});

async function attempt(lang: Language, { out, err }: Output, act: () => Promise<readonly Bilingual[]>) {
  try {
    for (const sentence of await act()) out(`${sentence[lang]}\n`);
    return 0;
  } catch (error) {
    if (error instanceof BackupRefused) {
      err(`parley: ${error.words[lang]} [${error.code}]\n`);
      return error.code === 'not-compared' || error.code === 'attested-unread' ? 2 : 1;
    }
    err(`parley: ${SAID[lang].failed} ${isAboutStart(error) ? error.message : String(error)}\n`);
    return 2;
  }
}

function languageOf(words: readonly string[], env: Output['env']): Language {
  const at = words.indexOf('--lang');
  const asked = at >= 0 ? words[at + 1] : words.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  if (asked === 'en' || asked === 'zh-Hans') return asked;
  return /^zh/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'zh-Hans' : 'en';
}
