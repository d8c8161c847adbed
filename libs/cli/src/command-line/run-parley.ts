import { Command, CommanderError, Option } from 'commander';
import { HINDRANCES } from '../report/not-asked';
import type { ExitCode } from '../report/answer';
import { languageOf, LANGUAGES } from './language';
import type { Output } from './output';
import { addVerify } from './verify.command';
import { addKeys } from './keys.command';
import { addBackup } from './backup.command';
import { addMirror } from './mirror.command';
import { addSignedIn } from './signed-in.command';
import { SAID, type Invocation } from './invocation';

/**
 * Runs the command `parley`.
 * @param words what stands after its name
 * @returns its exit code: 0 when what was asked holds or was done, 1 when it does not hold or was refused, 2 when it
 * could not be asked
 */
export async function runParley(words: readonly string[], output: Output): Promise<ExitCode> {
  const lang = languageOf(words, output.env);
  let ended: ExitCode = 0;
  const program = programOf({ lang, output, end: (code) => (ended = code) });
  try {
    await program.parseAsync(words, { from: 'user' });
    return ended;
  } catch (error) {
    // Commander has written its help or its sentence by itself.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    // A fault of this program says nothing of what was to be checked.
    output.err(`${String(error)}\n`);
    return 2;
  }
}

function programOf(invocation: Invocation): Command {
  const { lang, output } = invocation;
  const said = SAID[lang];
  const program = new Command('parley')
    .description(said.parley)
    .configureHelp({ styleTitle: (title) => said.titles[title] ?? title, showGlobalOptions: true })
    .configureOutput({
      writeOut: output.out,
      writeErr: output.err,
      outputError: (text, write) => write(`${HINDRANCES.usage[lang]} ${text.replace(/^error: /, '')}`),
    })
    .helpOption('-h, --help', said.help)
    .helpCommand(false)
    .exitOverride()
    .addOption(new Option('--lang <language>', said.lang).choices(LANGUAGES))
    .option('--json', said.json);
  addVerify(program, invocation);
  addMirror(program, invocation);
  addSignedIn(program, invocation);
  addKeys(program, invocation);
  addBackup(program, invocation);
  return program;
}
